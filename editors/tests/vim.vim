" Colours a text with the syntax file: a letter for each character, a line for each line.
" Environment: TEXT, the file to colour; OUT, where the letters go; LETTERS, `class=letter,…`.
set nocompatible encoding=utf-8 fileformats=unix
let &runtimepath = fnamemodify(expand('<sfile>:p'), ':h:h') . '/vim,' . &runtimepath
filetype plugin indent on
syntax on
execute 'edit' fnameescape($TEXT)
if &filetype !=# 'service-blueprint'
  cquit
endif
let letters = {}
for pair in split($LETTERS, ',')
  let letters[split(pair, '=')[0]] = split(pair, '=')[1]
endfor
let out = []
for number in range(1, line('$'))
  let found = ''
  let column = 1
  for char in split(getline(number), '\zs')
    let class = matchstr(synIDattr(synID(number, column, 0), 'name'), '\v^sbp(Held)?\d*\zs\u\l+')
    let found .= repeat(get(letters, tolower(class), ' '), strchars(char))
    let column += len(char)
  endfor
  call add(out, found)
endfor
call writefile(out, $OUT)
qall!
