// The deadline last stated for an actor. A deadline someone stated years ago is not the one in force unless someone
// says so; it is therefore never shown without the date of the statement.
import { readDate } from './edtf.ts'
import { compareDates, mayAgree } from './precision.ts'

type Stated = {
  datumId: string
  kind: string
  heldFrom: string | null
  heldEdtf: string | null
  body: Readonly<Record<string, unknown>>
}

export type StatedDeadline = {
  /** The deadline as stated: a day, or a month or year where the source says no more. */
  deadline: string
  /** When it was stated or granted, as the source dates it; null where the source has no date. */
  statedAsOf: string | null
  granted: boolean
  datumIds: string[]
  /** Other deadlines stated at the same time: sources that disagree. */
  otherwise: { deadline: string; datumId: string }[]
}

type Statement = {
  deadline: string
  day: string | null
  words: string | null
  granted: boolean
  datumId: string
}

const statementOf = (datum: Stated): Statement | undefined => {
  const granted = datum.kind === 'extension-granted'
  const deadline = granted
    ? datum.body.grantedUntil
    : datum.kind === 'deadline'
      ? datum.body.deadline
      : undefined
  if (typeof deadline !== 'string') return undefined
  const said = typeof datum.body.statedAsOf === 'string' ? datum.body.statedAsOf : null
  const words = datum.heldEdtf ?? datum.heldFrom ?? said
  const day = datum.heldFrom ?? (said === null ? null : (readDate(said)?.from ?? null))
  return { deadline, day, words, granted, datumId: datum.datumId }
}

/** Of something that holds for a time its beginning: that is when it was stated. */
const beginOf = (words: string): string => words.split('/')[0]!

/**
 * The deadline of one article that the datums of one actor (kinds `deadline` and `extension-granted`) state last, or
 * undefined where none does. A statement without a date counts as older than any that has one, unless it names a
 * later deadline: extensions lengthen, so it must have been made after them. What a meeting granted stands above an
 * earlier date that a source states, whenever it states it.
 */
export const latestDeadline = (datums: readonly Stated[], article: string): StatedDeadline | undefined => {
  const statements = datums
    .filter((datum) => datum.body.article === article)
    .map(statementOf)
    .filter((statement) => statement !== undefined)
  const dated = statements.filter((statement) => statement.day !== null)
  // Those that no other was surely made after: of a statement "as of 2012" and one of June 2012 neither is the last.
  const last = dated.filter(
    ({ words }) => !dated.some((other) => compareDates(beginOf(words!), beginOf(other.words!)) === 'before'),
  )
  const furthest = (list: Statement[]) =>
    list.reduce<Statement | undefined>(
      (best, one) => (best === undefined || one.deadline > best.deadline ? one : best),
      undefined,
    )
  const best = furthest(last)
  const later = furthest(
    statements.filter(
      ({ day, deadline }) =>
        day === null && (best === undefined || compareDates(deadline, best.deadline) === 'after'),
    ),
  )
  const undatedLater = later !== undefined
  // A source that goes on giving an earlier date takes back nothing that a meeting granted.
  const grants = statements.filter(({ granted }) => granted)
  const standing =
    best === undefined || best.granted
      ? undefined
      : furthest(grants.filter(({ deadline }) => compareDates(deadline, best.deadline) === 'after'))
  const chosen = undatedLater ? later : (standing ?? best)
  if (chosen === undefined) return undefined
  const granting = grants.filter(({ deadline }) => mayAgree(deadline, chosen.deadline))
  const beside = undatedLater
    ? statements.filter((statement) => statement.day === null)
    : standing === undefined
      ? last
      : [...granting, ...last.filter((one) => !granting.includes(one))]
  return {
    deadline: chosen.deadline,
    statedAsOf: chosen.words,
    granted: chosen.granted,
    datumIds: beside
      .filter(({ deadline }) => mayAgree(deadline, chosen.deadline))
      .map(({ datumId }) => datumId),
    otherwise: beside
      .filter(({ deadline }) => !mayAgree(deadline, chosen.deadline) && !undatedLater)
      .map(({ deadline, datumId }) => ({ deadline, datumId })),
  }
}
