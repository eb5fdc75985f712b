// A plan of a user's own: written from its text, checked, added, replaced, removed. The texts are invented.
import assert from 'node:assert/strict'
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, beforeEach, describe, it } from 'node:test'
import type { Store } from '../../src/db/store.ts'
import { importFacts } from '../../src/facts/import.ts'
import { importCoverage } from '../../src/facts/import-coverage.ts'
import { sha256Of } from '../../src/formats/canonical.ts'
import { addPlan, checkAddedPlans, removePlan } from '../../src/indicators/added-plans.ts'
import { checkPlanFolder } from '../../src/indicators/plan-folder.ts'
import { heldPlans } from '../../src/indicators/plans.ts'
import { scaffoldPlan } from '../../src/indicators/scaffold.ts'
import { showIndicator } from '../../src/indicators/view.ts'
import { noticeInstruments, useInstruments } from '../../src/instrument-folders.ts'
import { importPlan } from '../../src/instruments/import.ts'
import type { Actor } from '../../src/parties/actor.ts'
import { saveActors } from '../../src/parties/actor-store.ts'
import { describeIssue, Problem } from '../../src/problem.ts'
import { readShippedKinds, readShippedQuestions } from '../../src/reports/shipped.ts'
import { importReports } from '../../src/reports/submit.ts'
import { inTestStore } from '../world.ts'

const source = `Framework for Safe Roads 2026-2028

I. Rules

Action #1: Adopt speed limits in built-up areas.

Indicators
- Percentage of participating States that have adopted a speed limit of 50 km/h or less in built-up areas.
- Number of participating States that publish an annual figure of road deaths.

II. Help

Action #2: Keep an emergency number.

Indicator
- Whether an emergency number exists.
`

const home = mkdtempSync(join(tmpdir(), 'pacta-plans-'))
const root = join(home, 'instruments')

const write = (name: string): string => {
  const folder = join(home, name)
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(join(folder, 'data'), { recursive: true })
  const textFile = `${name}.txt`
  writeFileSync(join(folder, textFile), source)
  const asked = { name, textFile, sha256: sha256Of(source), language: 'en', today: '2026-06-01' }
  for (const [file, text] of scaffoldPlan(importPlan(source, textFile), asked))
    writeFileSync(join(folder, file), text)
  return folder
}

const change = (folder: string, file: string, from: string | RegExp, to: string): void => {
  const path = join(folder, file)
  const before = readFileSync(path, 'utf8')
  const text = before.replace(from, to)
  assert.notEqual(text, before, `${file} has no ${from}`)
  writeFileSync(path, text)
}

const mistakesIn = (folder: string): string[] => checkPlanFolder(folder).issues.map(describeIssue)

const csv = (name: string, ...lines: string[]) => ({ name, bytes: Buffer.from(`${lines.join('\n')}\n`) })

const state = (id: string, name: string): Actor => ({
  ...{ id, kind: 'state', iso3: null, iso2: null, m49: null, parent: null, region: null, unMember: null },
  ...{
    regionNote: null,
    regionSource: null,
    tileColumn: null,
    tileRow: null,
    aliases: [],
    source: 'Exercise',
  },
  names: { en: { short: name } },
})

describe('a plan of one’s own', () => {
  beforeEach(() => {
    rmSync(root, { recursive: true, force: true })
    useInstruments(root)
  })
  after(() => {
    useInstruments(undefined)
    rmSync(home, { recursive: true, force: true })
  })

  it('is written from its text: every indicator verbatim, with a question and a rule, and every guess marked', () => {
    const checked = checkPlanFolder(write('safe-roads'))
    assert.deepEqual(checked.issues, [])
    assert.deepEqual(checked.notes, [])
    const [plan] = checked.plans
    assert.deepEqual([...plan!.indicators.keys()], ['1.1', '1.2', '2.1'])
    assert.equal(
      plan!.indicators.get('1.1')!.text,
      'Percentage of participating States that have adopted a speed limit of 50 km/h or less in built-up areas.',
    )
    assert.deepEqual(plan!.rules.years, [2026, 2027, 2028])
    assert.deepEqual(plan!.rules.rules['1.2']!.condition, { answer: 'indicator-1-2', is: 'yes' })
    const marked = checked.marks.map(({ file, line }) => `${file} ${line}`)
    assert.ok(marked.length > 15 && new Set(marked).size === marked.length)
  })

  it('leaves no number without a unit: what is counted is asked for', () => {
    const text = source.replace(
      'Whether an emergency number exists.',
      'Number of calls answered in the year.',
    )
    const asked = { name: 'calls', textFile: 'calls.txt', sha256: '', language: 'en', today: '2026-06-01' }
    const questions = scaffoldPlan(importPlan(text, 'calls.txt'), asked).get('questions.yaml') ?? ''
    assert.match(questions, /type: number\n +unit: number {2}# check: what is counted/)
    assert.doesNotMatch(questions, /type: state\n +unit:/)
  })

  for (const [what, spoil, expected] of [
    [
      'a cohort nobody defined',
      (f: string) => change(f, 'fault.rules.yaml', 'cohort: fault-parties', 'cohort: fault-members'),
      /fault\.rules\.yaml, line \d+, rules\."1\.1"\.population\.cohort: there is no cohort "fault-members"; expected fault-parties/,
    ],
    [
      'a question nobody asks',
      (f: string) => change(f, 'fault.rules.yaml', 'answer: indicator-1-1', 'answer: indicator-9'),
      /fault\.rules\.yaml, line \d+, .*indicator-9/,
    ],
    [
      'a rule for an indicator the plan does not have',
      (f: string) => change(f, 'fault.rules.yaml', '"2.1":', '"2.7":'),
      /fault\.rules\.yaml, .*2\.7.*: the plan has no indicator "2\.7"; expected 1\.1, 1\.2, 2\.1/,
    ],
    [
      'a duty counted from what nobody records',
      (f: string) =>
        writeFileSync(
          join(f, 'fault.duties.yaml'),
          [
            ...['instrument: fault', 'duties:', '  answer:', '    title: Answer', '    article: Action 1'],
            ...['    words: Answer within a month.', '    source: Action 1'],
            '    first: {after: {fact: question-asked}, months: 1}',
          ].join('\n'),
        ),
      /fault\.duties\.yaml, line 8, duties\.answer\.first\.after\.fact: there is no kind "question-asked"; expected /,
    ],
    [
      'a text that was changed',
      (f: string) => appendFileSync(join(f, 'fault.txt'), 'One line more.\n'),
      /fault\.yaml, sha256: not the SHA-256 of fault\.txt/,
    ],
    [
      'a kind that ships with Pacta',
      (f: string) => change(f, 'kinds.yaml', 'fault-member:', 'meeting:'),
      /kinds\.yaml, line \d+, meeting: the kind "meeting" is held already/,
    ],
    [
      'a cohort that ships with Pacta',
      (f: string) => change(f, 'cohorts.yaml', 'fault-parties:', 'states-parties:'),
      /cohorts\.yaml, line \d+, states-parties: a cohort "states-parties" is held already \(mine-ban\)/,
    ],
    [
      'a treaty nobody holds',
      (f: string) => change(f, 'fault.yaml', 'obligation: fault', 'obligation: fault\ntreaty: no-such'),
      /fault\.yaml, treaty: no treaty "no-such" is held/,
    ],
    [
      'a year that is no number',
      (f: string) => change(f, 'fault.yaml', 'years: [2026', 'years: [soon'),
      /fault\.yaml, line \d+, years\.0/,
    ],
    [
      'a key the form does not have',
      (f: string) => change(f, 'questions.yaml', 'title: "Report', 'titel: "Report'),
      /questions\.yaml, line \d+, titel: nothing is called "titel" here/,
    ],
    [
      'YAML that is none',
      (f: string) => writeFileSync(join(f, 'cohorts.yaml'), 'a: [\n'),
      /cohorts\.yaml, line \d+/,
    ],
  ] as [string, (folder: string) => void, RegExp][])
    it(`is refused by file, line and path: ${what}`, async () => {
      const folder = write('fault')
      spoil(folder)
      assert.match(mistakesIn(folder).join('\n'), expected)
      await inTestStore(async (store) => {
        await assert.rejects(addPlan(store, folder), { type: 'input-rejected' })
      })
      assert.equal(existsSync(join(root, 'fault')), false)
    })

  it('says which indicators have no rule, and which words are not the text’s', () => {
    const folder = write('noted')
    change(folder, 'noted.rules.yaml', / {2}# Whether[\s\S]*$/, '')
    change(folder, 'noted.yaml', 'Keep an emergency number', 'Keep a number')
    const { issues, notes } = checkPlanFolder(folder)
    assert.deepEqual(issues, [])
    assert.match(notes.map(describeIssue).join('\n'), /action 2 does not stand in noted\.txt in these words/)
    assert.match(notes.map(describeIssue).join('\n'), /indicator 2\.1 has no rule, so it will have no value/)
  })

  const recordAll = async (store: Store) => {
    const db = store.world('exercise')
    await saveActors(db, [state('XAA', 'Aaland'), state('XBB', 'Beeland'), state('XCC', 'Ceeland')])
    const facts = csv(
      'members.csv',
      'id,actor,kind,from,known_from,source_title',
      ...['XAA', 'XBB', 'XCC'].map(
        (actor) => `m-${actor},${actor},safe-roads-member,2025-01-01,2025-01-01,Exercise: list`,
      ),
    )
    const given = { today: '2026-12-31' }
    await importFacts(db, facts, { kinds: readShippedKinds(), entered: false, ...given })
    const coverage = csv(
      'coverage.csv',
      'register,from,until,level,stated_by,known_from',
      'safe-roads-member,2025-01-01,,complete,Exercise,2025-01-01',
      'safe-roads-report,2025-01-01,,complete,Exercise,2025-01-01',
    )
    await importCoverage(db, coverage, { kinds: readShippedKinds(), ...given })
    const reports = csv(
      'reports.csv',
      'actor,obligation,covers_year,received_on,question,state',
      'XAA,safe-roads,2025,2026-03-01,indicator-1-1,yes',
      'XAA,safe-roads,2025,2026-03-01,indicator-1-2,no',
      'XBB,safe-roads,2025,2026-03-02,indicator-1-1,partly',
      'XBB,safe-roads,2025,2026-03-02,indicator-1-2,yes',
    )
    await importReports(db, reports, { questionnaires: readShippedQuestions(), entered: false, ...given })
  }

  it('gives values once members, coverage and reports are in, and stays while they are', async () => {
    await inTestStore(async (store) => {
      const folder = write('safe-roads')
      const before = heldPlans().length
      const added = await addPlan(store, folder)
      assert.equal(added.outcome, 'added')
      assert.equal(heldPlans().length, before + 1)
      assert.equal((await addPlan(store, folder)).outcome, 'held already')
      await recordAll(store)
      const asked = { year: 2026, asOf: '2026-12-31' }
      const shown = await showIndicator(store.world('exercise'), { indicator: 'safe-roads/1.1', ...asked })
      assert.deepEqual([shown.numerator, shown.denominator], [1, 3])
      assert.deepEqual(
        shown.members.map(({ actor, state: said }) => `${actor} ${said}`),
        ['XAA counted', 'XBB partly', 'XCC not reported'],
      )
      await assert.rejects(removePlan(store, 'safe-roads'), (refusal: unknown) => {
        assert.ok(refusal instanceof Problem && refusal.type === 'already-recorded')
        assert.match(
          refusal.issues.map(describeIssue).join('\n'),
          /2 reports of "safe-roads" are held in the exercise/,
        )
        assert.match(refusal.issues.map(describeIssue).join('\n'), /3 facts of "safe-roads-member"/)
        return true
      })

      // A changed rule replaces it; a question that was answered may not go.
      change(folder, 'safe-roads.rules.yaml', 'indicator-1-1, is: yes', 'indicator-1-1, is: [yes, partly]')
      assert.equal((await addPlan(store, folder)).outcome, 'replaced')
      const again = await showIndicator(store.world('exercise'), { indicator: 'safe-roads/1.1', ...asked })
      assert.deepEqual([again.numerator, again.denominator], [2, 3])
      change(folder, 'questions.yaml', 'id: indicator-1-2', 'id: other')
      change(folder, 'safe-roads.rules.yaml', 'answer: indicator-1-2', 'answer: other')
      await assert.rejects(addPlan(store, folder), (refusal: unknown) => {
        assert.ok(refusal instanceof Problem)
        assert.match(
          refusal.issues.map(describeIssue).join('\n'),
          /the question "indicator-1-2" of "safe-roads" is gone/,
        )
        return true
      })
    })
  })

  it('is removed while nothing is recorded under it, and nothing of it stays', async () => {
    await inTestStore(async (store) => {
      await addPlan(store, write('safe-roads'))
      assert.deepEqual(await removePlan(store, 'safe-roads'), { folder: 'safe-roads', plans: ['safe-roads'] })
      assert.equal(existsSync(join(root, 'safe-roads')), false)
      assert.ok(!heldPlans().some((plan) => plan.rules.id === 'safe-roads'))
      await assert.rejects(removePlan(store, 'safe-roads'), { type: 'not-found' })
      await assert.rejects(removePlan(store, 'mine-ban'), { type: 'not-found' })
    })
  })

  it('that was broken by hand in the data folder is mended by adding it again', async () => {
    await inTestStore(async (store) => {
      const folder = write('safe-roads')
      await addPlan(store, folder)
      writeFileSync(join(root, 'safe-roads', 'kinds.yaml'), 'a: [\n')
      useInstruments(root)
      assert.throws(() => heldPlans(), { type: 'input-rejected' })
      await assert.rejects(removePlan(store, 'safe-roads'), { type: 'input-rejected' })
      assert.equal((await addPlan(store, folder)).outcome, 'replaced')
      assert.ok(heldPlans().some((plan) => plan.rules.id === 'safe-roads'))
    })
  })

  it('is seen by a running process with the next look', async () => {
    await inTestStore(async (store) => {
      await addPlan(store, write('safe-roads'))
      rmSync(join(root, 'safe-roads'), { recursive: true })
      assert.ok(heldPlans().some((plan) => plan.rules.id === 'safe-roads'))
      noticeInstruments()
      assert.ok(!heldPlans().some((plan) => plan.rules.id === 'safe-roads'))
    })
  })

  it('must be on every machine that opens the store', async () => {
    await inTestStore(async (store) => {
      await addPlan(store, write('safe-roads'))
      const db = store.world('register')
      const said: string[] = []
      const asked = { refuse: true, progress: (text: string) => void said.push(text) }
      await checkAddedPlans(db, asked)
      assert.deepEqual(said, [])
      appendFileSync(join(root, 'safe-roads', 'cohorts.yaml'), '# by hand\n')
      await checkAddedPlans(db, asked)
      assert.match(said.join(), /not as it was added/)
      useInstruments(join(home, 'elsewhere'))
      await assert.rejects(checkAddedPlans(db, asked), {
        type: 'store-unavailable',
        message: /PACTA_INSTRUMENTS/,
      })
      await checkAddedPlans(db, { ...asked, refuse: false })
    })
  })
})
