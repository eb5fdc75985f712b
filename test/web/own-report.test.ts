// A State's own report asks what its author can answer, and is received on the day it is submitted; a coded one asks, and
// keeps, what a coder reads in it.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { thePublic } from '../../src/accounts/person.ts'
import { sectionsOf } from '../../src/reports/draft-sections.ts'
import { readShippedQuestionnaires } from '../../src/reports/shipped.ts'
import { listAnswers, listReportVersions } from '../../src/reports/store.ts'
import { inSignedInWorld, type SignedInSite, someone, today } from './signing.ts'
import { textOf } from './site.ts'

const focal = someone('focal', 'focal-point', 'XAA')
const approver = someone('approver', 'approver', 'XAA')
const coder = someone('coder', 'coder', 'treaty:mine-ban')
const reviewer = someone('reviewer', 'reviewer', 'treaty:mine-ban')

const asked = { actor: 'XAA', obligation: 'article-7', coversYear: '2026', subject: '', startedFrom: '' }
const articleSeven = () => readShippedQuestionnaires().find(({ id }) => id === 'article-7')!
const section = () => sectionsOf(articleSeven()).find(({ questions }) => questions.length > 0)!
const question = () => section().questions[0]!.answered[0]!

const begin = async (as: SignedInSite['as'], person: typeof focal, more = {}) => {
  const { location } = await as(person).send('/enter/reports/new', { ...asked, ...more })
  return location.split('/').slice(0, 4).join('/')
}

/** The fields a form asks for, by the last part of their name. */
const fieldsOf = (document: Document): string[] => [
  ...new Set(
    [...document.querySelectorAll('form.entry input[name], form.entry textarea[name]')]
      .map((one) => one.getAttribute('name') ?? '')
      .filter((name) => /^(document|answers)\./.test(name))
      .map((name) => name.split('.').at(-1)!),
  ),
]

const coded = ['page', 'quotation', 'language', 'codedBy', 'confirmedBy']

describe('the own report of a State', () => {
  it('asks neither when it was received nor where it was read, and is received on the day it is submitted', () =>
    inSignedInWorld([focal, approver], async ({ as, db }) => {
      const draft = await begin(as, focal)
      const document = (await as(focal).open(`${draft}/document`)).document
      assert.deepEqual(fieldsOf(document), ['title', 'language', 'form', 'voluntary'])
      assert.match(textOf(document.querySelector('main')), /received on the day it is submitted here/)
      const form = (await as(focal).open(`${draft}/${section().id}`)).document
      for (const field of coded) assert.ok(!fieldsOf(form).includes(field), field)
      assert.ok(fieldsOf(form).includes('text'))
      // What is not asked is not kept, whoever sends it.
      await as(focal).send(`${draft}/document`, {
        ...{ 'document.receivedOn': '2027-04-30', 'document.sourceTitle': 'A letter' },
        ...{ 'document.language': 'en', revision: '0' },
      })
      await as(focal).send(`${draft}/${section().id}`, {
        ...{ [`answers.${question()}.state`]: 'yes', [`answers.${question()}.text`]: 'Since 2020.' },
        ...{ [`answers.${question()}.codedBy`]: 'person:reviewer', revision: '0' },
      })
      const check = textOf((await as(focal).open(`${draft}/check`)).document.querySelector('main'))
      assert.match(check, /Received on the day it is submitted/)
      assert.doesNotMatch(
        check,
        /neither page nor quotation|Where it was read|2027-04-30|A letter|not over yet/,
      )
      const step = (person: typeof focal, name: string) =>
        as(person).send(`${draft}/approval`, { step: name, revision: '2' })
      await step(focal, 'ask')
      assert.equal((await step(approver, 'approve')).status, 303)
      assert.equal((await step(focal, 'publish')).status, 303)
      const [version] = await listReportVersions(db)
      assert.deepEqual([version?.receivedOn, version?.source ?? null], [today, null])
      const [answer] = (await listAnswers(db, {})).filter(({ state }) => state === 'yes')
      assert.deepEqual([answer?.text, answer?.codedBy, answer?.confirmedBy], ['Since 2020.', null, null])
      const page = await as(thePublic).open('/reports/XAA:article-7:2026:1')
      assert.match(textOf(page.document.querySelector('main')), /31 December 2027/)
    }))

  it('says of a year that is not over that it is not, by the day it is in that world', () =>
    inSignedInWorld([focal], async ({ as }) => {
      const draft = await begin(as, focal, { coversYear: '2027' })
      const check = textOf((await as(focal).open(`${draft}/check`)).document.querySelector('main'))
      assert.match(check, /The year 2027 is not over yet/)
    }))

  it('refuses a program that sends what is not asked', () =>
    inSignedInWorld([focal], async ({ as, app }) => {
      const draft = await begin(as, focal)
      const sent = await app.request(`http://localhost:3000${draft}/document`, {
        method: 'POST',
        headers: {
          ...{ host: 'localhost:3000', 'x-person': 'focal', 'content-type': 'application/json' },
          ...{ 'sec-fetch-site': 'same-origin', accept: 'application/json' },
        },
        body: JSON.stringify({ revision: 0, document: { receivedOn: '2027-04-30' } }),
      })
      assert.equal(sent.status, 422)
      assert.deepEqual(
        (await sent.json()).issues.map(({ path }: { path: string }) => path),
        ['document.receivedOn'],
      )
    }))
})

describe('a report that is coded', () => {
  it('asks when it was received and where each answer is read', () =>
    inSignedInWorld([coder, reviewer], async ({ as, db }) => {
      const draft = await begin(as, coder)
      const document = fieldsOf((await as(coder).open(`${draft}/document`)).document)
      for (const field of ['receivedOn', 'pages', 'sourceTitle', 'sourceDate'])
        assert.ok(document.includes(field), field)
      const form = fieldsOf((await as(coder).open(`${draft}/${section().id}`)).document)
      for (const field of coded) assert.ok(form.includes(field), field)
      const early = textOf((await as(coder).open(`${draft}/check`)).document.querySelector('main'))
      assert.match(early, /Received on Not given|Received on.*not given/i)
      assert.equal((await listReportVersions(db)).length, 0)
    }))

  it('takes no typed name for somebody who has signed in', () =>
    inSignedInWorld([coder], async ({ as }) => {
      const draft = await begin(as, coder)
      await as(coder).send(`${draft}/document`, { 'document.receivedOn': '2027-04-30', revision: '0' })
      await as(coder).send(`${draft}/${section().id}`, {
        ...{
          [`answers.${question()}.state`]: 'yes',
          [`answers.${question()}.confirmedBy`]: ' Person:reviewer',
        },
        revision: '0',
      })
      const check = textOf((await as(coder).open(`${draft}/check`)).document.querySelector('main'))
      assert.match(check, /stands for people who have signed in/)
      const early = await as(coder).send(`${draft}/approval`, { step: 'ask', revision: '2' })
      assert.notEqual(early.status, 200)
    }))
})

describe('the exercise', () => {
  it('says at the top of its forms which day it is there', () =>
    inSignedInWorld(
      [someone('focal', 'focal-point', 'XAA', { world: 'exercise' })],
      async ({ as }) => {
        const form = await as(someone('focal', 'focal-point', 'XAA', { world: 'exercise' })).open(
          '/exercise/enter/facts/new',
        )
        assert.match(
          textOf(form.document.querySelector('main')),
          /In this exercise today is 31 December 2027/,
        )
      },
      'exercise',
    ))
})
