-- The type of files that end in .bp, and the colours of tree-sitter where its parser was built.

vim.filetype.add({
  extension = {
    bp = function(path)
      return vim.fs.basename(path) == 'Android.bp' and 'bp' or 'service-blueprint'
    end,
  },
})

-- The parser and its queries lie beside this folder, and nowhere that Neovim would find them by itself.
local language = 'service_blueprint'
local here = vim.fs.dirname(vim.fs.dirname(debug.getinfo(1, 'S').source:sub(2)))
local grammar = vim.fs.joinpath(vim.fs.dirname(here), 'tree-sitter-service-blueprint')
local parser = vim.fs.joinpath(grammar, language .. '.so')

-- Whether the parser could be taken; without it the colours are those of the syntax file.
local function parser_is_there()
  if not vim.uv.fs_stat(parser) then
    return false
  end
  local taken, added = pcall(vim.treesitter.language.add, language, { path = parser })
  if not (taken and added) then -- one built for another machine raises
    vim.notify('Neovim cannot take ' .. parser .. '. Build it again for the colours of tree-sitter.', vim.log.levels.WARN)
    return false
  end
  vim.treesitter.language.register(language, 'service-blueprint')
  for _, name in ipairs({ 'highlights', 'folds' }) do
    local path = vim.fs.joinpath(grammar, 'queries', name .. '.scm')
    vim.treesitter.query.set(language, name, table.concat(vim.fn.readfile(path), '\n'))
  end
  return true
end

local ready ---@type boolean?
vim.api.nvim_create_autocmd('FileType', {
  pattern = 'service-blueprint',
  callback = function(event)
    if ready == nil then
      ready = parser_is_there()
    end
    if ready then
      vim.treesitter.start(event.buf, language)
    end
  end,
})
