import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, it } from 'node:test'
import { checkDutyFolder, dutyFolders, readDutyFile, shippedDuties } from '../../src/duties/rules.ts'
import { readShippedInstruments } from '../../src/instruments/read.ts'
import { shippedTreaties } from '../../src/parties/treaty.ts'
import { describeIssue, Problem } from '../../src/problem.ts'
import { readShippedKinds, readShippedQuestionnaires } from '../../src/reports/shipped.ts'

const against = {
  kinds: readShippedKinds(),
  questionnaires: readShippedQuestionnaires(),
  instruments: readShippedInstruments(),
  treaties: shippedTreaties(),
  cohortsOf: (treaty: string) => dutyFolders().find((one) => one.treaty?.id === treaty)?.cohorts ?? {},
}

const home = mkdtempSync(join(tmpdir(), 'pacta-duties-'))
after(() => rmSync(home, { recursive: true }))

const plan = 'siem-reap-angkor-draft-2024-08'
/** The mistakes in a file of duties of the plan, as a reader is told them, without the folder. */
const mistakesIn = (yaml: string, instrument = plan): string[] => {
  const path = join(home, 'some.duties.yaml')
  writeFileSync(path, `instrument: ${instrument}\nduties:\n${yaml}`)
  try {
    const file = readDutyFile(path)
    return checkDutyFolder({ treaty: undefined, files: [{ path, file }], cohorts: {} }, against).map(
      (issue) => describeIssue(issue).replaceAll(`${home}/`, ''),
    )
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    return error.issues.map((issue) => describeIssue(issue).replaceAll(`${home}/`, ''))
  }
}

const head = (id: string) =>
  `  ${id}:\n    title: Some duty\n    article: Action 1\n    words: Shall.\n    source: Action 1\n`

describe('the duties that ship', () => {
  it('name only kinds, fields, meetings, cohorts and duties that there are', () => {
    for (const folder of dutyFolders())
      assert.deepEqual(checkDutyFolder(folder, against).map(describeIssue), [])
  })

  it('are those of treaties first, then those of plans, each with its language and source', () => {
    const sets = shippedDuties()
    const mineBan = sets.find(({ instrument }) => instrument === 'mine-ban')!
    assert.deepEqual([mineBan.kind, mineBan.treaty, mineBan.period], ['treaty', 'mine-ban', null])
    assert.equal(mineBan.language, 'en')
    const own = sets.find(({ instrument }) => instrument === plan)!
    assert.deepEqual([own.kind, own.treaty, own.treatySet], ['action-plan', 'mine-ban', mineBan])
    assert.equal(new Set(sets.map(({ instrument }) => instrument)).size, sets.length)
    assert.ok(sets.length > 2, 'treaties and a plan')
    assert.ok(
      sets.findIndex(({ kind }) => kind !== 'treaty') > sets.findLastIndex(({ kind }) => kind === 'treaty'),
    )
  })
})

describe('a file of duties', () => {
  it('is told every mistake of its form, with line and path', () => {
    const mistakes = mistakesIn(
      `${head('one')}    colour: blue\n    first: {after: entry-into-force, days: 3, years: 2}\n${head('two')}    first: {days: 3}\n    due: {month: 13, day: 1}\n`,
    )
    assert.deepEqual(mistakes.length, 4)
    assert.match(
      mistakes.join('\n'),
      /some\.duties\.yaml.*line 8.*duties\.one\.colour.*nothing is called "colour" here/,
    )
    assert.match(
      mistakes.join('\n'),
      /line 9.*duties\.one\.first.*days, workingDays, months or years, one of them/,
    )
    assert.match(mistakes.join('\n'), /line 15.*duties\.two\.first.*after, before or at, one of them/)
    assert.match(mistakes.join('\n'), /line 16.*duties\.two\.due\.month/)
  })

  it('is told what it names and nobody holds', () => {
    const mistakes = mistakesIn(
      [
        `${head('one')}    first: {after: {fact: no-such-kind}, days: 3}`,
        `${head('two')}    first: {after: {fact: stock-discovery, on: colour}, days: 3}`,
        `${head('three')}    first: {before: {eachMeeting: [tea-party]}, days: 3}`,
        `${head('four')}    first: {before: {duty: article-99}, days: 3}`,
        `${head('five')}    first: {at: {unmet: article-5, times: 2}}`,
        `${head('six')}    undated: No day.\n    met: {by: {some: stock-discovery}, on: colour}`,
        `${head('seven')}    undated: No day.\n    owedBy: {cohort: no-such-cohort}`,
        `${head('eight')}    undated: No day.\n    obligation: no-such-questionnaire`,
        `${head('nine')}    first: {after: {fact: assessment, where: {forYear: $year}}, days: 3}`,
      ].join('\n'),
    )
    assert.deepEqual(
      mistakes.map((text) => /\bduties\.((?!yaml)\S+?)[,:;]? /.exec(text)?.[1]),
      [
        ...['one.first.after.fact', 'two.first.after.on', 'three.first.before.eachMeeting[0]'],
        ...[
          'four.first.before.duty',
          'five.first.at.unmet',
          'six.met.on',
          'seven.owedBy.cohort',
          'eight.obligation',
          'nine.first.after.where.forYear',
        ],
      ],
    )
    assert.match(
      mistakes[2]!,
      /no series of meetings "tea-party".*meeting-of-states-parties, review-conference/,
    )
    assert.match(mistakes[4]!, /comes only once/)
  })

  it('says when each duty falls due, in one way', () => {
    const mistakes = mistakesIn(
      [
        `${head('nothing')}`,
        `${head('both')}    undated: No day.\n    due: {month: 4, day: 30}`,
        `${head('never')}    due: {month: 2, day: 30}`,
        `${head('often')}    recurs: {rule: FREQ=SOMETIMES, from: "2x"}`,
        `${head('stretched')}    due: {month: 4, day: 30}\n    extendable: true`,
        `${head('withdrawal')}    undated: No day.`,
        `${head('article-7')}    undated: No day.`,
      ].join('\n'),
    )
    assert.equal(mistakes.length, 8)
    for (const said of [
      /duties\.nothing.*nothing says when it falls due/,
      /duties\.both.*several things say when/,
      /duties\.never\.due.*no year has this day/,
      /duties\.often\.recurs\.rule.*no rule of recurrence/,
      /duties\.often\.recurs\.from.*not a date/,
      /duties\.stretched\.extendable.*not extended/,
      /duties\.withdrawal.*is no duty of a file/,
      /duties\.article-7.*the treaty has a duty "article-7" already/,
    ])
      assert.match(mistakes.join('\n'), said)
  })

  it('is counted from a duty that has one day, over lengths that leave a date', () => {
    const mistakes = mistakesIn(
      [
        `${head('never')}    first: {after: {duty: article-9}, days: 10}`,
        `${head('always')}    first: {after: {duty: article-7}, days: 10}`,
        `${head('late')}    first: {before: {lastMeeting: [review-conference], before: {duty: article-9}}, months: 9}`,
      ].join('\n'),
    )
    assert.equal(mistakes.length, 3)
    assert.match(mistakes[0]!, /never\.first\.after\.duty.*"article-9" has no day to count from/)
    assert.match(mistakes[1]!, /always\.first\.after\.duty.*has many days/)
    assert.match(mistakes[2]!, /late\.first\.before\.before\.duty.*has no day/)
    const lengths = mistakesIn(
      `${head('far')}    first: {after: entry-into-force, years: 9000}\n${head('misspelt')}    first: {after: {metting: 24MSP}, days: 3}`,
    ).join('\n')
    assert.match(lengths, /far\.first\.years/)
    assert.match(lengths, /misspelt\.first\.after.*eachMeeting, nextMeeting/)
  })

  it('has nothing about a day where there is none, and is met in one way', () => {
    const mistakes = mistakesIn(
      [
        `${head('one')}    undated: No day.\n    atRisk: {days: 3}\n    extendable: true`,
        `${head('two')}    first: {before: {eachMeeting: [review-conference]}, days: 3}\n    extendable: true`,
        `${head('three')}    first: {after: entry-into-force, days: 3}\n    covers: previous-calendar-year`,
        `${head('four')}    undated: No day.\n    obligation: article-7\n    met: {by: {some: completion}}`,
        `${head('five')}    recurs: {rule: FREQ=YEARLY, from: "../2025"}`,
      ].join('\n'),
    )
    const places = mistakes.map((text) => /\bduties\.((?!yaml)\S+?)[,:;]? /.exec(text)?.[1])
    assert.deepEqual(places, [
      ...['one.extendable', 'one.atRisk', 'two.extendable', 'three.covers', 'four.met', 'five.recurs.from'],
    ])
  })

  it('a pledge enters into force for nobody', () => {
    const mistakes = mistakesIn(
      `${head('one')}    first: {after: entry-into-force, days: 3}\n`,
      'ihl-pledge-mongolia',
    )
    assert.match(mistakes.join(), /duties\.one\.first.*nothing enters into force/)
  })

  it('duties that wait for each other in a circle are refused by name', () => {
    const mistakes = mistakesIn(
      [
        `${head('hen')}    first: {after: {duty: egg}, days: 1}`,
        `${head('egg')}    first: {before: {duty: hen}, days: 1}`,
      ].join('\n'),
    )
    assert.match(mistakes[0]!, /in a circle: hen → egg → hen/)
    assert.match(mistakes[1]!, /in a circle: egg → hen → egg/)
  })

  it('is for an instrument that is held', () => {
    assert.match(
      mistakesIn(`${head('one')}    undated: No day.\n`, 'nobodys-plan')[0]!,
      /no instrument "nobodys-plan"/,
    )
  })
})
