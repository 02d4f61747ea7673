" Writes the type of the file TEXT to OUT.
set nocompatible
let &runtimepath = fnamemodify(expand('<sfile>:p'), ':h:h') . '/vim,' . &runtimepath
filetype on
execute 'edit' fnameescape($TEXT)
call writefile([&filetype], $OUT)
qall!
