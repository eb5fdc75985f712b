import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { issuesOfDraft } from '../../src/reports/check-draft.ts'
import {
  contentOf,
  emptyContent,
  isSameTyped,
  type ReportDraft,
  reportOfDraft,
} from '../../src/reports/draft.ts'
import {
  countAnswered,
  differingFields,
  fieldsIn,
  mergeSection,
  sectionsOf,
  stateOfSection,
  typedAt,
} from '../../src/reports/draft-sections.ts'
import type { ReportVersion } from '../../src/reports/report.ts'
import { readShippedQuestionnaires } from '../../src/reports/shipped.ts'
import type { StoredAnswer } from '../../src/reports/store.ts'
import { answerableQuestions } from '../../src/rules/questionnaire-schema.ts'
import { questionnaires, yearly } from './yearly.ts'

const sections = sectionsOf(yearly)
const [document, plans, clearance] = sections as [
  (typeof sections)[0],
  (typeof sections)[0],
  (typeof sections)[0],
]

const draftWith = (content: ReportDraft['content']): ReportDraft => ({
  draftId: '01920000-0000-7000-8000-000000000001',
  actor: 'XAA',
  obligation: 'yearly',
  coversYear: 2024,
  subject: null,
  revision: 1,
  startedFrom: null,
  content,
  createdAt: '2025-05-01T00:00:00Z',
  changedAt: '2025-05-01T00:00:00Z',
  submittedReport: null,
  owner: null,
  startedBy: null,
  changedBy: null,
})
const context = {
  actors: new Set(['XAA']),
  subjects: new Set<string>(),
  questionnaires,
  today: '2025-12-31',
}
const typing = (...saves: [(typeof sections)[0], Record<string, string>][]) =>
  saves.reduce(
    (content, [section, typed], i) => mergeSection(content, section, typed, true, i + 1),
    emptyContent,
  )
const whole = typing([document, { 'document.receivedOn': '2025-04-30' }])

describe('a form in sections', () => {
  it('asks for the document first, then group by group, each question with its parts', () => {
    assert.deepEqual(
      sections.map(({ id, title, part, parts }) => [id, title, part, parts]),
      [
        ['document', null, 1, 1],
        ['plans', 'Plans', 1, 1],
        ['clearance', 'Clearance', 1, 1],
      ],
    )
    assert.deepEqual(
      plans.questions.map((one) => one.answered),
      [['plan'], ['costed', 'dated']],
    )
  })

  it('asks every question of every questionnaire that ships exactly once, and never too many at once', () => {
    for (const questionnaire of readShippedQuestionnaires()) {
      const shipped = sectionsOf(questionnaire)
      const asked = shipped.flatMap((section) => section.questions.flatMap((one) => one.answered))
      assert.deepEqual(
        asked,
        answerableQuestions(questionnaire).map((question) => question.id),
      )
      assert.equal(new Set(shipped.map((section) => section.id)).size, shipped.length)
      for (const section of shipped)
        assert.ok(section.questions.flatMap((one) => one.answered).length <= 15, section.id)
    }
  })
})

describe('what is typed into a section', () => {
  it('is kept as typed, and leaves the other sections alone', () => {
    const first = typing([plans, { 'answers.plan.state': 'yes', 'answers.plan.text': '  As in 2023 ' }])
    const second = mergeSection(
      first,
      clearance,
      { 'answers.cleared.state': 'yes', 'answers.cleared.number': '12,5', 'answers.plan.state': 'no' },
      false,
      2,
    )
    assert.equal(typedAt(second, 'answers.cleared.number'), '12,5')
    assert.equal(typedAt(second, 'answers.plan.text'), '  As in 2023 ')
    assert.equal(typedAt(second, 'answers.plan.state'), 'yes')
    assert.deepEqual(second.sections, {
      plans: { revision: 1, finished: true },
      clearance: { revision: 2, finished: false },
    })
  })

  it('stays where a field was not sent, and goes where it was emptied', () => {
    const typed = typing([plans, { 'answers.plan.state': 'yes', 'answers.plan.page': '3' }])
    assert.equal(typedAt(mergeSection(typed, plans, {}, true, 2), 'answers.plan.page'), '3')
    const emptied = mergeSection(
      typed,
      plans,
      { 'answers.plan.state': '', 'answers.plan.page': ' ' },
      true,
      2,
    )
    assert.deepEqual(emptied.answers, {})
  })

  it('differs from what is kept only where the words do', () => {
    const kept = typing([plans, { 'answers.plan.state': 'yes' }])
    assert.deepEqual(
      differingFields(kept, plans, { 'answers.plan.state': 'yes ', 'answers.plan.text': '' }),
      [],
    )
    assert.deepEqual(differingFields(kept, plans, { 'answers.plan.state': 'no' }), ['answers.plan.state'])
  })
})

describe('a draft as a report', () => {
  it('leaves open questions out: blank is neither zero nor "no"', () => {
    const content = typing(
      [document, { 'document.receivedOn': '2025-04-30', 'document.voluntary': 'no', 'document.pages': '12' }],
      [
        plans,
        { 'answers.plan.state': '', 'answers.costed.state': 'not applicable', 'answers.dated.state': '' },
      ],
      [
        clearance,
        { 'answers.cleared.state': 'yes', 'answers.cleared.number': '0', 'answers.cleared.page': '4' },
      ],
    )
    assert.deepEqual(reportOfDraft(draftWith(content)), {
      format: 'pacta-report/1',
      actor: 'XAA',
      obligation: 'yearly',
      coversYear: 2024,
      receivedOn: '2025-04-30',
      document: { pages: 12, voluntary: false },
      answers: [
        { question: 'costed', state: 'not applicable' },
        { question: 'cleared', state: 'yes', number: 0, evidence: { page: '4' } },
      ],
    })
    assert.deepEqual(issuesOfDraft(draftWith(content), context), [])
  })

  it('has its mistakes named by the field in which each was typed', () => {
    const content = typing(
      [
        document,
        {
          'document.receivedOn': '30.4.2025',
          'document.pages': 'many',
          'document.sourceAddress': 'example.org',
          'document.voluntary': 'perhaps',
        },
      ],
      [
        plans,
        {
          'answers.plan.text': 'words without an answer',
          'answers.costed.state': 'perhaps',
          'answers.dated.state': 'yes',
          'answers.dated.number': '3',
          'answers.dated.language': 'not a tag',
        },
      ],
      [clearance, { 'answers.cleared.state': 'yes', 'answers.cleared.number': '1,250' }],
    )
    const fields = issuesOfDraft(draftWith(content), context).map((issue) => issue.field)
    assert.deepEqual(fields.sort(), [
      'answers.cleared.number',
      'answers.costed.state',
      'answers.dated.language',
      'answers.dated.number',
      'answers.plan.state',
      'document.pages',
      'document.receivedOn',
      'document.sourceAddress',
      'document.sourceTitle',
      'document.voluntary',
    ])
  })

  it('needs a number where one is asked for, and the day on which it was received', () => {
    const content = typing([clearance, { 'answers.cleared.state': 'yes', 'answers.cleared.number': '' }])
    assert.deepEqual(
      issuesOfDraft(draftWith(content), context).map(({ field, message }) => [field, message]),
      [
        ['document.receivedOn', 'Missing'],
        ['answers.cleared.number', 'This question asks for a number'],
      ],
    )
  })

  it('begins with the answers of an earlier version, its silences left open', () => {
    const answer = (question: string, state: StoredAnswer['state'], more: Partial<StoredAnswer> = {}) => ({
      datumId: 'd',
      reportId: 'r',
      actor: 'XAA',
      question,
      state,
      silence: state === 'not reported' ? ('silent' as const) : null,
      number: null,
      unit: null,
      text: null,
      evidence: { page: null, quotation: null, language: null },
      codedBy: null,
      confirmedBy: null,
      ...more,
    })
    const version: ReportVersion = {
      reportId: 'r',
      actor: 'XAA',
      obligation: 'article-7',
      coversYear: 2025,
      subject: null,
      receivedOn: '2026-04-20',
      version: 1,
      supersedes: null,
      language: 'en',
      document: { title: 'The report', form: 'forms', pages: 12, voluntary: false },
      source: { title: 'Register of reports', address: null, publisher: null, published: '2026-04' },
      entered: false,
      recordedAt: '2026-04-20T00:00:00Z',
      sha256: '0',
    }
    const content = contentOf(version, [
      answer('plan', 'not reported'),
      answer('costed', 'not reported', {
        text: 'Left blank',
        evidence: { page: '4', quotation: 'N/A', language: 'en' },
        codedBy: 'A coder',
      }),
      answer('cleared', 'yes', {
        number: 1200.5,
        unit: 'm2',
        evidence: { page: '3', quotation: 'Q', language: 'en' },
      }),
    ])
    // When the correction came is not when the first one did.
    assert.deepEqual(content.document, {
      title: 'The report',
      language: 'en',
      form: 'forms',
      pages: '12',
      voluntary: 'no',
      sourceTitle: 'Register of reports',
      sourceDate: '2026-04',
    })
    assert.deepEqual(content.answers, {
      cleared: { state: 'yes', number: '1200.5', unit: 'm2', page: '3', quotation: 'Q', language: 'en' },
    })
    assert.deepEqual(
      reportOfDraft(draftWith(content)).answers.map((one) => one.question),
      ['cleared'],
    )
    assert.deepEqual(
      issuesOfDraft(draftWith({ ...content, document: whole.document }), context),
      [],
      'nothing is wrong that nobody typed',
    )
    assert.ok(isSameTyped(undefined, { state: '', text: ' ' }))
    assert.ok(!isSameTyped(content.answers.cleared, { state: 'yes' }))
  })
})

describe('where a section stands', () => {
  const stateOf = (content: ReportDraft['content'], section = clearance) =>
    stateOfSection(content, section, issuesOfDraft(draftWith(content), context))

  it('is not started, in progress, complete, or has problems', () => {
    assert.equal(stateOf(whole), 'not started')
    const begun = mergeSection(whole, clearance, { 'answers.cleared.state': '' }, false, 2)
    assert.equal(stateOf(begun), 'in progress')
    assert.equal(stateOf(mergeSection(whole, clearance, {}, true, 2)), 'complete')
    const wrong = mergeSection(whole, clearance, { 'answers.cleared.number': 'x' }, true, 2)
    assert.equal(stateOf(wrong), 'has problems')
    assert.equal(stateOf(wrong, document), 'complete')
  })

  it('is in progress where an earlier version filled it and nobody has looked yet', () => {
    const content = { ...whole, answers: { cleared: { state: 'yes', number: '4' } } }
    assert.equal(stateOf(content), 'in progress')
    assert.deepEqual(countAnswered(content, clearance), { answered: 1, asked: 1 })
    assert.deepEqual(countAnswered(content, plans), { answered: 0, asked: 3 })
  })

  it('has fields of its own only', () => {
    const all = sections.flatMap(fieldsIn)
    assert.equal(new Set(all).size, all.length)
  })
})
