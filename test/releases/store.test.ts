// Releases are kept by their digest and never change; comments and signatures are added beside them.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { commentsOn } from '../../src/releases/commentary.ts'
import { freeze } from '../../src/releases/freeze.ts'
import { readRelease } from '../../src/releases/read.ts'
import { makeKey, readPrivateKey, signText } from '../../src/releases/sign.ts'
import {
  addCommentary,
  addSignature,
  findRelease,
  findReleaseFile,
  getRelease,
  listReleases,
  saveRelease,
} from '../../src/releases/store.ts'
import { inTestWorld } from '../world.ts'
import { small } from './small.ts'

const frozen = freeze(small(), () => [])
const { sha256 } = frozen.release
const id = sha256.slice(0, 12)

describe('the releases held', () => {
  test('the same release again stores nothing new', () =>
    inTestWorld(async (db) => {
      assert.deepEqual(await saveRelease(db, frozen), { id, outcome: 'stored' })
      assert.deepEqual(await saveRelease(db, frozen), { id, outcome: 'unchanged' })
      const heads = await listReleases(db, 'still-air-plan')
      assert.deepEqual(
        heads.map(({ recordedAt: _, ...head }) => head),
        [
          {
            id,
            sha256,
            plan: 'still-air-plan',
            year: 2026,
            asOf: '2026-06-30',
            knownOn: '2026-07-01',
            bytes: Buffer.byteLength(frozen.payloadText),
            comments: 0,
            signatures: 0,
          },
        ],
      )
    }))

  test('a release is found by twelve digits of its digest or by more, and by nothing else', () =>
    inTestWorld(async (db) => {
      await saveRelease(db, frozen)
      for (const name of [id, sha256.slice(0, 20), sha256])
        assert.equal((await findRelease(db, name))?.sha256, sha256)
      for (const name of [sha256.slice(0, 11), '', '%', 'still-air-plan', 'ffffffffffff'])
        assert.equal(await findRelease(db, name), undefined)
      await assert.rejects(getRelease(db, 'ffffffffffff'), { type: 'not-found' })
    }))

  test('a comment changes no digest; a later one on the same place stands, and both stay', () =>
    inTestWorld(async (db) => {
      await saveRelease(db, frozen)
      const given = { indicator: '1.1', text: 'Two have not answered.', by: 'A committee', on: '2026-07-02' }
      await addCommentary(db, id, given)
      assert.equal((await addCommentary(db, id, given)).outcome, 'unchanged')
      await addCommentary(db, id, { ...given, text: 'One has not answered.', on: '2026-07-03' })
      await addCommentary(db, id, { ...given, indicator: undefined, section: 'I', text: 'Of the section.' })
      await addCommentary(db, id, { ...given, indicator: undefined, text: 'Of the whole.', language: 'mn' })
      const { commentary, ...release } = await getRelease(db, id)
      assert.equal(release.sha256, sha256)
      assert.deepEqual(
        commentsOn(commentary, { indicator: '1.1' }).map(({ text }) => text),
        ['Two have not answered.', 'One has not answered.'],
      )
      assert.equal(commentsOn(commentary, { section: 'I. Plans' })[0]?.text, 'Of the section.')
      assert.equal(commentsOn(commentary, {})[0]?.language, 'mn')
    }))

  test('a comment on what the plan does not have, or without words, is refused', () =>
    inTestWorld(async (db) => {
      await saveRelease(db, frozen)
      const given = { text: 'Words.', by: 'A committee', on: '2026-07-02' }
      const refused = (more: object, type: string) =>
        assert.rejects(addCommentary(db, id, { ...given, ...more }), { type })
      await refused({ indicator: '9.9' }, 'not-found')
      await refused({ section: 'IX' }, 'not-found')
      await refused({ indicator: '1.1', section: 'I' }, 'usage')
      await refused({ text: '  ' }, 'usage')
      await refused({ by: '' }, 'usage')
      await refused({ on: 'yesterday' }, 'usage')
      await refused({ language: 'english' }, 'usage')
      assert.equal((await listReleases(db))[0]?.comments, 0)
    }))

  test('the file of a release held is canonical, with its comments and signatures', () =>
    inTestWorld(async (db) => {
      await saveRelease(db, frozen)
      await addCommentary(db, id, { text: 'Words.', by: 'A committee', on: '2026-07-02' })
      const { privatePem, publicKey } = makeKey()
      const key = readPrivateKey(privatePem, 'key.pem')
      await addSignature(db, id, (text) => signText(text, key))
      const { release, departs, payloadText } = readRelease(
        Buffer.from((await findReleaseFile(db, id))!),
        'release.json',
      )
      assert.equal(departs, null)
      assert.equal(payloadText, frozen.payloadText)
      assert.deepEqual(release, JSON.parse(JSON.stringify(await getRelease(db, id))))
      assert.equal(release.signatures[0]?.key, publicKey)
    }))
})
