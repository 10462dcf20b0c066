-- Opens a file with the server beside it, takes the first fix of a finding, and prints as JSON what Neovim was told and answered.
local node, program, folder, file, code = vim.env.KR_NODE, vim.env.KR_PROGRAM, vim.env.KR_FOLDER, vim.env.KR_FILE, vim.env.KR_CODE
local function finish(result)
  io.stdout:write(vim.fn.json_encode(result) .. '\n')
  vim.cmd('qa!')
end
vim.cmd('edit ' .. vim.fn.fnameescape(folder .. '/' .. file))
local buffer = vim.api.nvim_get_current_buf()
local id = vim.lsp.start_client({ name = 'kafka-review', cmd = { node, program, 'lsp', '--stdio' }, root_dir = folder })
vim.lsp.buf_attach_client(buffer, id)
local function codes()
  return vim.tbl_map(function(found) return found.code end, vim.diagnostic.get(buffer))
end
if not vim.wait(30000, function() return vim.tbl_contains(codes(), code) end, 50) then finish({ failed = 'no diagnostics within 30 seconds' }) end
local before = codes()
local client = vim.lsp.get_client_by_id(id)
local function ask(method, params)
  local answer = client.request_sync(method, params, 30000, buffer)
  return answer and answer.result or nil
end
local at = vim.tbl_filter(function(found) return found.code == code end, vim.diagnostic.get(buffer))[1]
local range = { start = { line = at.lnum, character = at.col }, ['end'] = { line = at.end_lnum, character = at.end_col } }
local actions = ask('textDocument/codeAction', {
  textDocument = vim.lsp.util.make_text_document_params(buffer),
  range = range,
  context = { diagnostics = { { range = range, message = at.message, code = at.code } } },
}) or {}
local fix = actions[1]
if fix and not fix.edit then fix = ask('codeAction/resolve', fix) end
if fix and fix.edit then vim.lsp.util.apply_workspace_edit(fix.edit, client.offset_encoding) end
vim.wait(30000, function() return not vim.tbl_contains(codes(), code) end, 50)
finish({
  before = before,
  fix = fix and fix.title,
  after = codes(),
  line = vim.api.nvim_buf_get_lines(buffer, at.lnum, at.lnum + 1, false)[1],
  record = vim.split(ask('workspace/executeCommand', { command = 'kafka-review.record', arguments = {} }) or '', '\n')[1],
})
