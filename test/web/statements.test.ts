// Declarations, reservations and objections on the page of a treaty and on that of a ministry, and in their data.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { saveActors } from '../../src/parties/actor-store.ts'
import { importStatusPage } from '../../src/parties/status-import.ts'
import { readStatusPage } from '../../src/parties/status-page.ts'
import { readShippedKinds } from '../../src/reports/shipped.ts'
import { createApp } from '../../src/web/app.ts'
import { treatyStatements } from '../../src/web/held/statements.ts'
import { uponKey, whatKey } from '../../src/web/statement-words.ts'
import { fictionalReference } from '../parties/page.ts'
import { kitesHtml } from '../parties/statements-page.ts'
import { inTestWorld } from '../world.ts'
import { fictionalData } from './fictional/world.ts'
import { registerApp } from './site.ts'

const body = async (path: string): Promise<string> => {
  const answer = await registerApp().request(path)
  assert.equal(answer.status, 200, path)
  return answer.text()
}
const sectionOf = (page: string): string =>
  /<section aria-labelledby="statements">[\s\S]*?<\/section>/.exec(page)?.[0] ?? ''

describe('what States declared to a treaty', () => {
  test('stands on the treaty’s page folded, in its words and language, with act, day, source and place', async () => {
    const section = sectionOf(await body('/treaties/fictional-treaty'))
    assert.match(section, /as at 1 Dec(ember)? 2027/)
    assert.match(section, /<details><summary><bdi lang="en" dir="ltr">Declarations and Reservations<\/bdi>/)
    assert.match(section, /id="statement-s1"/)
    assert.match(section, /upon signature · confirmed upon ratification/)
    assert.match(
      section,
      /<p>“Averland is not bound by article 4\.<\/p><p>Nor by what follows from it\.”<\/p>/,
    )
    assert.match(section, /<blockquote class="quote" lang="fr" dir="ltr"><p>« Belmora objecte/)
    assert.match(section, /to what was said by <a href="[^"]*\/ministries\/XAA#statements">/)
    assert.match(section, /\(Unless otherwise indicated, the declarations were made upon ratification\.\)/)
    assert.match(section, /withdrawn on 4 Apr(il)? 2010/)
    assert.match(section, /Listed on the page under the title of the section/)
    assert.match(section, /<q lang="en">31 June 2002<\/q>/)
    assert.match(section, /<a href="https:\/\/status\.example\/t"[^>]*>[\s\S]*?line 1204/)
  })

  test('stands participant by participant where it is too much for one page, and leads to where the words are', async () => {
    const data = fictionalData()
    const few = await data.listTreatyStatements({ treaty: 'fictional-treaty', knownOn: '2027-12-31' })
    const like = few.list[0]!
    const list = Array.from({ length: 250 }, (_, i) => ({
      ...like,
      id: `many-${i}`,
      words: `Invented words ${i}.`,
      section: i < 200 ? 'Declarations' : 'Objections',
      actor: i % 2 === 0 ? like.actor : { id: 'some-body', name: 'Some Body', isState: false },
    }))
    const many = await data.showMinistry('XAA')
    const app = createApp({
      world: 'register',
      banner: null,
      data: {
        ...data,
        listTreatyStatements: async () => ({ ...few, list }),
        showMinistry: async () => ({ ...many!, statements: list, objections: list }),
      },
      today: () => '2027-12-31',
    })
    const read = async (path: string) => {
      const answer = await app.request(path)
      assert.equal(answer.status, 200, path)
      return answer.text()
    }
    const idsIn = (page: string): string[] =>
      [...page.matchAll(/id="statement-(many-\d+)"/g)].map(([, id]) => id!)
    const whole = sectionOf(await read('/treaties/fictional-treaty?as-of=2026-01-01'))
    assert.deepEqual(idsIn(whole), [])
    assert.match(whole, /too many to stand on one page/)
    const link = '/treaties/fictional-treaty?as-of=2026-01-01&amp;statements=some-body#statements'
    assert.equal(whole.split(`href="${link}"`).length - 1, 2)
    assert.match(whole, /Some Body<\/bdi><\/a> <span class="quiet num">100<\/span>/)

    const ofOne = sectionOf(await read('/treaties/fictional-treaty?statements=some-body'))
    assert.deepEqual(
      idsIn(ofOne),
      list.filter(({ actor }) => actor.id === 'some-body').map(({ id }) => id),
    )
    assert.match(ofOne, /<details open><summary><bdi lang="en" dir="ltr">Objections/)
    assert.match(ofOne, /statements=XAA#statements/)
    // The data have all of them, whoever is asked for.
    const json = JSON.parse(await read('/treaties/fictional-treaty.json?statements=some-body')) as {
      statements: { list: unknown[] }
    }
    assert.equal(json.statements.list.length, 250)

    // What a State said stands on its ministry's page whole, of the objections to it the first.
    const ministry = sectionOf(await read('/ministries/XAA'))
    assert.equal(idsIn(ministry).length, 250 + 40)
    assert.match(
      ministry,
      /The first 40 of 250 stand here\. <a href="[^"]*\/treaties\/fictional-treaty#statements">/,
    )
  })

  test('is said to be not known where no page was read for it, or not yet by that day', async () => {
    for (const path of [
      '/treaties/fictional-covenant',
      '/treaties/fictional-treaty?as-known-on=2020-01-01',
    ]) {
      const section = sectionOf(await body(path))
      assert.match(section, /whether there are any is not known/, path)
      assert.ok(!section.includes('id="statement-'), path)
    }
  })

  test('stands on the ministry’s page, with what others objected to in it and the treaties nothing was read of', async () => {
    const section = sectionOf(await body('/ministries/XAA'))
    assert.deepEqual(
      [...section.matchAll(/id="statement-(s\d)"/g)].map(([, id]) => id),
      ['s1', 's2', 's3', 's4'],
    )
    assert.match(section, /Objections of others to what/)
    assert.match(section, /not known: Other Treaty; Third Treaty/)
    assert.match(
      sectionOf(await body('/ministries/XAH')),
      /Nothing that .* declared stands on the status pages/,
    )
  })

  test('has a word of its own for everything it can be, and for every act', () => {
    const { fields } = readShippedKinds()['treaty-statement']!
    for (const what of fields.what!.oneOf!) assert.equal(whatKey(what), `statements.what.${what}`)
    for (const field of [fields.upon!, fields.confirmedUpon!])
      for (const act of field.oneOf!) assert.equal(uponKey(act), `statements.upon.${act}`)
  })

  test('is in the data: JSON as it is shown, CSV a row each', async () => {
    const treaty = JSON.parse(await body('/treaties/fictional-treaty.json'))
    assert.equal(treaty.statements.readAsOf, '2027-12-01')
    assert.equal(treaty.statements.list[3].against[0].id, 'XAA')
    assert.deepEqual(JSON.parse(await body('/treaties/fictional-covenant.json')).statements, {
      readAsOf: null,
      list: [],
    })
    const rows = (await body('/treaties/fictional-treaty.csv')).split('\r\n')
    assert.equal(rows.filter((row) => row.includes(',objection,')).length, 1)
    const ministry = JSON.parse(await body('/ministries/XAA.json'))
    assert.deepEqual([ministry.statements.length, ministry.objections.length], [3, 1])
    const table = await body('/ministries/XAA.csv')
    assert.match(table, /XAA,statement,s1,reservation,fictional-treaty,/)
    assert.match(table, /XAB,objection,s4,objection,fictional-treaty,/)
  })

  test('a page read into the register is shown with the names of those it is against', () =>
    inTestWorld(async (db) => {
      const reference = fictionalReference()
      await saveActors(db, reference.states)
      const page = readStatusPage(kitesHtml(), 'kites.html', reference)
      const { id: treaty } = page.treaty
      assert.deepEqual(await treatyStatements(db, { treaty, knownOn: '2026-12-31' }), {
        readAsOf: null,
        list: [],
      })
      await importStatusPage(db, page, 'kites.html', 'test')
      const { readAsOf, list } = await treatyStatements(db, { treaty, knownOn: '2026-12-31' })
      assert.equal(readAsOf, '2026-02-03')
      const objection = list.find(({ madeOn }) => madeOn === '2012-07-02')!
      assert.deepEqual(objection.against, [{ id: 'XDX', name: 'Dorvalia', isState: true }])
      assert.equal((await treatyStatements(db, { treaty, knownOn: '2026-02-02' })).readAsOf, null)
    }))
})
