// The dates that meetings granted, and that sources state, after the one a rule gives: one chain for one duty of one
// actor, oldest first. Which of them is in force, src/facts/deadline.ts says.
import { latestDeadline } from '../facts/deadline.ts'
import { readDate } from '../facts/edtf.ts'
import { compareDates, mayAgree, precisionOf } from '../facts/precision.ts'
import type { Fact, FactBase } from '../rules/facts.ts'
import type { Reason } from '../words/reason.ts'
import type { GrantedDate } from './owed.ts'

export type Chain = {
  granted: GrantedDate[]
  /** The date in force by what sources hold; null where none holds one, or only the computed one again. */
  inForce: string | null
  /** A later extension was granted to a day that no source gives: the date in force is not known. */
  isOpen: boolean
  /** Dates of sources that disagree with it. */
  otherwise: { on: string; datumId: string }[]
  /** How it came about, after the computed date. */
  said: Reason[]
  /** All facts it rests on, also those that only repeat the computed date. */
  datumIds: string[]
}

type Statement = {
  on: string
  isGranted: boolean
  meeting: string | null
  statedAsOf: string | null
  fact: Fact
}

const textIn = (fact: Fact, field: string): string | null => {
  const value = fact.fields[field]
  return typeof value === 'string' && value !== '' ? value : null
}

const statementOf = (fact: Fact): Statement | undefined => {
  const isGranted = fact.kind === 'extension-granted'
  const on = textIn(fact, isGranted ? 'grantedUntil' : 'deadline')
  if (on === null || readDate(on) === undefined) return undefined
  const statedAsOf = fact.heldEdtf ?? fact.heldFrom ?? textIn(fact, 'statedAsOf')
  return { on, isGranted, meeting: isGranted ? textIn(fact, 'meeting') : null, statedAsOf, fact }
}

const finest = ['day', 'month', 'year', 'decade', 'century', 'interval']
const isFiner = (a: string, b: string): boolean =>
  finest.indexOf(precisionOf(a)) < finest.indexOf(precisionOf(b))

/** Oldest deadline first; what is as old, in an order that does not depend on that of the facts. */
const orderOf = ({ on, statedAsOf, fact }: Statement): string =>
  `${readDate(on)!.from ?? ''}|${on}|${statedAsOf ?? ''}|${fact.id}`

/** Statements of the same date as one link: what says it most exactly, the meeting that one of them names. */
const joined = (statements: readonly Statement[]): GrantedDate => {
  const on = statements.reduce((best, one) => (isFiner(one.on, best) ? one.on : best), statements[0]!.on)
  const granting = statements.filter(({ isGranted }) => isGranted)
  // No source is given words it did not say: when it was stated, those tell who state this very date.
  const telling = granting.length > 0 ? granting : statements.filter((one) => one.on === on)
  const dates = telling.flatMap(({ statedAsOf }) => statedAsOf ?? [])
  return {
    on,
    isGranted: granting.length > 0,
    meeting: granting.find(({ meeting }) => meeting !== null)?.meeting ?? null,
    // Granted on the most exact day told; stated last, since that is the word that stands.
    statedAsOf:
      granting.length > 0
        ? (dates.reduce<string | undefined>(
            (best, one) => (best === undefined || isFiner(one, best) ? one : best),
            undefined,
          ) ?? null)
        : (dates.sort().at(-1) ?? null),
    datumIds: statements.map(({ fact }) => fact.id),
  }
}

const linksOf = (statements: readonly Statement[]): GrantedDate[] => {
  const groups: Statement[][] = []
  for (const one of statements) {
    const group = groups.find((held) => held.every(({ on }) => mayAgree(on, one.on)))
    if (group === undefined) groups.push([one])
    else group.push(one)
  }
  return groups.map(joined)
}

/** Whether two links tell of one decision: of the same meeting, or of the same time where one names no meeting. */
const isSameDecision = (a: GrantedDate, b: GrantedDate): boolean => {
  if (!a.isGranted || !b.isGranted) return false
  if (a.meeting !== null && b.meeting !== null) return a.meeting === b.meeting
  return a.statedAsOf !== null && b.statedAsOf !== null && mayAgree(a.statedAsOf, b.statedAsOf)
}

/** Which of two accounts of one decision is told: that in force, that which names the meeting, that of more sources. */
const isBetter = (a: GrantedDate, b: GrantedDate, inForce: string | undefined): boolean => {
  const rank = (link: GrantedDate): number[] => [
    inForce !== undefined && mayAgree(link.on, inForce) ? 1 : 0,
    link.meeting === null ? 0 : 1,
    link.datumIds.length,
  ]
  const [left, right] = [rank(a), rank(b)]
  const at = left.findIndex((value, i) => value !== right[i])
  return at === -1 ? a.on > b.on : left[at]! > right[at]!
}

const fromOf = ({ on }: GrantedDate): string => `${readDate(on)!.from ?? ''}|${on}`

/** One link a decision; other dates that sources give for it stand beside the one told. */
const perDecision = (links: readonly GrantedDate[], inForce: string | undefined): GrantedDate[] => {
  const told: GrantedDate[] = []
  for (const link of links) {
    const at = told.findIndex((held) => isSameDecision(held, link))
    if (at === -1) {
      told.push(link)
      continue
    }
    const held = told[at]!
    const [best, other] = isBetter(link, held, inForce) ? [link, held] : [held, link]
    told[at] = {
      ...best,
      otherwise: [
        ...(best.otherwise ?? []),
        ...(other.otherwise ?? []),
        ...other.datumIds.map((datumId) => ({ on: other.on, datumId })),
      ],
    }
  }
  return told.sort((a, b) => (fromOf(a) < fromOf(b) ? -1 : 1))
}

const grantSaid = ({ meeting, on }: GrantedDate): Reason =>
  meeting === null ? { key: 'duty-grant-unnamed', on } : { key: 'duty-grant', meeting, on }

/** What is told of the chain, in its order: links, and grants whose date no source gives. */
type Told = { link: GrantedDate } | { meeting: string }

/** A grant without a date stands before what was granted or stated after it. */
const inOrder = (links: readonly GrantedDate[], undated: readonly Fact[]): Told[] => {
  const told: Told[] = links.map((link) => ({ link }))
  const meetings = Map.groupBy(undated, (fact) => textIn(fact, 'meeting') ?? '')
  for (const [meeting, [fact]] of [...meetings].sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (meeting === '') continue
    const when = fact!.heldEdtf ?? fact!.heldFrom
    const at = told.findIndex(
      (one) =>
        'link' in one &&
        when !== null &&
        one.link.statedAsOf !== null &&
        compareDates(one.link.statedAsOf, when) === 'after',
    )
    told.splice(at === -1 ? told.length : at, 0, { meeting })
  }
  return told
}

const saidOf = (told: readonly Told[], inForce: string | null): Reason[] => {
  const said: Reason[] = []
  let grants: Reason[] = []
  const close = () => {
    if (grants.length > 0) said.push({ key: 'duty-extended', grants })
    grants = []
  }
  for (const one of told) {
    if ('meeting' in one) {
      grants.push({ key: 'duty-grant-undated', meeting: one.meeting })
      continue
    }
    const { on, statedAsOf, isGranted } = one.link
    if (isGranted) {
      grants.push(grantSaid(one.link))
      continue
    }
    close()
    said.push(
      statedAsOf === null ? { key: 'duty-stated-undated', on } : { key: 'duty-stated', on, from: statedAsOf },
    )
  }
  close()
  const last = told.findLast((one) => 'link' in one)
  if (inForce !== null && last !== undefined && !mayAgree(last.link.on, inForce))
    said.push({ key: 'duty-last-stated', on: inForce })
  return said
}

/**
 * The chain of one duty: `facts` are the actor's of kinds `extension-granted` and `deadline` for its treaty and article,
 * in any order; `computed` is what the rule gives. A statement that only repeats the computed date is no link.
 */
export const chainOf = (facts: readonly Fact[], article: string, computed: string | null): Chain => {
  const own = facts.filter(({ fields }) => fields.article === article)
  const statements = own
    .flatMap((fact) => statementOf(fact) ?? [])
    .sort((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1))
  const isComputed = (on: string): boolean => computed !== null && mayAgree(on, computed)
  const latest = latestDeadline(
    own.map(({ id, kind, heldFrom, heldEdtf = null, fields }) => ({
      ...{ datumId: id, kind, heldFrom, heldEdtf, body: fields },
    })),
    article,
  )
  const links = perDecision(
    linksOf(statements.filter(({ on, isGranted }) => isGranted || !isComputed(on))),
    latest?.deadline,
  )
  // A grant without its date, where no other source gives it.
  const undated = own.filter(
    (fact) =>
      fact.kind === 'extension-granted' &&
      textIn(fact, 'grantedUntil') === null &&
      !links.some(({ meeting }) => meeting !== null && meeting === textIn(fact, 'meeting')),
  )
  const inForce =
    latest === undefined
      ? null
      : (links.find(({ on }) => mayAgree(on, latest.deadline))?.on ??
        (isComputed(latest.deadline) ? null : latest.deadline))
  // What an earlier meeting had granted is no other account of what a later one did.
  const current = links.find(({ on }) => inForce !== null && mayAgree(on, inForce))
  const isEarlier = (deadline: string): boolean =>
    links.some(
      ({ on, isGranted, statedAsOf }) =>
        isGranted &&
        mayAgree(on, deadline) &&
        statedAsOf !== null &&
        current?.statedAsOf != null &&
        compareDates(statedAsOf, current.statedAsOf) === 'before',
    )
  const isOpen = undated.some((fact) => {
    const when = fact.heldEdtf ?? fact.heldFrom
    if (current === undefined) return inForce === null
    return when !== null && current.statedAsOf !== null && compareDates(when, current.statedAsOf) === 'after'
  })
  return {
    granted: links,
    inForce,
    isOpen,
    otherwise: (latest?.otherwise ?? [])
      .filter(({ deadline }) => !isComputed(deadline) && !isEarlier(deadline))
      .map(({ deadline, datumId }) => ({ on: deadline, datumId })),
    said: saidOf(inOrder(links, undated), inForce),
    datumIds: own.map(({ id }) => id).sort(),
  }
}

/** The facts of extensions and deadlines of each actor under a treaty, as they stand on `asOf`; looked up once. */
export const deadlinesUnder = (
  base: FactBase,
  treaty: string | null,
  asOf: string,
): ((actor: string) => readonly Fact[]) => {
  const kinds = ['extension-granted', 'deadline'].map((kind) => base.facts(kind))
  const held = new Map<string, readonly Fact[]>()
  return (actor) => {
    let facts = held.get(actor)
    if (facts === undefined) {
      facts = kinds
        .flatMap((byActor) => byActor.get(actor) ?? [])
        .filter(({ heldFrom, fields }) => (heldFrom === null || heldFrom <= asOf) && fields.treaty === treaty)
      held.set(actor, facts)
    }
    return facts
  }
}
