// Two people at one fact: who comes second sees what the first one made of it, beside what was typed.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { listDatums } from '../../../src/facts/store.ts'
import { count } from '../../facts/world.ts'
import { type App, fieldsIn, inEnteringWorld, open, post, send } from '../entering.ts'
import { textOf } from '../site.ts'

const address = '/enter/facts/new'
const retained = {
  actor: 'XAA',
  kind: 'retained-mines',
  date: '2026',
  source: { title: 'Letter of the authority', date: '2027-02-01' },
  body: { mines: 1100 },
}

const enter = async (app: App, id = 'entered-1'): Promise<string> => {
  const made = await send(app, address, { id, ...retained })
  assert.equal(made.status, 201, JSON.stringify(made.json))
  return String(made.json.fact)
}

const form = async (app: App, doing: 'supersedes' | 'retracts', id: string) =>
  (
    await open(
      app,
      `${address}?${new URLSearchParams({ actor: 'XAA', kind: 'retained-mines', [doing]: id })}`,
    )
  ).fields

const correction = { 'body.mines': '1200', known_from: '2027-03-01', note: 'Counted again', step: 'save' }

describe('two who correct one fact', () => {
  for (const [first, second] of [
    ['1200', '1300'],
    ['1300', '1200'],
  ] as const)
    it(`the first says ${first}, the second ${second}: the second sees both, and goes on from the first`, () =>
      inEnteringWorld(async ({ app, db }) => {
        const id = await enter(app)
        const [hers, his] = [await form(app, 'supersedes', id), await form(app, 'supersedes', id)]
        const done = await post(app, address, { ...hers, ...correction, 'body.mines': first })
        assert.equal(done.status, 303)
        const late = await post(app, address, { ...his, ...correction, 'body.mines': second })
        assert.equal(late.status, 409)
        assert.match(
          textOf(late.document.querySelector('.wrong-title')),
          /Somebody else has changed this fact/,
        )
        const row = textOf(late.document.querySelector('.meanwhile-table tbody tr'))
        assert.match(row, new RegExp(`${first} ${second}`))
        assert.equal(await count(db, 'datum'), 2)
        const again = fieldsIn(late.document)
        assert.equal(again['body.mines'], second)
        assert.equal(again.supersedes, done.location.split('/').at(-1))
        const kept = await post(app, address, { ...again, step: 'save' })
        assert.equal(kept.status, 303)
        assert.deepEqual(
          (await listDatums(db)).map((datum) => datum.body.mines),
          [1100, Number(first), Number(second)],
        )
        // The first form once more: it was stored, and nothing has to be said about it.
        const twice = await post(app, address, { ...hers, ...correction, 'body.mines': first })
        assert.equal(twice.status, 409)
        assert.equal(await count(db, 'datum'), 3)
      }))

  it('a form sent twice is stored once, and is no conflict with itself', () =>
    inEnteringWorld(async ({ app, db }) => {
      const fields = { ...(await form(app, 'supersedes', await enter(app))), ...correction }
      const [once, twice] = [await post(app, address, fields), await post(app, address, fields)]
      assert.deepEqual([once.status, twice.status, twice.location], [303, 303, once.location])
      assert.equal(await count(db, 'datum'), 2)
    }))

  it('one withdraws it while the other corrects it: what was typed can be kept as a fact of its own', () =>
    inEnteringWorld(async ({ app, db }) => {
      const id = await enter(app)
      const [hers, his] = [await form(app, 'retracts', id), await form(app, 'supersedes', id)]
      const gone = await post(app, address, {
        ...hers,
        note: 'Entered by mistake',
        'source.title': 'Us',
        step: 'save',
      })
      assert.equal(gone.status, 303, textOf(gone.document.querySelector('.wrong-summary')))
      const late = await post(app, address, { ...his, ...correction })
      assert.equal(late.status, 409)
      assert.match(textOf(late.document.querySelector('.wrong-summary')), /withdrawn.*Entered by mistake/)
      const again = fieldsIn(late.document)
      assert.deepEqual([again['body.mines'], again.supersedes ?? ''], ['1200', ''])
      assert.equal((await post(app, address, { ...again, step: 'save' })).status, 303)
      assert.equal(await count(db, 'datum'), 3)
    }))

  it('one corrects it while the other withdraws it: the withdrawal goes on to the correction', () =>
    inEnteringWorld(async ({ app, db }) => {
      const id = await enter(app)
      const [hers, his] = [await form(app, 'supersedes', id), await form(app, 'retracts', id)]
      const done = await post(app, address, { ...hers, ...correction })
      const late = await post(app, address, { ...his, note: 'No longer so', step: 'save' })
      assert.equal(late.status, 409)
      const again = fieldsIn(late.document)
      assert.deepEqual([again.retracts, again.note], [done.location.split('/').at(-1), 'No longer so'])
      assert.equal(await count(db, 'datum'), 2)
    }))

  it('both withdraw it: the second is told, and nothing is withdrawn twice', () =>
    inEnteringWorld(async ({ app, db }) => {
      const id = await enter(app)
      const [hers, his] = [await form(app, 'retracts', id), await form(app, 'retracts', id)]
      await post(app, address, { ...hers, note: 'A mistake', 'source.title': 'Us', step: 'save' })
      const late = await post(app, address, { ...his, note: 'Wrong', 'source.title': 'Us', step: 'save' })
      assert.equal(late.status, 409)
      assert.equal(late.document.querySelector('form.entry'), null)
      assert.equal(await count(db, 'datum'), 2)
    }))

  it('a program is told which fact took its place, with both texts', () =>
    inEnteringWorld(async ({ app }) => {
      const id = await enter(app)
      const correct = (own: string, mines: number) =>
        send(app, address, {
          ...retained,
          id: own,
          supersedes: id,
          known_from: '2027-03-01',
          note: 'Counted again',
          body: { mines },
        })
      assert.equal((await correct('entered-2', 1200)).status, 201)
      const late = await correct('entered-3', 1300)
      assert.deepEqual([late.status, late.json.replacedBy], [409, 'entered-2'])
      assert.deepEqual(late.json.differences, [{ field: 'body.mines', now: '1200', sent: '1300' }])
      const wrong = await send(app, address, { ...retained, body: { mines: 'many' }, step: 'check' })
      assert.deepEqual(
        [wrong.status, (wrong.json.issues as { path: string }[])[0]?.path],
        [422, 'body.mines'],
      )
      const right = await send(app, address, { ...retained, step: 'check' })
      assert.deepEqual([right.status, typeof right.json.says], [200, 'string'])
    }))
})
