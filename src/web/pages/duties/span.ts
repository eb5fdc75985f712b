// Which duties of one State a page shows for a span of days, and how they are grouped: what is still to be done, what
// is past, what has no date.
import { readDate } from '../../../facts/edtf.ts'
import type { DutyShown } from '../../data/duties.ts'

export type DutySpan = { from: string; until: string }

/** What a page shows of one State's duties. */
export type DutiesInSpan = {
  /** To come, and overdue, by date; those that fall due once are shown though they fall after the span. */
  ahead: DutyShown[]
  /** Over by today, latest first. */
  past: DutyShown[]
  /** Waiting for a date, or without a day in the text. */
  undated: DutyShown[]
  /** Past duties before the span that nothing is known to have met, left out here. */
  earlierNotFound: number
}

const open: readonly DutyShown['status'][] = ['due', 'at-risk', 'overdue']
/** Still to be done. */
export const isOpen = ({ status }: Pick<DutyShown, 'status'>): boolean => open.includes(status)

const touches = (due: string, { from, until }: DutySpan): boolean => {
  const span = readDate(due)
  return span === undefined
    ? false
    : (span.from === null || span.from <= until) && (span.until === null || span.until > from)
}

/** Duties that fall due once, by their key: every instance of the others is one of many. */
const once = (duties: readonly DutyShown[]): Set<string> =>
  new Set(
    [...Map.groupBy(duties, (duty) => duty.duty).values()].flatMap((instances) =>
      instances.length === 1 ? instances.map(({ key }) => key) : [],
    ),
  )

/**
 * `all` are the State's duties of all time, by date; `span` is what was asked. What is overdue is shown whatever its
 * day: it is owed now.
 */
export const dutiesIn = (all: readonly DutyShown[], span: DutySpan): DutiesInSpan => {
  const single = once(all)
  const dated = all.filter((duty) => duty.due !== null)
  const shown = dated.filter(
    (duty) =>
      touches(duty.due!, span) ||
      duty.status === 'overdue' ||
      (single.has(duty.key) && isOpen(duty) && duty.due! > span.until),
  )
  const kept = new Set(shown)
  return {
    ahead: shown.filter(isOpen),
    past: shown.filter((duty) => !isOpen(duty)).reverse(),
    undated: all.filter((duty) => duty.due === null),
    earlierNotFound: dated.filter(
      (duty) =>
        !kept.has(duty) && (duty.status === 'not-found' || duty.status === 'missed') && duty.due! < span.from,
    ).length,
  }
}

/** What stands on a State's sheet: what is open these two years, and what falls due once, whenever that is or was. */
export const datesOfSheet = (all: readonly DutyShown[], span: DutySpan): DutyShown[] => {
  const { ahead, undated } = dutiesIn(all, span)
  const single = once(all)
  const past = all.filter(
    (duty) => duty.due !== null && single.has(duty.key) && !isOpen(duty) && duty.status !== 'ended',
  )
  return [...ahead, ...undated.filter((duty) => duty.status === 'waiting'), ...past.reverse()]
}

/** What a picture over time shows: the duties with a date that are listed, and those of all time that fall due once. */
export const dutiesOverTime = (all: readonly DutyShown[], { ahead, past }: DutiesInSpan): DutyShown[] => {
  const single = once(all)
  // By key: where States are named in another language, what is shown is a copy.
  const listed = new Set([...ahead, ...past].map(({ key }) => key))
  const drawn = all.filter((duty) => duty.due !== null && (listed.has(duty.key) || single.has(duty.key)))
  // What is still open stands on top, then the latest.
  return [...drawn.filter(isOpen), ...drawn.filter((duty) => !isOpen(duty)).reverse()]
}
