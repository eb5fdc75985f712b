// Releases are kept by their digest and never change; comments and signatures are added beside them.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { sql } from 'kysely'
import { sha256Of } from '../../src/formats/canonical.ts'
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
  getSoundRelease,
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
        heads.map(({ recordedAt: _, publishedAt, ...head }) => ({
          ...head,
          isPublished: publishedAt !== null,
        })),
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
            owners: ['treaty:still-air'],
            frozenBy: 'pacta',
            isPublished: true,
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

  const { privatePem } = makeKey()
  const sign = (text: string) => signText(text, readPrivateKey(privatePem, 'key.pem'))
  const comment = { text: 'Words.', by: 'A committee', on: '2026-07-02' }

  test('a release changed in the store by hand is named, and neither shown, signed nor commented', () =>
    inTestWorld(async (db) => {
      // Another release than the other tests', which was read before it was changed.
      const given = small()
      given.instrument.title = 'Stiller Air Plan'
      const other = freeze(given, () => [])
      const { id: name } = await saveRelease(db, other)
      await sql`update release set payload = replace(payload, '"n":1', '"n":2')`.execute(db)
      const named = { type: 'record-changed', message: new RegExp(`release ${name} held here was changed`) }
      await assert.rejects(findRelease(db, name), named)
      await assert.rejects(findReleaseFile(db, name), named)
      await assert.rejects(getSoundRelease(db, name, 'it is not compared'), named)
      await assert.rejects(addSignature(db, name, sign), named)
      await assert.rejects(addCommentary(db, name, comment), named)
      const [head] = await listReleases(db)
      assert.deepEqual([head?.signatures, head?.comments], [0, 0])
    }))

  test('a forged release stored with a digest of its own is not signed or commented: the findings are named', () =>
    inTestWorld(async (db) => {
      const payloadText = frozen.payloadText.replace('"n":1', '"n":2')
      const payload = JSON.parse(payloadText)
      const forged = { ...frozen.release, payload, sha256: sha256Of(payloadText) }
      const { id: name } = await saveRelease(db, { release: forged, payloadText })
      const named = (error: { type: string; message: string; issues: { message: string }[] }) => {
        assert.equal(error.type, 'input-rejected')
        assert.match(error.message, /does not hold, so (it is not signed|no words are added)/)
        assert.ok(error.issues.some(({ message }) => /value 1\.1 2026.*: other figure/.test(message)))
        return true
      }
      await assert.rejects(addSignature(db, name, sign), named)
      await assert.rejects(addCommentary(db, name, comment), named)
    }))

  test('a comment changed in the store by hand is named', () =>
    inTestWorld(async (db) => {
      await saveRelease(db, frozen)
      await addCommentary(db, id, comment)
      await sql`update release_addition set body = jsonb_set(body, '{text}', '"Other words."')`.execute(db)
      const named = { type: 'record-changed', message: /a comment beside it is not as it was added/ }
      await assert.rejects(getRelease(db, id), named)
      await assert.rejects(findReleaseFile(db, id), named)
    }))

  test('a comment holds no sign of the pages, so that its file stays as it is written', () =>
    inTestWorld(async (db) => {
      await saveRelease(db, frozen)
      const given = { ...comment, text: 'Wo\ue000rds.', by: 'A \ue001committee' }
      assert.deepEqual(
        (await addCommentary(db, id, given)).comment,
        (await addCommentary(db, id, comment)).comment,
      )
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
