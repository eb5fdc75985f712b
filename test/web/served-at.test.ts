import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, it } from 'node:test'
import { originOf, printedLink } from '../../src/cli/installation.ts'
import { findServedAt, isLoopback, noteServedAt } from '../../src/web/served-at.ts'

describe('where a running server is reached', () => {
  const folder = mkdtempSync(join(tmpdir(), 'pacta-served-'))
  after(() => rmSync(folder, { recursive: true }))
  const context = {
    ...{ args: [], options: { data: folder }, json: false },
    ...{ out: () => {}, progress: () => {}, open: () => Promise.reject(new Error('not asked')) },
  }

  it('is what commands beside it print links with, and who only opens it here is told so', () => {
    assert.equal(originOf(context), 'http://127.0.0.1:3000')
    assert.match(printedLink(context, '/x').words, /No server is running/)
    const forget = noteServedAt(folder, 'http://127.0.0.1:4711')
    const { link, words, opensOnThisMachineOnly } = printedLink(context, '/sign-in/password/x')
    assert.equal(link, 'http://127.0.0.1:4711/sign-in/password/x')
    assert.equal(opensOnThisMachineOnly, true)
    assert.match(words, /on this machine only/)
    assert.doesNotMatch(words, /No server/)
    forget()
    assert.equal(findServedAt(folder), undefined)
  })

  it('is not that of a server which died without a word', () => {
    const forget = noteServedAt(folder, 'http://127.0.0.1:4711')
    // No process has such a number (the largest on Linux is 2^22).
    writeFileSync(join(folder, 'run', 'served-at.json'), '{"pid":99999999,"address":"http://127.0.0.1:4711"}')
    assert.equal(findServedAt(folder), undefined)
    forget()
  })

  it('tells addresses of this machine from others', () => {
    assert.deepEqual(
      [
        'http://localhost:1/x',
        'http://127.0.0.1',
        'http://[::1]:2',
        'https://pacta.example.org',
        'https://10.0.0.1',
      ].map(isLoopback),
      [true, true, true, false, false],
    )
  })
})
