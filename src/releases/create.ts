// Freezes a year's figures of a plan with everything they rest on.
import { findSetting } from '../db/setting-store.ts'
import type { Db } from '../db/store.ts'
import { isLawDuty, lawPartOf } from '../duties/dates.ts'
import { todayIn } from '../facts/today.ts'
import { inOrder, sha256Of } from '../formats/canonical.ts'
import { defaultAsOf, meetingOf } from '../indicators/clock.ts'
import { getPlan, type HeldPlan, recastParties } from '../indicators/plans.ts'
import { readSourceText } from '../instruments/read.ts'
import { findTreaty } from '../parties/treaty.ts'
import { problem } from '../problem.ts'
import { isDate, minDate } from '../rules/dates.ts'
import { otherInstruments } from '../rules/field-check.ts'
import { countsWhatMayBeOne } from '../rules/one-record.ts'
import { countsOwners } from '../rules/population.ts'
import { answerableQuestions } from '../rules/questionnaire-schema.ts'
import { site as inMongolian } from '../words/mn/site.ts'
import { baseOf, type Definitions } from './evaluate.ts'
import { type Frozen, freeze } from './freeze.ts'
import { type Gathered, gatherInputs } from './inputs.ts'
import { publishedBeside } from './published.ts'
import { fileTextOf, largestRelease, readRelease } from './read.ts'
import { type ReadByRules, readByRule, readByRules } from './read-by-rules.ts'
import type { Release, ReleaseQuestion, ReleaseSource, ReleaseTreaty } from './release.ts'

export type ReleaseAsked = {
  plan: string
  year: number
  asOf?: string | undefined
  knownOn?: string | undefined
}

/** What is not in the release, or not known in it, for whoever makes it. */
export type LeftOut = {
  /** Entered here, not received. */
  facts: number
  reports: number
  /** Declarations that records are complete, or are not. */
  statements: number
  /** Facts of work on the promise that are not public. */
  work: number
  /** Facts of work that others than its parties recorded of the promise. */
  ofOthers: number
  /** Kinds of datum of which something is held that is not public, and the indicators that could read it. */
  sealed: { kinds: string[]; indicators: string[] }
  /** Indicators whose value of the year is not known. */
  notKnown: string[]
}

export type Created = Frozen & { leftOut: LeftOut }

const treatyFor = (id: string): ReleaseTreaty | undefined => {
  const treaty = findTreaty(id)
  if (treaty === undefined) return undefined
  const { titles, entryIntoForce, withdrawal, duties } = treaty
  return {
    ...{ id, titles, entryIntoForce, withdrawal },
    // Those that rules can read, and of them what decides a day: nothing else of a treaty's duties decides a value.
    duties: Object.fromEntries(
      Object.values(duties)
        .filter(isLawDuty)
        .map((duty) => [duty.id, lawPartOf(duty)]),
    ),
  }
}

const sourceTextOf = (plan: HeldPlan): string | null => {
  const text = readSourceText(plan.instrument)
  return sha256Of(text) === plan.instrument.sha256 ? text : null
}

/** The heading of the section that a line of the text stands in: that of the last one begun before it. */
const sectionAt = (
  sections: readonly { heading: string; line: number }[],
  line: number | undefined,
): string | null =>
  line === undefined ? null : (sections.findLast((section) => section.line < line)?.heading ?? null)

/** What a section says besides its actions and indicators, in the order of the text. */
const textsOf = ({ paragraphs, lists }: HeldPlan['instrument']['sections'][number]): string[] =>
  inOrder(
    [
      ...paragraphs.map(({ text, line }) => ({ text, line })),
      ...lists.flatMap(({ lead, items }) => [
        ...(lead === null ? [] : [{ text: lead, line: items[0]?.line ?? 0 }]),
        ...items.map(({ text, line }) => ({ text, line })),
      ]),
    ],
    ({ line }) => line,
  ).map(({ text }) => text)

const isNamed = (
  name: string | null,
  { number, heading }: { number: string | null; heading: string },
): boolean => name !== null && (name === number || name === heading)

const definitionsOf = async (db: Db, plan: HeldPlan, read: ReadByRules): Promise<Definitions> => {
  const { instrument, rules } = plan
  const own = <T>(all: Readonly<Record<string, T>>, names: Iterable<string>): Record<string, T> =>
    Object.fromEntries(
      [...names].sort().flatMap((name) => (Object.hasOwn(all, name) ? [[name, all[name]!]] : [])),
    )
  const others = [...(read.treaties ?? [])].filter((id) => id !== rules.treaty).sort()
  return {
    instrument: {
      id: instrument.id,
      kind: instrument.kind,
      title: instrument.title,
      status: instrument.status,
      notice: instrument.notice ?? null,
      noticeIn: instrument.noticeIn,
      sha256: instrument.sha256,
      sourceText: sourceTextOf(plan),
      source: instrument.source,
      period: plan.period,
      periodStated: instrument.period.stated,
      ...(countsOwners(rules.rules) ? { ownersDeclare: true, judging: 2 as const } : {}),
      ...(countsWhatMayBeOne(rules.rules, plan.kinds) ? { oneByOwners: true } : {}),
      years: instrument.years,
      treaty: instrument.treaty ?? null,
      obligation: instrument.obligation ?? null,
      parties: await recastParties(db, plan),
      sections: instrument.sections.map((section) => ({
        ...{ number: section.number, title: section.title, heading: section.heading },
        paragraphs: textsOf(section),
        ...(isNamed(plan.resources, section) ? { resources: true } : {}),
      })),
      actions: instrument.actions.map(({ id, number, heading, section, text }) => ({
        id,
        number,
        heading,
        section,
        text,
      })),
      indicators: instrument.indicators.map(({ id, text, unit, action, section, line }) => ({
        ...{ number: id, text, unit, action },
        section: section ?? sectionAt(instrument.sections, line),
      })),
    },
    treaty: treatyFor(rules.treaty) ?? null,
    otherTreaties: others.flatMap((id) => treatyFor(id) ?? []),
    let: rules.let,
    rules: rules.rules,
    cohorts: own(rules.cohorts, read.cohorts) as Definitions['cohorts'],
    kinds: own(plan.kinds, read.kinds),
  }
}

const questionsRead = (plan: HeldPlan, read: ReadByRules): ReleaseQuestion[] =>
  inOrder(
    plan.questionnaires.flatMap((questionnaire) => {
      const headings = new Map(
        questionnaire.groups.flatMap((group) => group.questions.map(({ id, text }) => [id, text] as const)),
      )
      return answerableQuestions(questionnaire)
        .filter(({ id }) => read.questions.has(`${questionnaire.id}/${id}`))
        .map(({ id, text, type, unit, parent }) => ({
          obligation: questionnaire.id,
          id,
          heading: parent === null ? null : (headings.get(parent) ?? null),
          text,
          type,
          unit: unit ?? null,
        }))
    }),
    (question) => question.obligation,
    (question) => question.id,
  )

const checkAsked = (asked: ReleaseAsked, plan: HeldPlan, today: string): void => {
  const days = [
    ['--as-of', asked.asOf],
    ['--as-known-on', asked.knownOn],
  ] as const
  for (const [name, day] of days)
    if (day !== undefined && !isDate(day))
      throw problem('usage', `${name} should be a day such as 2026-04-30; it is "${day}".`)
  const knownOn = asked.knownOn ?? today
  if (!plan.rules.years.includes(asked.year))
    throw problem(
      'usage',
      `${plan.rules.id} has values for the years ${plan.rules.years.join(', ')}; ${asked.year} is none of them.`,
    )
  if (knownOn > today)
    throw problem('usage', `--as-known-on ${knownOn} lies in the future: today is ${today}.`)
  if (knownOn < `${asked.year}-01-01`)
    throw problem('usage', `The year ${asked.year} had not begun on ${knownOn}: there is nothing to freeze.`)
  if (asked.asOf !== undefined && (asked.asOf > knownOn || asked.asOf < `${asked.year}-01-01`))
    throw problem(
      'usage',
      `--as-of ${asked.asOf} should lie between the beginning of ${asked.year} and ${knownOn}, the day as known on.`,
    )
}

const withSources = (sources: ReleaseSource[], more: ReleaseSource[]): ReleaseSource[] =>
  inOrder(
    [...new Map([...sources, ...more].map((source) => [source.id, source])).values()],
    (source) => source.id,
  )

const leftOutOf = (release: Release, gathered: Gathered): LeftOut => {
  const ofYear = release.payload.values.filter(
    (value) => value.year === release.payload.year && value.reading === 'default',
  )
  return {
    ...gathered.entered,
    work: gathered.workNotPublic,
    ofOthers: gathered.workOfOthers,
    sealed: {
      kinds: [...new Set(ofYear.flatMap((value) => value.sealed))].sort(),
      indicators: ofYear.filter((value) => value.sealed.length > 0).map((value) => value.indicator),
    },
    notKnown: release.payload.instrument.indicators.flatMap(({ number }) =>
      ofYear.some((value) => value.indicator === number && value.status === 'not known') ? [number] : [],
    ),
  }
}

/**
 * Reads back what was frozen: nobody is given a release that no one could verify. Throws Problem `input-rejected` where
 * it is larger than `maxBytes`, or holds what its form does not.
 */
export const checkReadable = ({ release, payloadText }: Frozen, maxBytes = largestRelease): void => {
  const bytes = Buffer.from(fileTextOf({ ...release, payloadText }))
  const megabytes = (size: number) => `${(size / 1024 / 1024).toFixed(1)} MB`
  // What is added beside it later has to fit too.
  if (bytes.length > maxBytes * 0.9)
    throw problem(
      'input-rejected',
      `The release would have ${megabytes(bytes.length)}, and releases of at most ${megabytes(maxBytes * 0.9)} can be read back and verified. Nothing was stored.`,
    )
  const { departs } = readRelease(bytes, 'The release')
  if (departs !== null)
    throw problem(
      'input-rejected',
      `The release could not be read back as it was written: see ${departs.path}. Nothing was stored.`,
    )
}

/**
 * The release of a plan's year as of a day (the opening of the year's meeting unless given) and as known on one (today
 * unless given). Nothing is stored. The same register gives the same bytes. Throws Problem `not-found` for a plan
 * nobody holds, `usage` for a year or day that cannot be, `input-rejected` for a release that could not be verified.
 */
export const createRelease = async (db: Db, asked: ReleaseAsked): Promise<Created> => {
  const plan = getPlan(asked.plan)
  const today = await todayIn(db)
  checkAsked(asked, plan, today)
  const knownOn = asked.knownOn ?? today
  const read = readByRules(plan.rules)
  const definitions = await definitionsOf(db, plan, read)
  const gathered = await gatherInputs(
    db,
    {
      read,
      instrument: plan.instrument.id,
      parties: definitions.instrument.parties,
      kinds: plan.kinds,
      asksForOthers: Object.hasOwn(plan.rules.let, otherInstruments),
    },
    knownOn,
  )
  const { actors, coverage, sources, datums, reports, answers, work, notPublic } = gathered
  const inputs = { actors, coverage, datums, reports, answers, year: asked.year, knownOn }
  const base = baseOf(definitions, { ...inputs, asOf: knownOn })
  const meeting = meetingOf(base, plan.rules.treaty, asked.year)
  const asOf = asked.asOf ?? defaultAsOf(meeting, asked.year, minDate(today, knownOn))
  const sealedOf = new Map(
    Object.entries(plan.rules.rules).map(([number, rule]) => [
      number,
      [...readByRule(plan.rules, rule).kinds].filter((kind) => notPublic.has(kind)).sort(),
    ]),
  )
  const published = await publishedBeside(db, plan.rules.id, read.cohorts, knownOn)
  const banner = await findSetting(db, 'banner')
  const { release, payloadText } = freeze(
    {
      world: banner === undefined ? 'register' : 'exercise',
      banner: banner === undefined ? null : { en: banner, mn: String(inMongolian['site.banner']) },
      ...definitions,
      ...inputs,
      asOf,
      questions: questionsRead(plan, read),
      work,
      sources: withSources(sources, published.sources),
      publishedFigures: published.figures,
    },
    (number) => sealedOf.get(number) ?? [],
  )
  checkReadable({ release, payloadText })
  return { release, payloadText, leftOut: leftOutOf(release, gathered) }
}
