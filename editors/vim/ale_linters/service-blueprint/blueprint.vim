" The language server of service blueprints, for ALE. Where Neovim's own client has it, all would be found twice.
if has('nvim') && luaeval("vim.lsp.is_enabled ~= nil and vim.lsp.is_enabled('blueprint')")
  finish
endif

call ale#Set('service_blueprint_executable', 'blueprint')

" The folder of the settings, else that of the file.
function! s:root(buffer) abort
  for name in ['blueprint.toml', 'pyproject.toml']
    let found = ale#path#FindNearestFile(a:buffer, name)
    if !empty(found)
      return fnamemodify(found, ':h')
    endif
  endfor
  return expand('#' . a:buffer . ':p:h')
endfunction

" ALE counts places in a line in bytes, and takes those it is told as bytes.
call ale#linter#Define('service-blueprint', {
      \ 'name': 'blueprint',
      \ 'lsp': 'stdio',
      \ 'executable': {buffer -> ale#Var(buffer, 'service_blueprint_executable')},
      \ 'command': '%e lsp',
      \ 'language': 'service-blueprint',
      \ 'initialization_options': {'positions': 'utf-8'},
      \ 'project_root': function('s:root'),
      \ })
