import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { namesIn, oursInEnglish, voiceOf } from '../../src/indicators/names.ts'
import { languages } from '../../src/words/languages.ts'
import { sayPlainly } from '../../src/words/plainly.ts'
import {
  isSameReason,
  joinReasons,
  type Reason,
  type ReasonKey,
  type ReasonValues,
} from '../../src/words/reason.ts'
import { createText } from '../../src/words/text.ts'

type ValueName = { [Key in ReasonKey]: keyof ReasonValues[Key] }[ReasonKey]

const day = fc
  .integer({ min: 0, max: 20_000 })
  .map((n) => new Date(n * 86_400_000).toISOString().slice(0, 10))
const name = fc.constantFrom(
  'mine-ban',
  'states-parties',
  'article-7-report',
  'retained-mines',
  'status:mine-ban',
  'x',
)
const number = fc.integer({ min: 0, max: 1_000_000 })
const value = fc.oneof(
  fc.string({ minLength: 1 }).filter(isPlain),
  number,
  fc.boolean(),
  fc.constant(null),
  fc.array(name, { minLength: 1 }),
)

function isPlain(text: string): boolean {
  return !/[{}]/.test(text)
}

/** Any value a reason of the key can have, by the name of the value. A new name is a type error until it is here. */
const anyOf = (reason: fc.Arbitrary<Reason>): Record<ValueName, fc.Arbitrary<unknown>> => {
  const reasons = fc.array(reason, { minLength: 1, maxLength: 3 })
  return {
    of: reason,
    day: reason,
    parts: reasons,
    tests: reasons,
    choices: reasons,
    span: reasons,
    on: day,
    until: day,
    from: day,
    by: day,
    days: fc.array(fc.option(day), { minLength: 1 }),
    year: fc.integer({ min: 1990, max: 2100 }),
    count: number,
    total: number,
    owed: number,
    number,
    percent: number,
    exact: number,
    least: number,
    most: number,
    missing: number,
    nth: fc.integer({ min: 1, max: 12 }),
    article: fc.constantFrom('5', '17', '1.1'),
    rule: fc.constant('FREQ=YEARLY;BYMONTH=6'),
    unless: fc.constant('not before the end'),
    meaning: fc.constant('All States.'),
    kind: name,
    cohort: name,
    registers: fc.array(name, { minLength: 1 }),
    obligation: name,
    answer: fc.constantFrom('yes', 'partly', 'no', 'not applicable'),
    act: fc.constantFrom('ratification', 'withdrawal'),
    actorKind: name,
    askedKind: name,
    field: fc.constantFrom('paidOn', 'mines'),
    fields: fc.array(fc.constantFrom('paidOn', 'mines'), { minLength: 1 }),
    found: fc.array(fc.record({ name, value }), { minLength: 1 }),
    entries: fc.array(name, { minLength: 1 }),
    name: fc.constant('formalMeetings'),
    place: fc.constantFrom('5', 'Action 9', 'Mission 1'),
    length: fc.integer({ min: 1, max: 200 }),
    meeting: fc.constantFrom('12MSP', '3RC'),
    meetingName: fc.constantFrom('24MSP', '6RC', '99MSP', 'ISM-2024'),
    seriesNames: fc.constant(['meeting-of-states-parties', 'review-conference', 'x']),
    grants: reasons,
    value,
  }
}

/** Every key with the names of its values. A new key is a type error until it is here. */
const shapes: { [Key in ReasonKey]: readonly (keyof ReasonValues[Key])[] } = {
  joined: ['parts'],
  'not-every': ['of'],
  'register-partial-too': ['of'],
  standing: ['of', 'year'],
  'time-until': ['of', 'until'],
  'not-as-asked': ['of'],
  member: [],
  itself: [],
  'is-kind': ['actorKind'],
  'is-other-kind': ['actorKind', 'askedKind'],
  'is-stranger': ['askedKind'],
  record: ['kind'],
  'record-on': ['kind', 'on'],
  records: ['kind', 'count'],
  'records-on': ['kind', 'on', 'count'],
  'records-dated': ['kind', 'days'],
  undated: ['kind'],
  'nothing-on-record': ['kind'],
  'no-record-at-hand': [],
  'no-number-given': ['fields'],
  counted: ['kind', 'count'],
  total: ['kind', 'total'],
  'total-of': ['kind', 'total', 'owed'],
  'amounts-unclear': [],
  different: ['count', 'entries'],
  'none-different': [],
  fields: ['kind', 'found'],
  'limit-unknown': [],
  'cohort-unknown': ['cohort'],
  'left-actor': [],
  'left-cohort': ['cohort'],
  'left-ahead': ['on'],
  'left-begins': ['on'],
  'left-ended': ['on'],
  'left-replaced': ['on'],
  'left-unreported': ['on'],
  'left-outside-year': ['field', 'on', 'year'],
  'left-outside': ['field', 'on'],
  'left-serves-others': ['field', 'entries'],
  'left-unsaid': ['field'],
  'left-too-few': ['number', 'field'],
  'no-register': ['kind'],
  'register-partial': ['kind'],
  'not-yet': ['kind', 'until'],
  'no-report-register': [],
  'report-register-partial': [],
  'no-status-register': [],
  'report-due': ['until'],
  'no-report': ['year', 'on'],
  'no-report-about': ['obligation', 'on'],
  'no-report-by': ['on'],
  'report-silent': ['year'],
  'report-no-number': ['year'],
  'report-number': ['year', 'number'],
  'report-says': ['year', 'answer'],
  'not-a-party': [],
  'in-force': ['from'],
  'in-force-until': ['from', 'until'],
  'in-force-expected-until': ['from', 'until'],
  'in-force-unknown': ['from'],
  'not-in-force-before': ['on'],
  'withdrawal-expected': ['on'],
  withdrawn: ['on'],
  'year-not-begun': ['year', 'on'],
  'cohort-date-unknown': ['cohort', 'year'],
  'choice-unknown': ['year'],
  undetermined: ['count'],
  'undetermined-for-want-of': ['count', 'registers'],
  'not-covered': ['registers'],
  'members-unknown': ['count', 'total', 'of'],
  covered: [],
  'complete-until': ['until'],
  nobody: [],
  act: ['act', 'on'],
  'act-undated': ['act'],
  'takes-force': ['on'],
  'takes-force-by': ['on', 'of'],
  'takes-force-unknown': [],
  'takes-effect': ['on'],
  'takes-effect-by': ['on', 'of'],
  'takes-effect-unknown': [],
  'months-after-deposit': ['article', 'nth', 'on'],
  'days-after-deposit': ['article', 'count', 'on'],
  'not-before-treaty': ['of', 'on'],
  'months-after-receipt': ['article', 'count', 'on'],
  unless: ['of', 'unless'],
  'due-days-after': ['article', 'count', 'on'],
  'due-years-after': ['article', 'count', 'on'],
  'due-yearly': ['article', 'by', 'year', 'on'],
  'duty-no-register': [],
  'duty-register-open': ['registers'],
  'duty-register-ends': ['registers', 'until'],
  'duty-none-held': ['registers', 'until'],
  'duty-ended': ['on'],
  'every-years': ['count'],
  'every-months': ['count'],
  'every-weeks': ['count'],
  'every-days': ['count'],
  'by-rule': ['rule'],
  'promise-recurs': ['of', 'from', 'on'],
  'promise-recurs-later': ['of', 'from', 'on'],
  'promise-recurs-held': ['of', 'from', 'on'],
  'promise-recurs-open': ['of', 'on'],
  'promise-uncounted': ['of'],
  'promise-before': ['of', 'until'],
  'promise-nth': ['of', 'nth', 'total'],
  'promise-aimed': ['of', 'year'],
  'promise-continuous': [],
  'promise-due': ['on'],
  'promise-due-read': ['on'],
  'promise-undated': [],
  'promise-no-start': [],
  'promise-near': ['missing', 'total', 'count', 'number'],
  'promise-perhaps': ['count'],
  'promise-spoken-of': ['count'],
  'promise-day-unsaid': [],
  'promise-above-stopped': [],
  'promise-above-withdrawn': [],
  'promise-reading-met': ['meaning'],
  'promise-reading-unmet': ['meaning'],
  'duty-entered': ['on'],
  'duty-enters': ['on'],
  'duty-event': ['kind', 'field', 'on'],
  'duty-event-on': ['kind', 'on'],
  'duty-meeting': ['meetingName', 'on'],
  'duty-other': ['place', 'on'],
  'duty-unmet': ['place', 'count', 'length', 'on'],
  'duty-deposited': ['act', 'on'],
  'duty-act': ['act'],
  'duty-gives': ['of', 'by'],
  'duty-after': ['place', 'span', 'by'],
  'duty-before': ['place', 'span', 'by'],
  'duty-at': ['place', 'by'],
  'duty-yearly': ['place', 'by'],
  'duty-yearly-covering': ['place', 'year', 'by'],
  'duty-recurring': ['place', 'by'],
  'duty-years': ['count', 'length'],
  'duty-months': ['count', 'length'],
  'duty-days': ['count', 'length'],
  'duty-working-days': ['count', 'length'],
  'duty-extended': ['grants'],
  'duty-grant': ['meeting', 'on'],
  'duty-grant-unnamed': ['on'],
  'duty-grant-undated': ['meeting'],
  'duty-stated': ['on', 'from'],
  'duty-stated-undated': ['on'],
  'duty-last-stated': ['on'],
  'duty-register': ['on'],
  'duty-register-differs': ['on', 'by'],
  'duty-in-conflict': ['from'],
  'duty-conflict-ended': ['by'],
  'duty-undated': ['place', 'meaning'],
  'duty-waits': ['of'],
  'duty-awaits-meeting': ['meetingName'],
  'duty-awaits-next': ['seriesNames', 'on'],
  'duty-awaits-last': ['seriesNames', 'on'],
  'duty-awaits-day': ['of', 'on', 'span'],
  'duty-awaits-record': ['of'],
  'duty-awaits-extension': [],
  'duty-awaits-conflict': ['on'],
  'duty-awaits-conflict-dates': ['on'],
  'duty-awaits-force': [],
  'duty-awaits-effect': [],
  'duty-the-meeting': ['meetingName'],
  'duty-the-duty': ['place'],
  'published-agrees': ['count', 'total', 'exact', 'percent'],
  'published-agrees-due': ['count', 'total', 'exact', 'percent'],
  'published-not': ['count', 'total', 'exact', 'percent'],
  'published-not-due': ['count', 'total', 'exact', 'percent'],
  'published-would-be': ['least', 'most', 'total', 'percent'],
  'published-would-be-due': ['least', 'most', 'total', 'percent'],
  'published-would-be-one': ['count', 'total', 'percent'],
  'published-would-be-one-due': ['count', 'total', 'percent'],
  'published-leaves': ['missing', 'total', 'count'],
  'published-another': ['percent', 'on'],
  'published-ours-same': ['count', 'total'],
  'published-ours-differs': ['count', 'total', 'exact', 'percent'],
  'published-ours-count': ['number', 'count'],
  'published-ours-count-same': ['count'],
  'published-since': ['count', 'on'],
  'population-cohort': ['cohort', 'of'],
  'population-cohort-meaning': ['cohort', 'of', 'meaning'],
  'population-actors': ['kind'],
  'population-actors-where': ['kind', 'tests'],
  'population-records': ['kind'],
  'population-records-where': ['kind', 'tests'],
  'population-actor': ['of'],
  'population-among': ['of', 'cohort', 'day'],
  'pending-in': ['of'],
  'pending-out': ['of'],
  'test-is': ['field', 'of'],
  'test-below': ['field', 'of'],
  'test-at-most': ['field', 'of'],
  'test-above': ['field', 'of'],
  'test-at-least': ['field', 'of'],
  'test-before': ['field', 'of'],
  'test-not-after': ['field', 'of'],
  'test-after': ['field', 'of'],
  'test-not-before': ['field', 'of'],
  'test-in': ['field', 'of'],
  'test-not-only': ['field', 'of'],
  'test-not': ['field', 'of'],
  'test-known': ['field'],
  'one-of': ['choices'],
  'between-days': ['of', 'day'],
  'value-text': ['field', 'value'],
  'value-field': ['field'],
  'value-named': ['name'],
  'the-year': [],
  'as-of-date': [],
  'due-date': [],
  'event-day': [],
  'calendar-year': [],
  'plan-period': [],
  'meeting-day': [],
  'its-parties': [],
  'other-instruments': [],
  'report-due-day': [],
  'span-after': ['span', 'of'],
  'span-before': ['span', 'of'],
  span: ['span'],
  years: ['count'],
  months: ['count'],
  days: ['count'],
  'at-least': ['number'],
  'at-most': ['number'],
  'a-year': ['of'],
  once: ['of'],
  'with-different': ['of', 'count', 'field'],
}

const { reason: anyReason } = fc.letrec<{ reason: Reason }>((tie) => {
  const values = anyOf(tie('reason'))
  const made = (key: ReasonKey) =>
    fc
      .record(Object.fromEntries(shapes[key].map((one) => [one, values[one as ValueName]])))
      .map((given) => ({ key, ...given }) as unknown as Reason)
  const keys = Object.keys(shapes) as ReasonKey[]
  const nested = (key: ReasonKey) =>
    shapes[key].some((one) => ['of', 'day', 'parts', 'tests', 'choices', 'span'].includes(String(one)))
  return {
    reason: fc.oneof(
      { maxDepth: 3 },
      fc.constantFrom(...keys.filter((key) => !nested(key))).chain(made),
      fc.constantFrom(...keys).chain(made),
    ),
  }
})

const voices = languages.map(({ code, catalogue }) => ({
  code,
  voice: voiceOf({ text: createText(code, catalogue), day: (iso) => iso, ours: oursInEnglish }),
}))

describe('reasons', () => {
  it('are said in every language, whatever their values: no place of a phrase is left open', () =>
    fc.assert(
      fc.property(anyReason, (reason) => {
        for (const { code, voice } of voices) {
          const said = voice.say(reason)
          assert.ok(said !== '' && !/\{\w+\}|undefined|\[object/.test(said), `${code}: ${said}`)
        }
      }),
      { numRuns: 500 },
    ))

  it('have English and Mongolian phrases for every key', () => {
    for (const code of ['en', 'mn']) {
      const { catalogue } = languages.find((language) => language.code === code)!
      const lacking = Object.keys(shapes).filter(
        (key) => (catalogue as Record<string, unknown>)[`reason.${key}`] === undefined,
      )
      assert.deepEqual(lacking, [], code)
    }
  })

  it('are the same after a journey through JSON, and are said alike', () =>
    fc.assert(
      fc.property(anyReason, (reason) => {
        const back = JSON.parse(JSON.stringify(reason)) as Reason
        assert.ok(isSameReason(reason, back))
        assert.equal(sayPlainly(back), sayPlainly(reason))
      }),
    ))

  it('joined are said once each, in their order, however they were joined before', () => {
    const [yes, no]: Reason[] = [
      { key: 'report-says', year: 2024, answer: 'yes' },
      { key: 'report-says', year: 2024, answer: 'no' },
    ]
    const joined = joinReasons([joinReasons([yes!, no!]), { ...no! }, { key: 'nobody' }])
    assert.equal(
      sayPlainly(joined),
      'The report for 2024 says yes; The report for 2024 says no; Nobody to count: N is 0',
    )
    assert.deepEqual(joinReasons([yes!, { ...yes! }]), yes)
  })
})

describe('what reasons speak of', () => {
  const names = namesIn(
    (own) => own,
    (treaty) => `status of: ${treaty}`,
  )
  it('has a name: kinds, cohorts, registers, fields', () => {
    assert.equal(names.kind('retained-mines'), 'Mines retained under Article 3')
    assert.equal(names.cohort('states-parties'), 'States Parties')
    assert.equal(names.register('status:mine-ban'), 'status of: Mine Ban Convention')
    assert.equal(names.register('article-7-report'), 'article 7 report received')
    assert.equal(names.field('statedAsOf'), 'stated as of')
    assert.equal(names.entry('act', 'provisional-application'), 'provisional application')
  })
  it('is named by its id where nobody named it', () => {
    assert.equal(names.kind('unheard-of'), 'unheard-of')
    assert.equal(names.entry('note', 'someone’s own words'), 'someone’s own words')
  })
})
