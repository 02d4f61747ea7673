" Indents TEXT and writes it to OUT.
set nocompatible encoding=utf-8
let &runtimepath = fnamemodify(expand('<sfile>:p'), ':h:h') . '/vim,' . &runtimepath
filetype plugin indent on
execute 'edit' fnameescape($TEXT)
normal! gg=G
execute 'write!' fnameescape($OUT)
qall!
