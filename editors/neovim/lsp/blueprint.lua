-- The language server of service blueprints, for `vim.lsp.enable('blueprint')`. Needs Neovim 0.11.
return {
  cmd = { 'blueprint', 'lsp' },
  filetypes = { 'service-blueprint' },
  root_markers = { 'blueprint.toml', 'pyproject.toml', '.git' },
}
