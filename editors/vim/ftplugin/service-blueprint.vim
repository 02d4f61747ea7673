if exists('b:did_ftplugin')
  finish
endif
let b:did_ftplugin = 1

setlocal comments=b:# commentstring=#\ %s
setlocal expandtab shiftwidth=2 softtabstop=2
setlocal iskeyword=@,48-57,_,192-255,-
setlocal formatoptions-=t formatoptions+=croql
setlocal include=^\\s*use\\s\\+\" suffixesadd=.bp

let b:undo_ftplugin = 'setlocal comments< commentstring< expandtab< shiftwidth< softtabstop<'
      \ . ' iskeyword< formatoptions< include< suffixesadd<'
