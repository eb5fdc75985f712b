// A small world of two parties to a pledge, made by hand, for what must hold of every target: no store, no dates of ours.
import fc from 'fast-check'
import { readDate } from '../../src/facts/edtf.ts'
import { countRecords } from '../../src/indicators/counted.ts'
import { factBase } from '../../src/indicators/fact-base.ts'
import { lawUnder } from '../../src/indicators/law.ts'
import { getPlan } from '../../src/indicators/plans.ts'
import type { DatumRow, EarlierRow } from '../../src/indicators/rows-store.ts'
import { judgeTargets } from '../../src/indicators/targets.ts'
import type { CoverageFact, FactBase, KindSpec } from '../../src/rules/facts.ts'

/** The pledge as it ships: its text does not say since when it holds. */
export const undated = getPlan('ihl-pledge-mongolia')
/** The same, had its text said that it holds from the first of its years. */
export const plan: typeof undated = { ...undated, rules: { ...undated.rules, begins: { stated: true } } }
export const otherPlan = 'siem-reap-angkor-draft-2024-08'
export const parties = ['XAA', 'XAB']

/** The kinds of event that the targets of a year count, by indicator. */
export const kindOf = {
  C2: 'working-group-meeting',
  C3: 'dissemination-event',
  C4: 'review-meeting',
} as const
export type Yearly = keyof typeof kindOf
export const yearly = Object.keys(kindOf) as Yearly[]

export type Event = {
  id: number
  of: Yearly
  actor: string
  heldOn: string | null
  plannedOn: string | null
  audience: string[]
  serves: string[]
  /** By default its own, so that nothing looks like another; undefined: it has none. */
  title?: string | undefined
  place?: string
  body?: string
  /** Its own date as a source gives it (EDTF), and since when that is known. */
  date?: string
  knownFrom?: string
  /** How long it was, where it is written down with more than its day. */
  span?: { from: string; until: string }
  sameAs?: string[]
  differsFrom?: string[]
  participants?: number
  /** Who came, by the groups they belong to. */
  attendance?: { audience: string; persons: number }[]
}

export const groups = ['academia', 'armed-forces', 'government', 'legal-professionals', 'youth']

const dayFrom = (first: string, days: number): string =>
  new Date(Date.parse(first) + days * 86_400_000).toISOString().slice(0, 10)

/** A day of 2026, one about its first, or one from the last month before the plan's first year to 2027. */
export const anyDay = fc.oneof(
  { weight: 3, arbitrary: fc.integer({ min: 0, max: 364 }).map((days) => dayFrom('2026-01-01', days)) },
  fc.integer({ min: 0, max: 1125 }).map((days) => dayFrom('2024-12-01', days)),
  fc.integer({ min: 0, max: 20 }).map((days) => dayFrom('2025-12-22', days)),
)
/** A day on which the world is asked: often one of the last or first of a year. */
export const anyToday = fc.oneof(
  fc.integer({ min: 0, max: 1100 }).map((days) => dayFrom('2025-02-01', days)),
  fc.integer({ min: 0, max: 9 }).map((days) => dayFrom('2026-12-25', days)),
)
export const anyYear = fc.constantFrom(2025, 2026, 2026, 2026, 2027)

const anyServes: fc.Arbitrary<string[]> = fc
  .constantFrom(
    '',
    '',
    '',
    `${plan.rules.id}/3`,
    otherPlan,
    `${otherPlan}/1 ${otherPlan}/2`,
    `${otherPlan}/1 ${plan.rules.id}`,
  )
  .map((names) => names.split(' ').filter((name) => name !== ''))

export const anyEvent: fc.Arbitrary<Event> = fc.record({
  id: fc.integer({ min: 1, max: 1_000_000 }),
  of: fc.constantFrom('C2', 'C3', 'C3', 'C3', 'C4'),
  actor: fc.constantFrom('XAA', 'XAA', 'XAB', 'XAB', 'XZZ'),
  heldOn: fc.option(anyDay, { freq: 5 }),
  plannedOn: fc.option(anyDay),
  audience: fc.uniqueArray(fc.constantFrom(...groups), { minLength: 1, maxLength: 3 }),
  serves: anyServes,
})
export const anyEvents = fc.uniqueArray(anyEvent, { maxLength: 16, selector: ({ id }) => id })

/** What is declared of each register: nothing, or one statement from a day to a day; by each owner, or by somebody of everyone's. */
export type Declared = {
  of: Yearly
  level: CoverageFact['level']
  from: string
  until: string | null
  ofEveryone?: boolean
  entered?: true
}
export const anyDeclared: fc.Arbitrary<Declared[]> = fc.uniqueArray(
  fc.record({
    of: fc.constantFrom(...yearly),
    level: fc.constantFrom('complete' as const, 'complete' as const, 'partial' as const, 'none' as const),
    from: fc.constantFrom('2024-01-01', '2025-01-01', '2025-06-01', '2026-01-01'),
    until: fc.constantFrom(null, '2025-12-31', '2026-01-01', '2026-07-01', '2027-01-01', '2028-01-01'),
  }),
  { selector: ({ of }) => of },
)

const rowOf = ({ id, of, actor, heldOn, plannedOn, audience, serves, ...rest }: Event): DatumRow => {
  const { span, date, knownFrom, ...more } = rest
  const said = date === undefined ? undefined : readDate(date)
  return [
    ...([actor, `datum-${id}`, kindOf[of], `event-${id}`, null] as const),
    ...([said?.from ?? span?.from ?? heldOn, said?.until ?? span?.until ?? null] as const),
    knownFrom ?? '2024-01-01',
    {
      title: `Event ${id}`,
      ...more,
      ...(heldOn === null ? {} : { heldOn }),
      ...(plannedOn === null ? {} : { plannedOn }),
      ...(of === 'C3' ? { audience } : {}),
      ...(serves.length === 0 ? {} : { serves }),
    },
    date ?? null,
  ]
}

export type Given = {
  events: readonly Event[]
  declared: readonly Declared[]
  today: string
  /** Versions that others took the place of. */
  earlier?: readonly EarlierRow[]
}

/** A unit of a State's government. */
export const unitOf = (state: string): string => `${state.toLowerCase()}-ministry`

/** What is held on `today`, in the order given. */
export const baseOf = (
  { events, declared, today, earlier = [] }: Given,
  plans: readonly DatumRow[] = [],
): FactBase =>
  factBase(
    {
      knownOn: today,
      actors: [...parties, 'XZZ'].flatMap((id) => [
        { id, kind: 'state', name: id },
        { id: unitOf(id), kind: 'government-unit', name: unitOf(id), unitOf: id },
      ]),
      datums: [...events.map(rowOf), ...plans],
      earlier,
      reports: [],
      answers: [],
      coverage: declared.flatMap(({ of, level, from, until, ofEveryone, entered }) =>
        (ofEveryone === true ? [null] : parties).map((actor) => ({
          ...{
            register: kindOf[of],
            actor,
            from,
            until,
            level,
            statedBy: 'The owners',
            knownFrom: '2024-01-01',
          },
          ...(entered === true ? { entered } : {}),
        })),
      ),
    },
    lawUnder({
      treaty: '',
      findLaw: () => undefined,
      deadlineUnder: () => undefined,
      kinds: plan.kinds as Record<string, KindSpec>,
      parties,
      planPeriod: plan.period,
    }),
  )

export const judged = (given: Given, year: number, of = plan) =>
  judgeTargets(of, baseOf(given), { asOf: given.today, year, entered: new Set() })

/** Where the target of an indicator stands, by one reading. */
export const standingOf = (given: Given, year: number, number: string, reading = 'default', of = plan) =>
  judged(given, year, of)
    .indicators.find((indicator) => indicator.number === number)!
    .readings.find((one) => one.reading === reading)!

export const counted = (given: Given, year: number, number: Yearly) =>
  countRecords(plan, baseOf(given), { number, asOf: given.today, year, entered: new Set() })

/** The ids of the records that a reading counts. */
export const countedBy = (given: Given, year: number, number: Yearly, reading = 'default'): string[] =>
  counted(given, year, number)
    .records.filter(({ read }) => read.some((one) => one.reading === reading && one.state === 'counted'))
    .map(({ id }) => id)
    .sort()

/** A meeting of the group on 10 March 2026, as one of the two wrote it down. */
export const meeting = (id: number, actor: string, more: Partial<Event> = {}): Event => ({
  ...{ id, of: 'C2', actor, heldOn: '2026-03-10', plannedOn: null, audience: [], serves: [] },
  title: 'First meeting of the group',
  ...more,
})

/** Both say that their records of such meetings are complete. */
const declared: Given['declared'] = ['XAA', 'XAB'].flatMap(() => [
  { of: 'C2' as const, level: 'complete' as const, from: '2024-01-01', until: null },
])
/** These events held, with what is declared of them. */
export const given = (events: readonly Event[], today = '2027-02-01'): Given => ({ events, declared, today })
/** How the target of such meetings stands for 2026. */
export const c2 = (events: readonly Event[], today?: string) => standingOf(given(events, today), 2026, 'C2')
