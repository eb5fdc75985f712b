// Who owes what by when: the duties of treaties and plans, and what States promised beside them, in one list.
import { type Db, isUuid } from '../db/store.ts'
import { boundDuties } from '../duties/bound-dates.ts'
import { deriveDuties } from '../duties/derive.ts'
import { createJudge } from '../duties/judge.ts'
import { endOf } from '../duties/met.ts'
import { type DutyOwed, type DutyStatus, restsOnEntered } from '../duties/owed.ts'
import { type DutySet, shippedDuties } from '../duties/rules.ts'
import { todayIn } from '../facts/today.ts'
import { problem } from '../problem.ts'
import { isDate } from '../rules/dates.ts'
import { dutyBase } from './duty-bases.ts'
import { listEnteredIds } from './entered-store.ts'
import { listActorNames } from './evidence-store.ts'
import { listPromisesOwed, listWorkLyingWith, listWorkPlanned, underLastingName } from './promises-owed.ts'

/** What is asked of the list; without a span, from the first of January of this year to the end of the next. */
export type DutiesAsked = {
  actors?: readonly string[] | undefined
  instrument?: string | undefined
  /** `<instrument>/<duty>`. */
  duty?: string | undefined
  /** First and last day (YYYY-MM-DD), both included. */
  from?: string | undefined
  until?: string | undefined
  /** The day on which the list stands; today, or earlier. */
  asOf?: string | undefined
  status?: readonly DutyStatus[] | undefined
  /** What is overdue is listed too where its day lies before the span, if the span holds the as-of day. */
  withOverdue?: boolean | undefined
  /** So is what was expected before the span and is not found, or missed. */
  withGaps?: boolean | undefined
}

/** How far "soon" reaches. */
export const soonDays = 90

export type Span = { from: string; until: string; asOf: string }

const dayOf = (name: string, given: string | undefined, fallback: string): string => {
  if (given === undefined) return fallback
  if (!isDate(given)) throw problem('usage', `${name} should be a day such as 2027-04-30; it is "${given}".`)
  return given
}

/**
 * The span and the day a question means in a world whose day is `today`. Throws Problem `usage` for a day that is none,
 * a span that ends before it begins, and an as-of day that lies ahead.
 */
export const spanAsked = (asked: DutiesAsked, today: string): Span => {
  const asOf = dayOf('--as-of', asked.asOf, today)
  if (asOf > today)
    throw problem(
      'usage',
      `--as-of ${asOf} lies in the future: today is ${today}, and nobody knows more than that. What falls due later is asked with --until.`,
    )
  const year = Number(asOf.slice(0, 4))
  const from = dayOf(
    '--from',
    asked.from,
    asked.until === undefined || asked.until >= `${year}-01-01` ? `${year}-01-01` : asked.until,
  )
  const until = dayOf('--until', asked.until, `${Math.max(year + 1, Number(from.slice(0, 4)))}-12-31`)
  if (from > until) throw problem('usage', `The span ends on ${until}, before it begins on ${from}.`)
  return { from, until, asOf }
}

const setsAsked = ({ instrument, duty }: DutiesAsked): readonly DutySet[] => {
  const named = instrument ?? duty?.split('/')[0]
  return named === undefined ? shippedDuties() : shippedDuties().filter((set) => set.instrument === named)
}

/** Nothing was found: is there such an instrument, such a duty? Throws Problem `not-found`, naming what there is. */
const checkNames = async (db: Db, { instrument, duty }: DutiesAsked, asOf: string): Promise<void> => {
  const named = instrument ?? duty?.split('/')[0]
  if (named === undefined) return
  const sets = shippedDuties()
  const set = sets.find((one) => one.instrument === named)
  const own = [...boundDuties, ...Object.keys(set?.duties ?? {})].map((id) => `${named}/${id}`)
  if (set !== undefined && (duty === undefined || own.includes(duty))) return
  const always = { from: '0001-01-01', until: '9998-12-31', asOf }
  if ((await listPromisesOwed(db, { ...always, instrument: named, duty })).length > 0) return
  throw problem(
    'not-found',
    set === undefined
      ? `There are no duties of "${named}". Instruments: ${sets.map((one) => one.instrument).join(', ')}.`
      : `There is no duty "${duty}". Duties: ${own.join(', ')}.`,
  )
}

/** By the last day a date may mean, those without one last; then by the actor's name, then by duty. */
const inOrder = (names: ReadonlyMap<string, string>) => {
  const collator = new Intl.Collator('en')
  const nameOf = (actor: string) => names.get(actor) ?? actor
  return (a: DutyOwed, b: DutyOwed): number => {
    const [one, other] = [a, b].map(({ due }) => (due === null ? '9999-99' : endOf(due))) as [string, string]
    return (
      (one < other ? -1 : one > other ? 1 : 0) ||
      collator.compare(nameOf(a.actor), nameOf(b.actor)) ||
      (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)
    )
  }
}

/** Whether one duty is asked for, by its day and its status. */
const isAsked = (asked: DutiesAsked, { from, until, asOf }: Span) => {
  const holdsToday = from <= asOf && asOf <= until
  return ({ due, duty, status }: DutyOwed): boolean => {
    if (asked.duty !== undefined && duty !== asked.duty) return false
    if (asked.status !== undefined && !asked.status.includes(status)) return false
    if (due === null) return holdsToday
    const day = endOf(due)
    if (day >= from && day <= until) return true
    if (!holdsToday || day >= from) return false
    return status === 'overdue'
      ? asked.withOverdue === true
      : asked.withGaps === true && (status === 'not-found' || status === 'missed')
  }
}

/**
 * Every duty asked for, by date and then by the actor's name; what has no date is in each list whose span holds the as-of
 * day. Facts known today, public ones only; what rests on something entered here is marked. Throws Problem `usage` for
 * days that are none, `not-found` for an actor, instrument or duty nobody holds.
 */
export const listDuties = async (db: Db, given: DutiesAsked = {}): Promise<DutyOwed[]> => {
  const asked = setsAsked(given).length > 0 ? given : await underLastingName(db, given)
  const today = await todayIn(db)
  const span = spanAsked(asked, today)
  if (asked.actors?.length === 0) return []
  const names = await listActorNames(db)
  for (const actor of asked.actors ?? [])
    if (!names.has(actor)) throw problem('not-found', `There is no actor "${actor}".`)
  const isWanted = isAsked(asked, span)
  const found: DutyOwed[] = []
  // What is overdue or missing may have been due at any time since there are duties.
  const from = asked.withOverdue === true || asked.withGaps === true ? '1997-01-01' : span.from
  for (const shipped of setsAsked(asked)) {
    const { set, base, names: named } = await dutyBase(db, shipped, today)
    const { judge, isUnmet } = createJudge(base, span.asOf, named)
    for (const dated of deriveDuties(set, base, { ...span, from, actors: asked.actors, isUnmet })) {
      const owed = judge(dated)
      if (owed !== undefined && isWanted(owed)) found.push(owed)
    }
  }
  const promises = await listPromisesOwed(db, { ...asked, ...span, from })
  found.push(...promises.filter(isWanted))
  if (found.length === 0) await checkNames(db, asked, span.asOf)
  return (await allMarked(db, found)).sort(inOrder(names))
}

/** The facts, reports and answers that a duty's date or status rests on. */
const basisOf = (owed: DutyOwed): string[] => [
  ...owed.datumIds,
  ...(owed.restsOn ?? []),
  ...owed.metBy.map(({ id }) => id),
]

/** All of them, marked where what they rest on was entered here. */
const allMarked = async (db: Db, owed: readonly DutyOwed[]): Promise<DutyOwed[]> => {
  const entered = await listEnteredIds(db, owed.flatMap(basisOf).filter(isUuid))
  return owed.map((one) => marked(one, entered))
}

/** Work of anybody that lies with somebody by name between two days, marked as everything owed. */
export const listWorkOf = async (
  db: Db,
  asked: { name: string; from: string; until: string },
): Promise<DutyOwed[]> => {
  return allMarked(db, await listWorkLyingWith(db, asked))
}

/**
 * Meetings and events that are planned between two days, for calendars: of actors, or of everybody. Nothing where one
 * instrument or one duty is asked for: they are owed under none.
 */
export const listPlanned = async (
  db: Db,
  asked: Pick<DutiesAsked, 'actors' | 'instrument' | 'duty'> & { from: string; until: string },
): Promise<DutyOwed[]> => {
  if (asked.instrument !== undefined || asked.duty !== undefined) return []
  return allMarked(db, await listWorkPlanned(db, asked))
}

/** The duty, marked where a fact or report its date or status rests on, or the word on its records, was entered here. */
const marked = (owed: DutyOwed, entered: ReadonlySet<string>): DutyOwed => ({
  ...owed,
  entered: owed.entered === true || restsOnEntered(owed) || basisOf(owed).some((id) => entered.has(id)),
})
