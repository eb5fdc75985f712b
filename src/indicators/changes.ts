// What changed since a day: what is known now that was not known then, the values that moved and why, and what came
// about by itself as time passed.
import type { Db } from '../db/store.ts'
import type { Coverage } from '../facts/coverage.ts'
import { listCoverage } from '../facts/coverage-store.ts'
import type { Datum, Tier } from '../facts/datum.ts'
import { netChange } from '../facts/net-change.ts'
import { listDatums } from '../facts/store.ts'
import { todayIn } from '../facts/today.ts'
import { problem } from '../problem.ts'
import type { ReportVersion } from '../reports/report.ts'
import { readShippedKinds, readShippedQuestionnaires } from '../reports/shipped.ts'
import { listReportVersions } from '../reports/store.ts'
import { type DatedEvent, listDatesBetween } from './dates-between.ts'
import { listActorNames } from './evidence-store.ts'
import { type MovedYear, movedValues } from './moved-values.ts'
import { englishVoice } from './names.ts'
import { heldPlans } from './plans.ts'
import { type QuestionTexts, sayingOf } from './saying.ts'

export type FactSaid = {
  datumId: string
  actor: string
  name: string
  kind: string
  /** Title of the kind. */
  title: string
  /** In words: what it says. */
  says: string
  body: Readonly<Record<string, unknown>>
  knownFrom: string
  source: Datum['source']
  entered: boolean
  tier: Tier
}

export type FactChange =
  | { change: 'new'; fact: FactSaid; before: null }
  | { change: 'superseded'; fact: FactSaid; before: FactSaid }
  /** `fact` is what was taken back. */
  | { change: 'retracted'; fact: FactSaid; before: null }

export type ReportChange = Pick<
  ReportVersion,
  'reportId' | 'actor' | 'obligation' | 'coversYear' | 'version' | 'receivedOn' | 'subject' | 'entered'
> & { name: string; title: string }

export type ChangesQuestion = {
  since: string
  until?: string | undefined
  /** Only what is about this actor. */
  actor?: string | undefined
  /** Only the values of this plan. */
  plan?: string | undefined
  /** Only the values of this year; default: all that have begun. */
  year?: number | undefined
}

export type Changes = {
  since: string
  until: string
  reports: ReportChange[]
  facts: FactChange[]
  /** Acts with the depositary of a treaty, the same way. */
  acts: FactChange[]
  /** `actorName`: of whom it is, where it speaks of one alone. */
  coverage: (Coverage & { actorName: string | null })[]
  dates: DatedEvent[]
  values: MovedYear[]
}

const noQuestions: QuestionTexts = new Map()

const sayer = (names: ReadonlyMap<string, string>) => {
  const kinds = readShippedKinds()
  return (datum: Datum): FactSaid => ({
    datumId: datum.datumId,
    actor: datum.actor,
    name: names.get(datum.actor) ?? datum.actor,
    kind: datum.kind,
    title: kinds[datum.kind]?.title ?? datum.kind,
    says: sayingOf(englishVoice, datum, noQuestions, kinds[datum.kind]?.says),
    body: datum.body,
    knownFrom: datum.knownFrom,
    source: datum.source,
    entered: datum.entered,
    tier: datum.tier,
  })
}

const checkSpan = (since: string, until: string, today: string): void => {
  if (until > today)
    throw problem(
      'usage',
      `Nobody knows on ${today} what will be known on ${until}; "until" ends today at the latest.`,
    )
  if (since >= until) throw problem('usage', `"since" ${since} should lie before "until" ${until}.`)
}

/** What became known after a day: facts, acts, reports, and what is said of registers. Of facts and acts the net change. */
export type News = Pick<Changes, 'since' | 'until' | 'facts' | 'acts' | 'reports' | 'coverage'>

type NewsAsked = { since: string; until: string; actors?: readonly string[] | undefined }

const newsAndReplaced = async (
  db: Db,
  { since, until, actors }: NewsAsked,
  seen?: Db,
): Promise<{ news: News; replaced: ReadonlySet<string> }> => {
  const isAsked = (one: { actor: string | null }) =>
    actors === undefined || (one.actor !== null && actors.includes(one.actor))
  const names = await listActorNames(db)
  const shown = seen ?? db
  const isShown = (datum: Datum): boolean => seen !== undefined || datum.tier === 'public'
  const came = await listDatums(shown, { knownAfter: since, knownBy: until })
  const named = came.flatMap((datum) => datum.supersedes ?? datum.retracts ?? [])
  const datums = [
    ...new Map(
      [...came, ...(named.length === 0 ? [] : await listDatums(shown, { datumIds: named }))].map((datum) => [
        datum.datumId,
        datum,
      ]),
    ).values(),
  ].filter(isShown)
  const net = netChange(datums, since, until)
  const say = sayer(names)
  const changes: FactChange[] = [
    ...net.added.map((datum): FactChange => ({ change: 'new', fact: say(datum), before: null })),
    ...net.replaced.map(
      ({ before, after }): FactChange => ({ change: 'superseded', fact: say(after), before: say(before) }),
    ),
    ...net.retracted.map(
      ({ before, by }): FactChange => ({
        change: 'retracted',
        fact: { ...say(before), knownFrom: by?.knownFrom ?? before.knownFrom },
        before: null,
      }),
    ),
  ]
    .filter((one) => isAsked(one.fact))
    .sort((a, b) =>
      a.fact.knownFrom === b.fact.knownFrom
        ? collator.compare(a.fact.name, b.fact.name)
        : a.fact.knownFrom < b.fact.knownFrom
          ? 1
          : -1,
    )
  const titles = new Map(readShippedQuestionnaires().map(({ id, title }) => [id, title] as const))
  const reports = (await listReportVersions(db, { receivedAfter: since, receivedBy: until }))
    .filter(isAsked)
    .map(({ reportId, actor, obligation, coversYear, version, receivedOn, subject, entered }) => ({
      ...{ reportId, actor, obligation, coversYear, version, receivedOn, subject, entered },
      name: names.get(actor) ?? actor,
      title: titles.get(obligation) ?? obligation,
    }))
    .sort((a, b) =>
      a.receivedOn === b.receivedOn ? collator.compare(a.name, b.name) : a.receivedOn < b.receivedOn ? 1 : -1,
    )
  return {
    replaced: new Set([...net.replaced, ...net.retracted].map((one) => one.before.datumId)),
    news: {
      since,
      until,
      reports,
      facts: changes.filter((one) => one.fact.kind !== 'status-event'),
      acts: changes.filter((one) => one.fact.kind === 'status-event'),
      coverage: (await listCoverage(db))
        .filter((one) => one.knownFrom > since && one.knownFrom <= until && isAsked(one))
        .map((one) => ({
          ...one,
          actorName: one.actor === null ? null : (names.get(one.actor) ?? one.actor),
        })),
    },
  }
}

/**
 * What became known of `actors` after `since`, up to and with today. `seen`: the world as its reader sees it; without it,
 * what is public. Throws Problem `usage` for a day that is not past.
 */
export const listNews = async (
  db: Db,
  asked: { since: string; actors: readonly string[] },
  seen?: Db,
): Promise<News> => {
  const until = await todayIn(db)
  checkSpan(asked.since, until, until)
  return (await newsAndReplaced(db, { ...asked, until }, seen)).news
}

/**
 * What changed after `since`, up to and with `until` (today unless given). Of facts and acts the net change: what came
 * and went again in between is not in it. Throws Problem `usage` for a span that ends after today or before it begins,
 * `not-found` for a plan nobody holds. `seen`: the world as its reader sees it, whose facts are listed; without it, those
 * that are public. Values and dates are moved by public facts alone.
 */
export const listChanges = async (db: Db, asked: ChangesQuestion, seen?: Db): Promise<Changes> => {
  const today = await todayIn(db)
  const until = asked.until ?? today
  const { since, actor } = asked
  checkSpan(since, until, today)
  const plans = heldPlans().filter((plan) => asked.plan === undefined || plan.rules.id === asked.plan)
  if (plans.length === 0)
    throw problem(
      'not-found',
      `There is no plan "${asked.plan}". Plans held: ${heldPlans()
        .map((plan) => plan.rules.id)
        .join(', ')}.`,
    )
  const actors = actor === undefined ? undefined : [actor]
  const { news, replaced } = await newsAndReplaced(db, { since, until, actors }, seen)
  const years = asked.year === undefined ? undefined : [asked.year]
  const values: MovedYear[] = []
  for (const plan of plans) values.push(...(await movedValues(db, plan, { since, until, years, replaced })))
  const dates = await listDatesBetween(db, { after: since, until }, until, actor)
  return {
    ...news,
    dates: dates.filter((one) => actor === undefined || one.actor === actor),
    values: actor === undefined ? values : values.map((year) => ofActor(year, actor)),
  }
}

/** Only the values in which this actor is another than it was. */
const ofActor = (year: MovedYear, actor: string): MovedYear => {
  const values = year.values
    .map((value) => ({ ...value, members: value.members.filter((member) => member.actor === actor) }))
    .filter((value) => value.members.length > 0)
  return { ...year, values, same: year.same + year.values.length - values.length }
}

const collator = new Intl.Collator('en')
