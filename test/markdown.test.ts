import assert from 'node:assert/strict'
import { codeSpan, escapeMarkdown, fence } from '../server/src/text/markdown.ts'

describe('texts of files in Markdown', () => {
  it('are words', () => {
    assert.equal(escapeMarkdown('a\n\n# b'), 'a \\# b')
    assert.equal(escapeMarkdown('![x](y) <img> &lt; `c` ~d~ |'), '\\!\\[x\\](y) \\<img\\> \\&lt; \\`c\\` \\~d\\~ \\|')
  })

  it('stay inside of code', () => {
    assert.equal(codeSpan('email'), '`email`')
    assert.equal(codeSpan('a`b``c\nd'), '``` a`b``c d ```')
    assert.equal(fence('sh', 'echo ```\n```'), '````sh\necho ```\n```\n````')
  })
})
