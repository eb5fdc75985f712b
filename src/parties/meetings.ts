// Meetings held under a treaty, from the facts that tell of them: several sources may give one meeting, and disagree.
import type { Datum } from '../facts/datum.ts'

/** The meetings of all parties that a treaty itself provides for. */
export const formalSeries = ['meeting-of-states-parties', 'review-conference'] as const

export type MeetingHeld = {
  code: string
  title: string
  series: string
  /** First and last day, where a source gives them. */
  startsOn: string | null
  endsOn: string | null
  /** When, as precisely as the sources give it (EDTF); null where none does. */
  when: string | null
  place: string | null
  /** Other first and last days that sources give. */
  otherwise: { startsOn: string; endsOn: string | null; source: string | null }[]
  source: { title: string; address: string | null; date: string | null } | null
  datumIds: string[]
  /** A fact that tells of it was entered here, not received. */
  entered: boolean
}

type Stated = Pick<Datum, 'datumId' | 'heldEdtf' | 'heldFrom' | 'knownFrom' | 'body' | 'source' | 'entered'>

const textIn = (body: Readonly<Record<string, unknown>>, field: string): string | null =>
  typeof body[field] === 'string' ? (body[field] as string) : null

const meetingOf = (code: string, stated: readonly Stated[]): MeetingHeld => {
  const dated = stated.filter((one) => textIn(one.body, 'startsOn') !== null)
  // The statement known last is the one that stands; the others are shown beside it where they differ.
  const best = dated.reduce<Stated | undefined>(
    (last, one) => (last === undefined || one.knownFrom > last.knownFrom ? one : last),
    undefined,
  )
  const main = best ?? stated.find((one) => one.heldEdtf !== null || one.heldFrom !== null) ?? stated[0]!
  const startsOn = best === undefined ? null : textIn(best.body, 'startsOn')
  const endsOn = best === undefined ? null : textIn(best.body, 'endsOn')
  const otherwise = dated
    .filter((one) => one !== best)
    .map((one) => ({
      startsOn: textIn(one.body, 'startsOn')!,
      endsOn: textIn(one.body, 'endsOn'),
      source: one.source?.title ?? null,
    }))
    .filter(
      (one) => one.startsOn !== startsOn || (one.endsOn !== null && endsOn !== null && one.endsOn !== endsOn),
    )
  return {
    code,
    title: textIn(main.body, 'title') ?? code,
    series: textIn(main.body, 'series') ?? 'other',
    startsOn,
    endsOn,
    when: startsOn ?? main.heldEdtf ?? main.heldFrom,
    place:
      textIn(main.body, 'place') ??
      stated.map((one) => textIn(one.body, 'place')).find((place) => place !== null) ??
      null,
    otherwise,
    source:
      main.source === null
        ? null
        : { title: main.source.title, address: main.source.address, date: main.source.published },
    datumIds: stated.map((one) => one.datumId),
    entered: stated.some((one) => one.entered),
  }
}

/**
 * The meetings that datums of kind `meeting` tell of, each once, by date; those that name no treaty, or another one, left out. Give only
 * datums known on the day asked about.
 */
export const meetingsOf = (datums: readonly Stated[], treaty: string): MeetingHeld[] => {
  const own = datums.filter((one) => one.body.treaty === treaty && textIn(one.body, 'code') !== null)
  return [...Map.groupBy(own, (one) => textIn(one.body, 'code')!)]
    .map(([code, stated]) => meetingOf(code, stated))
    .sort((a, b) => ((a.when ?? '9999') < (b.when ?? '9999') ? -1 : 1))
}
