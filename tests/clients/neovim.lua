-- Drives Neovim as somebody would, and writes what was seen to the file OUT. It runs as a coroutine, so that between
-- two steps Neovim is itself: it takes keys, and answers of the server.
local told, step = {}, 'start'
local this

local function finish(failed)
  told.failed = failed and (step .. ': ' .. tostring(failed)) or nil
  local file = assert(io.open(os.getenv('OUT'), 'w'))
  file:write(vim.json.encode(told))
  file:close()
  vim.cmd('qall!')
end

local function resume()
  local ok, failed = coroutine.resume(this)
  if not ok then
    finish(failed)
  end
end

local function pause(milliseconds)
  vim.defer_fn(resume, milliseconds)
  coroutine.yield()
end

local function wait(found)
  for _ = 1, 1000 do
    local value = found()
    if value then
      return value
    end
    pause(20)
  end
  error('nothing came', 0)
end

local function text()
  return table.concat(vim.api.nvim_buf_get_lines(0, 0, -1, true), '\n') .. '\n'
end

local function go_to(word)
  vim.cmd.normal({ 'gg', bang = true })
  assert(vim.fn.search('\\V' .. word, 'cW') > 0, word .. ' is not there')
end

local function wrong()
  return vim.tbl_map(function(each)
    return { line = each.lnum, from = each.col, code = each.code, message = each.message }
  end, vim.diagnostic.get(0))
end

local function ask(method, params)
  params = vim.tbl_extend('force', { textDocument = vim.lsp.util.make_text_document_params() }, params or {})
  local answers = assert(vim.lsp.buf_request_sync(0, method, params, 10000))
  return assert(answers[vim.lsp.get_clients({ bufnr = 0 })[1].id].result)
end

local steps = {
  { 'other', function()
    vim.cmd.edit('Android.bp')
    pause(200)
    told.other = { type = vim.bo.filetype, clients = #vim.lsp.get_clients({ bufnr = 0 }) }
  end },
  { 'diagnostics', function()
    vim.cmd.edit('shop.bp')
    wait(function() return #vim.diagnostic.get(0) > 0 end)
    local client = vim.lsp.get_clients({ bufnr = 0 })[1]
    told.type, told.root, told.encoding = vim.bo.filetype, client.root_dir, client.offset_encoding
    told.wrong, told.log = wrong(), vim.lsp.get_log_path()
  end },
  { 'colours', function()
    go_to('phase')
    told.tree = vim.treesitter.get_captures_at_cursor(0)
    told.syntax = vim.fn.synIDattr(vim.fn.synID(vim.fn.line('.'), vim.fn.col('.'), 0), 'name')
    told.tokens = wait(function()
      local found = vim.lsp.semantic_tokens.get_at_pos(0, 1, 6)
      return found and #found > 0 and vim.tbl_map(function(each) return each.type end, found)
    end)
  end },
  { 'hints', function()
    told.hints = wait(function()
      local found = vim.lsp.inlay_hint.get({ bufnr = 0 })
      return #found > 0 and vim.tbl_map(function(each)
        local label = each.inlay_hint.label
        return type(label) == 'string' and label or label[1].value
      end, found)
    end)
    local marks = vim.api.nvim_create_namespace('nvim.lsp.inlayhint')
    told.hints_shown = #vim.api.nvim_buf_get_extmarks(0, marks, 0, -1, {})
  end },
  { 'hover', function()
    go_to('clerk')
    vim.lsp.buf.hover()
    local window = wait(function()
      for _, each in ipairs(vim.api.nvim_list_wins()) do
        if vim.api.nvim_win_get_config(each).relative ~= '' then
          return each
        end
      end
    end)
    told.hover = table.concat(vim.api.nvim_buf_get_lines(vim.api.nvim_win_get_buf(window), 0, -1, true), '\n')
    vim.api.nvim_win_close(window, true)
  end },
  { 'definition', function()
    go_to('clerk')
    vim.lsp.buf.definition()
    wait(function() return vim.fn.expand('%:t') == 'team.bp' end)
    told.definition = { vim.fn.line('.'), vim.fn.col('.') }
    vim.cmd.edit('shop.bp')
  end },
  { 'outline', function()
    told.outline = vim.tbl_map(function(each) return each.name end, ask('textDocument/documentSymbol'))
  end },
  { 'references', function()
    go_to('clerk')
    vim.lsp.buf.references()
    told.references = wait(function()
      local found = vim.fn.getqflist()
      return #found > 0 and vim.tbl_map(function(each)
        return { vim.fs.basename(vim.api.nvim_buf_get_name(each.bufnr)), each.lnum, each.col }
      end, found)
    end)
    vim.cmd.cclose()
  end },
  { 'action', function()
    go_to('clark')
    vim.lsp.buf.code_action({
      context = { only = { 'quickfix' }, diagnostics = {} },
      filter = function(each) return each.isPreferred end,
      apply = true,
    })
    wait(function() return not text():find('clark') end)
    wait(function() return #vim.diagnostic.get(0) == 0 end)
    told.mended = text()
  end },
  { 'completion', function()
    go_to('by clerk takes 30s')
    vim.api.nvim_input('ea c<C-x><C-o>')
    told.completed = wait(function()
      local shown = vim.fn.complete_info({ 'items', 'pum_visible' })
      return shown.pum_visible == 1 and vim.tbl_map(function(each) return each.word end, shown.items)
    end)
    vim.api.nvim_input('<C-e><Esc>u')
    wait(function() return vim.api.nvim_get_mode().mode == 'n' and text() == told.mended end)
  end },
  { 'typing', function()
    go_to('by clerk takes 30s')
    vim.api.nvim_input('A<CR>nothing<Esc>')
    -- What was wrong while a name was half written may be told only now.
    wait(function() return #vim.diagnostic.get(0, { lnum = 14 }) > 0 end)
    told.typed = wrong()
    vim.api.nvim_input('u')
    wait(function() return #vim.diagnostic.get(0) == 0 and text() == told.mended end)
  end },
  { 'format', function()
    vim.lsp.buf.format()
    told.formatted = text()
  end },
  { 'rename', function()
    go_to('客" by clerk')
    vim.fn.search('clerk')
    vim.lsp.buf.rename('porter')
    wait(function() return not text():find('clerk') end)
    told.renamed = text()
    vim.cmd.buffer('team.bp')
    told.renamed_there = text()
  end },
  { 'end', function()
    vim.cmd('wall')
  end },
}

this = coroutine.create(function()
  for _, each in ipairs(steps) do
    step = each[1]
    each[2]()
  end
  finish()
end)
vim.schedule(resume)
