if exists('b:did_indent')
  finish
endif
let b:did_indent = 1

setlocal indentexpr=ServiceBlueprintIndent(v:lnum)
setlocal indentkeys=0},o,O
let b:undo_indent = 'setlocal indentexpr< indentkeys<'

if exists('*ServiceBlueprintIndent')
  finish
endif

" The line without its texts and its comment, so that what stands in them is not taken for braces.
function! s:Bare(number) abort
  return substitute(substitute(getline(a:number), '"\%(\\.\|[^"\\]\)*"', '""', 'g'), '\s*#.*$', '', '')
endfunction

" One step deeper than the last line with text if that opens a block, one less before a closing brace.
function! ServiceBlueprintIndent(number) abort
  let last = prevnonblank(a:number - 1)
  if last == 0
    return 0
  endif
  let depth = indent(last)
  let bare = s:Bare(last)
  if bare =~# '[{,]$' && s:Bare(prevnonblank(last - 1)) !~# ',$'
    let depth += shiftwidth()
  elseif bare !~# ',$' && s:Bare(prevnonblank(last - 1)) =~# ',$'
    let depth -= shiftwidth()
  endif
  return max([0, depth - (getline(a:number) =~# '^\s*}' ? shiftwidth() : 0)])
endfunction
