-- Where the folder `editors` of Service Blueprint lies on this machine.
local editors = vim.fn.expand('~/service-blueprint/editors')

vim.opt.runtimepath:prepend({ editors .. '/vim', editors .. '/neovim' })
vim.lsp.enable('blueprint')

vim.opt.completeopt = { 'menuone', 'noinsert', 'popup' }
vim.diagnostic.config({ virtual_text = true })
vim.api.nvim_create_autocmd('LspAttach', {
  callback = function(event)
    local client = assert(vim.lsp.get_client_by_id(event.data.client_id))
    if client.name == 'blueprint' then
      vim.lsp.inlay_hint.enable(true, { bufnr = event.buf })
      vim.lsp.completion.enable(true, client.id, event.buf, { autotrigger = true })
    end
  end,
})
