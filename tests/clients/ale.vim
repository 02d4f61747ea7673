" Drives Vim with ALE as somebody would, in a terminal, and writes what was seen to the file OUT.
let s:told = {}
let s:step = 'start'

function s:wait(found)
  for _ in range(1000)
    let value = a:found()
    if !empty(value)
      return value
    endif
    sleep 20m
  endfor
  throw 'nothing came'
endfunction

function s:text()
  return join(getline(1, '$'), "\n") . "\n"
endfunction

function s:go_to(word)
  call cursor(1, 1)
  if search('\V' . a:word, 'cW') == 0
    throw a:word . ' is not there'
  endif
endfunction

function s:findings()
  return map(copy(getloclist(0)), {_, each -> {'line': each.lnum - 1, 'from': each.col, 'message': each.text}})
endfunction

function s:see_other_files()
  edit Android.bp
  sleep 200m
  let s:told.other = {'type': &filetype, 'findings': len(getloclist(0))}
endfunction

function s:see_findings()
  edit shop.bp
  call s:wait({-> getloclist(0)})
  let s:told.type = &filetype
  let s:told.wrong = s:findings()
  let s:told.signs = len(sign_getplaced('%', {'group': '*'})[0].signs)
endfunction

function s:see_help()
  call s:go_to('clerk')
  call feedkeys('K', 'tx')
  let s:told.hover = s:wait({-> getbufline('ALEPreviewWindow', 1, '$')})
  pclose
  call feedkeys('gd', 'tx')
  call s:wait({-> expand('%:t') ==# 'team.bp'})
  let s:told.definition = [line('.'), col('.')]
  edit shop.bp
endfunction

function s:mend()
  call s:go_to('clark')
  ALECodeAction
  call feedkeys("1\<CR>", 't')  " what is chosen from the list that comes with the answer
  call s:wait({-> search('clark', 'nw') == 0})
  let s:told.mended = s:text()
  silent write  " ALE looks again; while a script runs, Vim does not tell it of changes
  call s:wait({-> empty(getloclist(0))})
endfunction

function s:leave(seen, timer)
  if pumvisible() || a:seen.turns == 0
    call timer_stop(a:timer)
    let a:seen.words = map(complete_info(['items']).items, {_, each -> each.word})
    call feedkeys("\<C-e>\<Esc>", 't')
  endif
  let a:seen.turns -= 1
endfunction

function s:complete()
  call s:go_to('by clerk takes 30s')
  let seen = {'turns': 200, 'words': []}
  " A key that waits to be read would end the search, so those that leave come when there is something to see.
  call timer_start(50, function('s:leave', [seen]), {'repeat': -1})
  call feedkeys("ea c\<C-x>\<C-o>", 'tx!')
  let s:told.completed = seen.words
  undo
endfunction

function s:rewrite()
  ALEFix
  call s:wait({-> s:text() !=# s:told.mended})
  let s:told.formatted = s:text()
endfunction

function s:rename()
  call s:go_to('客" by clerk')
  call search('clerk')
  call feedkeys(":ALERename\<CR>\<C-u>porter\<CR>", 'tx')
  call s:wait({-> search('clerk', 'nw') == 0})
  let s:told.renamed = s:text()
  silent wall
endfunction

try
  for s:step in ['see_other_files', 'see_findings', 'see_help', 'mend', 'complete', 'rewrite', 'rename']
    call call('s:' . s:step, [])
  endfor
catch
  let s:told.failed = s:step . ': ' . v:exception . ' ' . v:throwpoint
endtry
call writefile([json_encode(s:told)], $OUT)
qall!
