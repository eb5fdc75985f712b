// A membership that ends soon stands on the page of a focal point, in its month and in the calendar, as the end of a term.
import assert from 'node:assert/strict'
import { it } from 'node:test'
import { inEnteringWorld, open, post } from './entering.ts'
import { read, textOf } from './site.ts'

const member = {
  actor: 'XAA',
  kind: 'organisation-membership',
  id: 'entered-council',
  date: '2025/2028-01-31',
  'body.title': 'Member of the Fictional Council',
  'body.status': 'current',
  'source.title': 'List of members',
  'source.date': '2025-01-01',
  known_from: '2025-01-02',
  quotation: 'Averland, until 31 January 2028.',
  language: 'en',
}

it('the end of a membership is due next, on the desk, in its month and in the calendar', () =>
  inEnteringWorld(async ({ app }) => {
    assert.equal((await post(app, '/enter/facts/new', { ...member, step: 'save' })).status, 303)
    const { document } = await open(app, '/desk/XAA?month=2028-01')
    const due = document.querySelector('section[aria-labelledby="due"], #due')?.closest('section')
    assert.match(textOf(due ?? null), /31 January 2028.*Member of the Fictional Council.*the term ends/s)
    assert.equal(document.querySelectorAll('.month-sheet td a').length, 1)
    const link = [...(due?.querySelectorAll('a') ?? [])].find((one) => /Fictional Council/.test(textOf(one)))
    assert.equal((await read(app, link!.getAttribute('href')!.split('#')[0]!)).status, 200)
    const first = (await read(app, '/desk/XAA.ics')).text
    assert.match(
      first.replaceAll('\r\n ', ''),
      /SUMMARY:[^\r]*Member of the Fictional Council[^\r]*the term ends/,
    )
    const uid = (text: string) => text.match(/UID:.*/g)
    assert.deepEqual(uid((await read(app, '/desk/XAA.ics')).text), uid(first))
    const listed = JSON.parse((await read(app, '/desk/XAA.json')).text)
    assert.equal(listed.counted.ahead, 1)
    // It is no promise that lacks somebody who sees to it.
    assert.equal(listed.counted.gaps, 0)
  }))
