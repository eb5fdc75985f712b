// The commands on a release's file: sign, comment, verify. None of them opens a store.
import assert from 'node:assert/strict'
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, test } from 'node:test'
import type { Command } from '../../src/cli/command.ts'
import { releaseComment } from '../../src/cli/release-comment.ts'
import { releaseDiff } from '../../src/cli/release-diff.ts'
import { releaseDocument } from '../../src/cli/release-document.ts'
import { releaseKey, releaseSign } from '../../src/cli/release-sign.ts'
import { releaseVerify } from '../../src/cli/release-verify.ts'
import { canonicalText, sha256Of } from '../../src/formats/canonical.ts'
import { freeze } from '../../src/releases/freeze.ts'
import { writeParts } from '../../src/releases/parts.ts'
import { fileTextOf } from '../../src/releases/read.ts'
import { small } from './small.ts'

const frozen = freeze(small(), () => [])

describe('on the file of a release', () => {
  const folder = mkdtempSync(join(tmpdir(), 'pacta-release-'))
  after(() => rmSync(folder, { recursive: true, force: true }))
  const file = join(folder, 'release.json')
  const key = join(folder, 'key.pem')
  const words = join(folder, 'words.txt')
  writeFileSync(file, fileTextOf({ ...frozen.release, payloadText: frozen.payloadText }))
  writeFileSync(words, 'One State has not answered.\n')

  const run = async (command: Command, args: string[], options: Record<string, string> = {}) => {
    const lines: string[] = []
    const code = await command.run({
      args,
      options,
      json: false,
      out: (text) => void lines.push(text),
      progress: () => {},
      open: () => Promise.reject(new Error('no store is needed')),
    })
    return { code, said: lines.join('\n') }
  }

  test('a key is made for its owner only, and never replaces one', async () => {
    const made = await run(releaseKey, [], { out: key })
    assert.match(made.said, /Public key \(Ed25519\): [A-Za-z0-9+/]{43}=/)
    if (process.platform !== 'win32') assert.equal(statSync(key).mode & 0o777, 0o600)
    await assert.rejects(run(releaseKey, [], { out: key }), { type: 'usage' })
  })

  test('a signature and a comment are added, and the payload stays as it was', async () => {
    await run(releaseSign, [file], { key })
    assert.match((await run(releaseSign, [file], { key })).said, /signed already/)
    const comment = { 'text-file': words, by: 'A committee', on: '2026-07-05', indicator: '1.1', key }
    assert.match((await run(releaseComment, [file], comment)).said, /Comment on indicator 1\.1 added/)
    assert.match((await run(releaseComment, [file], comment)).said, /there already/)
    assert.ok(readFileSync(file, 'utf8').includes(frozen.payloadText))
    const found = await run(releaseVerify, [file])
    assert.equal(found.code, 0)
    assert.match(found.said, /Signatures: valid, by key .*, which is not known here\nCommentary: 1 comment\n/)
    assert.match(found.said, /The release holds\.$/)
  })

  test('a file that does not hold is neither signed nor commented, and verify ends with 1', async () => {
    const wrong = join(folder, 'wrong.json')
    writeFileSync(wrong, readFileSync(file, 'utf8').replace('"n":1', '"n":2'))
    await assert.rejects(run(releaseSign, [wrong], { key }), { type: 'input-rejected' })
    const found = await run(releaseVerify, [wrong])
    assert.equal(found.code, 1)
    assert.match(found.said, /Digest: FAILS/)
    assert.match(found.said, /value 1\.1 2026.*: other figure; the file says 2\/3, recomputed 1\/3/)
  })

  test('verify says which indicator listed has no rule in the file', async () => {
    const payload = structuredClone(frozen.release.payload)
    delete payload.rules['1.2']
    payload.values = payload.values.filter(({ indicator }) => indicator !== '1.2')
    payload.parts = writeParts(payload).digests
    const payloadText = canonicalText(payload)
    const path = join(folder, 'without.json')
    writeFileSync(path, fileTextOf({ ...frozen.release, payloadText, sha256: sha256Of(payloadText) }))
    assert.match((await run(releaseVerify, [path])).said, /no rule, and so no value in this file: 1\.2/)
  })

  test('no document is made of a forged figure, though every digest was computed anew, nor is it compared', async () => {
    const payload = structuredClone(frozen.release.payload)
    for (const value of payload.values) if (value.indicator === '1.1') value.n = 3
    payload.parts = writeParts(payload).digests
    const payloadText = canonicalText(payload)
    const forged = join(folder, 'forged.json')
    writeFileSync(forged, fileTextOf({ ...frozen.release, payloadText, sha256: sha256Of(payloadText) }))
    const refusal = (notDone: RegExp) => (error: { type: string; message: string; issues: object[] }) => {
      assert.equal(error.type, 'input-rejected')
      assert.match(error.message, notDone)
      assert.match(
        JSON.stringify(error.issues),
        /value 1\.1 2026: other figure; the file says 3\/3, recomputed 1\/3/,
      )
      return true
    }
    const out = join(folder, 'forged.html')
    await assert.rejects(run(releaseDocument, [forged], { out }), refusal(/so no document is made of it/))
    assert.equal(existsSync(out), false)
    await assert.rejects(run(releaseDiff, [file, forged]), refusal(/so it is not compared with another/))
    await run(releaseDocument, [file], { out })
    assert.match(readFileSync(out, 'utf8'), /Still Air Plan/)
  })
})
