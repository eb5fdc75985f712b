// The events of a trail against each other: whether each is what its digest was made of, follows on the one before it, and
// stands at its place, and where the trail ends.
import { type AuditReader, readThingsOf } from '../audit-store.ts'
import { chainStart, digestThings, sha256OfEvent } from '../chain.ts'
import type { EventRow, Find } from './finding.ts'
import { followLinks, type Linked } from './trail-links.ts'

/** A head: the place where a trail ends, and the digest there. */
export type Head = { seq: number; sha256: string }

/** A noted head: the place, where it was noted with it, and the digest. */
export type NotedHead = { seq: number | null; sha256: string }

/** A row on the walk, with the digest of its things as they are now. */
type Walked = EventRow & Linked & { things: string; firstThing: string | null }

type Range = { from: number; to: number }

/** At most so many places of all ranges. */
const placesIn = (ranges: readonly Range[], most: number): number[] => {
  const places: number[] = []
  for (const { from, to } of ranges)
    for (let seq = from; seq <= to && places.length < most; seq++) places.push(seq)
  return places
}

// More rows than these are not tried at each other's places: then something was done to all of them.
const mostTried = 500

/**
 * Compares the events of a trail as they come, in order. `headAtFirst`: where it ended when the walk began. Memory holds
 * those alone that are not what their digests say.
 */
export const compareChain = (
  find: Find,
  { headAtFirst, notedHead }: { headAtFirst: Head | undefined; notedHead: NotedHead | undefined },
) => {
  const suspects: Walked[] = []
  const missing: Range[] = []
  const orphans = new Set<number>()
  const beyond: EventRow[] = []
  let isNotedFound = notedHead === undefined || (notedHead.seq === 0 && notedHead.sha256 === chainStart)
  let last = 0
  let lastSha256 = chainStart
  const links = followLinks<Walked>(chainStart, (row) =>
    find(
      'altered',
      row,
      'the event after it follows on another digest: it, or events before it, were written anew with new digests',
      row.firstThing,
    ),
  )

  /** Where suspects belong: each is tried at the places of the others and at those that are missing. */
  const tellSuspects = async (db: AuditReader): Promise<{ moved: Set<number>; placed: Set<number> }> => {
    const digestAt = new Map(suspects.map(({ seq, things: sha256 }) => [seq, sha256]))
    for (const seq of placesIn(missing, mostTried)) {
      const digest = digestThings()
      for (const one of await readThingsOf(db, seq)) digest.add(one)
      digestAt.set(seq, digest.sha256())
    }
    const moved = new Set<number>()
    const placed = new Set<number>()
    for (const [index, row] of suspects.entries()) {
      const from = (index < mostTried ? [...digestAt.keys()] : []).find(
        (seq) =>
          seq !== row.seq &&
          [row.things, digestAt.get(seq)!].some(
            (sha256) => sha256OfEvent({ ...row, seq }, sha256) === row.sha256,
          ),
      )
      // An event that is itself at another place was moved; whatever else is not itself was altered.
      if (from === undefined)
        find('altered', row, 'what it says is not what its digest was made of', row.firstThing)
      else {
        moved.add(from)
        placed.add(row.seq)
        find('moved', row, `it is the event of place ${from}, and stands at place ${row.seq}`, row.firstThing)
      }
    }
    return { moved, placed }
  }

  const tellMissing = (end: number, moved: ReadonlySet<number>) => {
    for (const range of missing) {
      const to = Math.min(range.to, end)
      const kind = range.from > last ? 'cut-off' : 'removed'
      const where = kind === 'cut-off' ? 'missing at the end of the trail' : 'missing'
      if (to - range.from >= mostTried)
        find(kind, { seq: range.from }, `the events from place ${range.from} to place ${to} are ${where}`)
      else
        for (let seq = range.from; seq <= to; seq++)
          if (!moved.has(seq)) find(kind, { seq }, `it is ${where}`)
    }
  }

  const tellEnd = (head: Head | undefined) => {
    const isOtherEnd = links.end(head?.seq === last ? head.sha256 : lastSha256)
    if (head === undefined) find('head-altered', null, 'the row that says where the trail ends is not there')
    else if (head.seq === last && isOtherEnd)
      find('head-altered', { seq: last }, 'the last event is not the one noted as the end')
  }

  return {
    /** The place of the last event that came. */
    last: () => last,
    /** Whether an event can stand where it stands; one that cannot is told and goes no further. */
    isPlaced: (row: EventRow): boolean => {
      const isNowhere = row.seq == null || row.seq < 1
      if (isNowhere) find('inserted', row, 'it has no place in the trail')
      else if (row.seq === last) find('inserted', row, 'another event stands at the same place')
      if (isNowhere || row.seq === last) return false
      if (row.seq > last + 1) missing.push({ from: last + 1, to: row.seq - 1 })
      return true
    },
    /** The next event, with the digest of what it touched and the first of it. */
    next: (row: EventRow, things: string, firstThing: string | null): void => {
      const walked = { ...row, things, firstThing, isSelf: sha256OfEvent(row, things) === row.sha256 }
      links.next(walked)
      if (!walked.isSelf) suspects.push(walked)
      else if (row.sha256 === notedHead?.sha256)
        isNotedFound ||= notedHead.seq === null || notedHead.seq === row.seq
      if (row.seq > (headAtFirst?.seq ?? 0)) beyond.push(row)
      last = row.seq
      lastSha256 = row.sha256
    },
    /** Something is said to be touched at a place where no event is. */
    orphan: (seq: number): void => void orphans.add(seq),
    /** The end, as it is noted. */
    end: async (db: AuditReader, head: Head | undefined): Promise<void> => {
      tellEnd(head)
      const end = head?.seq ?? last
      if (end > last) missing.push({ from: last + 1, to: end })
      const { moved, placed } = await tellSuspects(db)
      for (const row of beyond)
        if (row.seq > end && !placed.has(row.seq))
          find('inserted', row, `it stands after the end of the trail, which is at ${end}`)
      tellMissing(end, moved)
      for (const seq of orphans)
        if (!missing.some(({ from, to }) => from <= seq && seq <= to))
          find('inserted', { seq }, 'something is said to be touched by an event that is not there')
      if (!isNotedFound)
        find(
          'noted-head-missing',
          notedHead!.seq === null ? null : { seq: notedHead!.seq },
          'the head noted elsewhere is not in the trail: it was cut off before it, or written anew',
        )
    },
  }
}
