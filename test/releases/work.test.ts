// What a release carries of how its promise is carried out, and what it does not.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { importFacts } from '../../src/facts/import.ts'
import { belongingTo, type WorkVersion } from '../../src/implementation/belonging.ts'
import { plansOfWork } from '../../src/implementation/plan-of-work.ts'
import { loadExercise } from '../../src/load.ts'
import { createRelease } from '../../src/releases/create.ts'
import { diffReleases } from '../../src/releases/diff.ts'
import { fileTextOf, readRelease } from '../../src/releases/read.ts'
import { verifyRelease } from '../../src/releases/verify.ts'
import { workFactsOf, workOfRelease } from '../../src/releases/work.ts'
import { readShippedKinds } from '../../src/reports/shipped.ts'
import { inTestWorld } from '../world.ts'
import { changed, verify, words } from './verifying.ts'

const version = (kind: string, id: string, fields: WorkVersion['fields'], more = {}): WorkVersion => ({
  ...{ id: `XAA/${kind}/${id}`, externalId: id, kind, supersedes: null, retracts: null, fields },
  ...more,
})

describe('what belongs to an instrument', () => {
  const belonging = (...versions: WorkVersion[]) =>
    [...belongingTo('the-pledge', versions, readShippedKinds())].map((id) => id.split('/')[2]).sort()

  test('is what names it or a part of it, and what names such a fact, however far', () =>
    assert.deepEqual(
      belonging(
        version('plan-action', 'a', { title: 'A', plan: 'p', carriesOut: ['the-pledge/2'] }),
        version('step', 's', { title: 'S', action: 'a' }),
        version('progress', 'r', { about: 's', status: 'done', reportedOn: '2026-01-01' }),
        version('plan-action', 'other', { title: 'B', plan: 'p', carriesOut: ['the-pledge-of-others/2'] }),
      ),
      ['a', 'r', 's'],
    ))

  test('is a fact with its corrections and with what took it back', () =>
    assert.deepEqual(
      belonging(
        version('study', 'first', { title: 'S', instrument: 'the-pledge' }),
        version('study', 'second', { title: 'S', instrument: 'another' }, { supersedes: 'XAA/study/first' }),
        version('study', 'gone', {}, { retracts: 'XAA/study/second' }),
      ),
      ['first', 'gone', 'second'],
    ))
})

describe('facts of work in a file', () => {
  test('that name nothing of the plan are found', () =>
    assert.deepEqual(
      words(verify(changed(({ work }) => (work!.facts[0]!.fields.instrument = 'another-plan')))),
      [
        'fact of work XAA/national-plan/p: it names nothing that belongs to the plan',
        'fact of work XAA/plan-action/a: it names nothing that belongs to the plan',
      ],
    ))

  test('that were known only later are found', () =>
    assert.deepEqual(words(verify(changed(({ work }) => (work!.facts[1]!.knownFrom = '2026-08-01')))), [
      'fact of work XAA/plan-action/a: known from 2026-08-01, after 2026-07-01',
    ]))

  test('whose part was changed without its digest are found by their part', () => {
    const text = changed(({ work }) => (work!.facts[0]!.fields.title = 'Another plan'))
    const found = verify(text.replace('Another plan', 'A third plan'))
    assert.ok(words(found).some((line) => line.startsWith('payload.work: this part')))
  })

  test('may be missing as a whole, as in releases of before', () => {
    const found = verify(changed((payload) => void delete payload.work))
    assert.deepEqual(words(found), [])
  })
})

const pledge = 'ihl-pledge-mongolia'
const head = 'id,actor,kind,date,known_from,source_title,tier,body.action,body.title,body.due,supersedes\n'
const step = (
  id: string,
  title: string,
  { tier = 'public', supersedes = '', action = 'plan-action-2' } = {},
) =>
  `${id},XQO,step,2027-06-01,2027-06-01,Exercise: a letter,${tier},${action},Exercise: ${title},2027-12-01,${supersedes}\n`

test('a release of a pledge', (t) =>
  inTestWorld(async (db) => {
    await loadExercise(db)
    const before = await createRelease(db, { plan: pledge, year: 2027 })
    const { payload } = before.release

    await t.test('holds its plan of work with actions, steps and new dates', () => {
      const [plan] = plansOfWork(workOfRelease(payload), pledge)
      assert.equal(plan?.actions.length, 5)
      assert.deepEqual(plan?.actions[1]?.schedule.now.endsOn, '2028-03-31')
      assert.deepEqual(plan?.actions[1]?.schedule.original.endsOn, '2027-06-30')
    })

    await t.test('holds each fact once: what rules read stands with the other facts', () => {
      const ids = [...payload.datums, ...(payload.work?.facts ?? [])].map(({ id }) => id)
      assert.equal(new Set(ids).size, ids.length)
      const kinds = new Set(workFactsOf(payload).facts.map(({ kind }) => kind))
      for (const kind of ['dissemination-event', 'task', 'recommendation', 'budget-line', 'indicator-remark'])
        assert.ok(kinds.has(kind), kind)
    })

    await t.test('is read from its file and holds', () => {
      const bytes = Buffer.from(fileTextOf({ ...before.release, payloadText: before.payloadText }))
      assert.deepEqual(
        readRelease(bytes, 'release.json').release.payload.work?.facts.length,
        payload.work?.facts.length,
      )
      assert.equal(verifyRelease(bytes, 'release.json').holds, true)
    })

    await t.test('has the parts of the text, with the one on resources by the rules', () => {
      const { sections, indicators } = payload.instrument
      assert.deepEqual(
        sections.map(({ number, paragraphs, resources = false }) => [number, paragraphs?.length, resources]),
        [
          ['A', 2, false],
          ['B', 0, false],
          ['C', 0, false],
          ['D', 1, true],
        ],
      )
      assert.ok(indicators.every(({ section }) => section === 'C) Indicators for measuring progress:'))
    })

    await t.test('has what is known on its day and no more', async () => {
      const then = await createRelease(db, { plan: pledge, year: 2026, knownOn: '2026-12-31' })
      const facts = then.release.payload.work?.facts ?? []
      assert.ok(facts.length > 0 && facts.every(({ knownFrom }) => knownFrom <= '2026-12-31'))
    })

    await t.test('tells the year as it stood on its day, by what is known later', async () => {
      const { payload: then } = (await createRelease(db, { plan: pledge, year: 2026 })).release
      assert.deepEqual([then.asOf, then.knownOn], ['2026-12-31', '2027-12-31'])
      const [plan] = plansOfWork(workOfRelease(then), pledge)
      assert.deepEqual(
        plan?.actions.slice(1, 3).map(({ number, standing, schedule }) => [number, standing, schedule.slip]),
        [
          ['2', 'nothing-reported', null],
          ['3', 'nothing-reported', null],
        ],
      )
    })

    await t.test('leaves out what is not public and what was entered here, and counts both', async () => {
      const received = { kinds: readShippedKinds(), entered: false }
      const csv = (rows: string) => ({ name: 'f.csv', bytes: new TextEncoder().encode(head + rows) })
      await importFacts(db, csv(step('step-secret', 'a secret', { tier: 'restricted' })), received)
      await importFacts(db, csv(step('step-here', 'typed here')), { ...received, entered: true })
      await importFacts(db, csv(step('step-late', 'a second reading')), received)
      const after = await createRelease(db, { plan: pledge, year: 2027 })
      assert.deepEqual(
        [after.leftOut.work - before.leftOut.work, after.leftOut.facts - before.leftOut.facts],
        [1, 1],
      )
      assert.doesNotMatch(after.payloadText, /a secret|typed here/)
      assert.deepEqual(
        diffReleases(before.release, after.release).work.map(({ id, change, title }) => [id, change, title]),
        [['XQO/step/step-late', 'added', 'Exercise: a second reading']],
      )
    })
  }, 'exercise'))

test('a plan that nobody works on in public has an empty part', () =>
  inTestWorld(async (db) => {
    await loadExercise(db)
    const plan = 'siem-reap-angkor-draft-2024-08'
    const { payload } = (await createRelease(db, { plan, year: 2025, knownOn: '2025-02-01' })).release
    assert.deepEqual(payload.work, { kinds: {}, facts: [] })
  }, 'exercise'))
