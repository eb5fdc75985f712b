// Facts entered over a store: seen as they will stand, stored once, corrected and withdrawn with a reason.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { listDatums } from '../../src/facts/store.ts'
import { count } from '../facts/world.ts'
import { type App, fieldsIn, inEnteringWorld, open, post } from './entering.ts'
import { documentOf, read, textOf } from './site.ts'

describe('entering a fact', () => {
  const address = '/enter/facts/new'
  const retained = {
    actor: 'XAA',
    kind: 'retained-mines',
    'body.mines': '~1100',
    date: '2026',
    'source.title': 'Letter of the authority',
    'source.date': '2027-02-01',
    quotation: 'About 1,100 <mines>.',
    language: 'en',
  }

  const store = async (app: App, typed: Record<string, string>) => {
    const preview = await post(app, address, { ...typed, step: 'check' })
    assert.equal(preview.status, 200)
    return await post(app, address, {
      ...fieldsIn(preview.document),
      ...hiddenIn(preview.document),
      step: 'save',
    })
  }
  const hiddenIn = (document: Document) =>
    Object.fromEntries(
      [...document.querySelectorAll('form input[type=hidden]')].map((one) => [
        one.getAttribute('name') ?? '',
        one.getAttribute('value') ?? '',
      ]),
    )

  it('shows it in words, stores it once, and marks it', () =>
    inEnteringWorld(async ({ app, db }) => {
      const preview = await post(app, address, { ...retained, step: 'check' })
      assert.equal(
        textOf(preview.document.querySelector('.preview')),
        'Mines retained under Article 3: ~1,100 mines retained entered here, not received',
      )
      assert.equal(await count(db, 'datum'), 0)
      const fields = { ...hiddenIn(preview.document), step: 'save' }
      const [first, second] = [await post(app, address, fields), await post(app, address, fields)]
      assert.equal(first.status, 303)
      assert.equal(second.location, first.location)
      const [datum, ...more] = await listDatums(db)
      assert.equal(more.length, 0)
      assert.deepEqual(
        [datum?.entered, datum?.body, datum?.quotation],
        [true, { mines: 1100, minesComparator: '~' }, 'About 1,100 <mines>.'],
      )
      const page = await open(app, first.location)
      assert.match(textOf(page.document.querySelector('main')), /entered here, not received/)
    }))

  it('takes no sign that means something inside this program', () =>
    inEnteringWorld(async ({ app }) => {
      const typed = { ...retained, quotation: 'About \uE0001,100\uE001 mines.', step: 'check' }
      const preview = await post(app, address, typed)
      assert.equal(hiddenIn(preview.document).quotation, 'About 1,100 mines.')
    }))
  it('with mistakes stores nothing and keeps what was typed', () =>
    inEnteringWorld(async ({ app, db }) => {
      const wrong = { ...retained, 'body.mines': 'many', 'source.title': '', date: 'soon' }
      for (const step of ['check', 'save']) {
        const { status, document } = await post(app, address, { ...wrong, step })
        assert.equal(status, 422)
        assert.deepEqual(
          [...document.querySelectorAll('.wrong-summary a')].map((one) => one.getAttribute('href')),
          ['#f-body-mines', '#f-date', '#f-source-title'],
        )
        assert.equal(fieldsIn(document)['body.mines'], 'many')
        assert.equal(document.querySelector('#f-date')?.getAttribute('aria-invalid'), 'true')
      }
      for (const table of ['datum', 'source', 'event']) assert.equal(await count(db, table), 0, table)
      const back = await post(app, address, { ...wrong, step: 'edit' })
      assert.equal(fieldsIn(back.document)['body.mines'], 'many')
    }))

  it('is corrected and withdrawn with a reason; what came with its source is not', () =>
    inEnteringWorld(async ({ app, db }) => {
      const { location } = await store(app, retained)
      const id = location.split('/').at(-1)!
      const correcting = await open(app, `${address}?actor=XAA&kind=retained-mines&supersedes=${id}`)
      assert.equal(correcting.fields['body.mines'], '~1100')
      const typed = { ...correcting.fields, 'body.mines': '1108' }
      const without = await post(app, address, { ...typed, step: 'check' })
      assert.deepEqual(
        [...without.document.querySelectorAll('.wrong-summary a')].map((one) => one.getAttribute('href')),
        ['#f-note'],
      )
      const corrected = await store(app, { ...typed, note: 'The letter was misread.' })
      assert.equal(corrected.status, 303)
      const newId = corrected.location.split('/').at(-1)!
      const away = await open(app, `${address}?actor=XAA&kind=retained-mines&retracts=${newId}`)
      assert.equal(away.fields.known_from, '2027-12-31')
      const gone = await store(app, {
        ...away.fields,
        note: 'Another State.',
        'source.title': 'The authority',
      })
      assert.equal(gone.status, 303)
      assert.equal(await count(db, 'datum'), 3)
      const list = await open(app, '/enter')
      assert.equal(list.document.querySelectorAll('#facts ~ table tbody tr').length, 3)
      assert.equal(list.document.querySelectorAll('#facts ~ table td:last-child a').length, 0)
      assert.equal((await read(app, `${address}?actor=XAA&kind=donor&supersedes=${id}`)).status, 404)
    }))

  it('is no vote and no roll call: those come with their record', () =>
    inEnteringWorld(async ({ app, db, data }) => {
      const chooser = await open(app, address)
      const kinds = [...chooser.document.querySelectorAll('[name=kind] option, [name=kind]')].map((one) =>
        one.getAttribute('value'),
      )
      assert.ok(kinds.includes('retained-mines'))
      const vote = {
        actor: 'XAA',
        subject: 'A/RES/74/61',
        date: '2019',
        'body.vote': 'no',
        'source.title': 'A',
      }
      for (const kind of ['recorded-vote', 'roll-call']) {
        assert.ok(!kinds.includes(kind), kind)
        assert.equal((await post(app, address, { ...vote, kind, step: 'save' })).status, 422)
        assert.notDeepEqual(await data.enter.recordFact({ ...vote, id: 'entered-1', kind }), [])
      }
      assert.equal(await count(db, 'datum'), 0)
    }))

  it('that is not public is neither listed nor opened, and cannot be replaced by one that is', () =>
    inEnteringWorld(async ({ app, db, data }) => {
      const enter = data.enter
      for (const tier of ['restricted', 'partner', 'public']) {
        const typed = { ...retained, id: `entered-${tier}`, known_from: '2027-03-01', tier }
        assert.deepEqual(await enter.recordFact(typed), [])
      }
      assert.deepEqual(
        (await enter.listEnteredFacts()).map(({ id }) => id),
        ['entered-public'],
      )
      const { text } = await read(app, '/enter')
      assert.ok(text.includes('entered-public'))
      for (const tier of ['restricted', 'partner']) {
        const id = `entered-${tier}`
        assert.ok(!text.includes(id))
        assert.equal(await enter.findFact({ id }), undefined)
        assert.equal((await read(app, `/enter/facts/${id}`)).status, 404)
        for (const doing of ['supersedes', 'retracts']) {
          const about = `actor=XAA&kind=retained-mines&${doing}=${id}`
          assert.equal((await read(app, `${address}?${about}`)).status, 404)
          const typed = { ...retained, known_from: '2027-03-02', note: 'Misread.', [doing]: id }
          assert.equal((await post(app, address, { ...typed, step: 'save' })).status, 404)
          await assert.rejects(enter.recordFact({ ...typed, id: `entered-${doing}` }), { type: 'not-found' })
        }
      }
      assert.equal(await count(db, 'datum'), 3)
    }))

  it('may be that of an organisation or a body', () =>
    inEnteringWorld(async ({ app }) => {
      const chooser = await open(app, address)
      const options = [...chooser.document.querySelectorAll('select[name=actor] option')].map(textOf)
      assert.deepEqual(options, ['Choose…', 'Averland (XAA)', 'Belmora (XAB)', 'Support Unit'])
      const { status, location } = await store(app, { ...retained, actor: 'fictional-unit' })
      assert.equal(status, 303)
      const { document } = await open(app, location)
      const onward = document.querySelector('.onward a')?.getAttribute('href') ?? ''
      assert.equal((await read(app, onward)).status, 200)
    }))

  it('asks only for kinds that are entered, of actors that are held', () =>
    inEnteringWorld(async ({ app }) => {
      for (const [actor, kind, wrong] of [
        ['XZZ', 'donor', '#f-actor'],
        ['XAA', 'status-event', '#f-kind'],
        ['XAA', 'constructor', '#f-kind'],
      ]) {
        const { status, text } = await read(app, `${address}?actor=${actor}&kind=${kind}`)
        assert.equal(status, 422)
        assert.equal(documentOf(text).querySelector('.wrong-summary a')?.getAttribute('href'), wrong)
        assert.equal((await post(app, address, { actor: actor!, kind: kind!, step: 'save' })).status, 422)
      }
      assert.equal((await read(app, '/enter/facts/entered-none')).status, 404)
    }))
})
