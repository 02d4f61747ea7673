" The formatter of service blueprints, for ALE.
call ale#Set('service_blueprint_executable', 'blueprint')

function! ale#fixers#blueprint#Fix(buffer) abort
  let executable = ale#Var(a:buffer, 'service_blueprint_executable')
  return {'command': ale#Escape(executable) . ' format -', 'cwd': '%s:h'}
endfunction
