// What falls due next for a State bound by a treaty: the date its rule gives, and beside it the dates sources hold.
// A date that was granted or stated stands above the computed one, which is a check; each says where it comes from.
import { latestDeadline, type StatedDeadline } from '../facts/deadline.ts'
import type { DerivedDate } from '../parties/entry-into-force.ts'
import type { Treaty } from '../parties/treaty.ts'
import { sayPlainly } from '../words/plainly.ts'
import type { Reason } from '../words/reason.ts'
import { dueOn, firstDueOn, isLawDuty, type LawDuty } from './dates.ts'

type Stated = Parameters<typeof latestDeadline>[0][number] & { entered: boolean }

/** A day with how it came about: in English, and as data. */
export type DateComputed = { on: string; derivation: string; said: Reason }

export type DutyDate = {
  duty: string
  treaty: string
  title: string
  article: string
  /** The treaty's own words. */
  words: string
  /** What the rule gives; for a yearly duty the next day from today on. */
  computed: DateComputed
  /** What sources state last, with the date of the statement; null where none is held. */
  stated: StatedDeadline | null
  /** The date to go by: granted or stated where a source is held, otherwise computed. */
  official: 'granted' | 'stated' | 'computed'
  /** What sources say of its completion: the day as they give it, null where they give none. */
  completions: { on: string | null; datumId: string }[]
  /** A fact that the stated date, or its completion, rests on was entered here, not received. */
  entered: boolean
  isYearly: boolean
  /** The obligation a report fulfils. */
  obligation: string | null
}

const nextOf = (duty: LawDuty, entryIntoForce: string, today: string): DerivedDate => {
  if (duty.due === undefined) return firstDueOn(duty, entryIntoForce)
  const year = Number(today.slice(0, 4))
  const here = dueOn(duty, { entryIntoForce, year })
  return here.on >= today ? here : dueOn(duty, { entryIntoForce, year: year + 1 })
}

const completionsOf = (datums: readonly Stated[], article: string): DutyDate['completions'] =>
  datums
    .filter((datum) => datum.kind === 'completion' && datum.body.article === article)
    .map((datum) => {
      const declared = typeof datum.body.declaredOn === 'string' ? datum.body.declaredOn : null
      return { on: declared ?? datum.heldEdtf ?? datum.heldFrom, datumId: datum.datumId }
    })

/**
 * Every duty of `treaty` for a party bound from `entryIntoForce`, by article. `datums` are the State's, as known today:
 * its deadlines and extensions are found among them. That a date can be computed does not say that the State has
 * something to destroy or to clear.
 */
export const nextDates = (
  treaty: Pick<Treaty, 'id' | 'duties'>,
  entryIntoForce: string,
  datums: readonly Stated[],
  today: string,
): DutyDate[] =>
  Object.values(treaty.duties)
    .filter(isLawDuty)
    .map((duty): DutyDate => {
      const isYearly = duty.due !== undefined
      const { on, derivation: said } = nextOf(duty, entryIntoForce, today)
      const stated = isYearly ? undefined : latestDeadline(datums, duty.article)
      const completions = isYearly ? [] : completionsOf(datums, duty.article)
      const restsOn = new Set([
        ...(stated?.datumIds ?? []),
        ...[...(stated?.otherwise ?? []), ...completions].map(({ datumId }) => datumId),
      ])
      return {
        duty: duty.id,
        treaty: treaty.id,
        title: duty.title,
        article: duty.article,
        words: duty.words,
        computed: { on, derivation: sayPlainly(said), said },
        stated: stated ?? null,
        completions,
        entered: datums.some((datum) => datum.entered && restsOn.has(datum.datumId)),
        official: stated === undefined ? 'computed' : stated.granted ? 'granted' : 'stated',
        isYearly,
        obligation: duty.obligation ?? null,
      }
    })
    .sort((a, b) => a.article.localeCompare(b.article, 'en', { numeric: true }))
