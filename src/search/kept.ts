// The index of a world, kept as the world changes: what was withdrawn is gone before anything is answered, and what came is
// put in. While much comes in, at the start or with a large import, others search what was read so far.
import { createHash } from 'node:crypto'
import type { Db } from '../db/store.ts'
import { findWrittenSince } from '../indicators/rows-store.ts'
import type { Document } from './document.ts'
import {
  actorsTurned,
  type Frame,
  readAnswerDocuments,
  readFactDocuments,
  readFrame,
} from './documents-held.ts'
import { createPause, type GrowingIndex, nameOf, openIndex } from './index.ts'
import { createStanding } from './standing.ts'
import { listFactIds, type Mark } from './store.ts'

/** As of which day, and after which write. */
export type Moment = Mark & { today: string }

export const isSameMoment = (a: Moment, b: Moment): boolean =>
  isSameButFor(a, b) && a.version.seq === b.version.seq && a.version.sha256 === b.version.sha256

/** Whether nothing but the last write tells them apart. */
const isSameButFor = (a: Moment, b: Moment): boolean => a.today === b.today && a.loaded === b.loaded

/** How much of what can be found was read, where that is not all. */
export type Reading = {
  facts: { read: number; all: number }
  /** Reports whose answers were read. */
  reports: { read: number; all: number }
}

export type Kept = {
  index: GrowingIndex
  /** Something that is held is not found yet: it is being read. Null where everything is. */
  reading: Reading | null
}

/** How long a search waits for what is being read: for the first documents of all, and later, in milliseconds. */
export type Patience = { first: number; later: number }
const defaultPatience: Patience = { first: 10_000, later: 1_000 }

// From here on reading what stands of everyone is quicker than of one actor after the other.
const fewActors = 20

const digestOf = (document: Document): string =>
  createHash('sha1').update(JSON.stringify(document)).digest('base64')

const isOver = Symbol('over')
const after = (ms: number): { over: Promise<typeof isOver>; stop: () => void } => {
  let timer: NodeJS.Timeout | undefined
  const over = new Promise<typeof isOver>((resolve) => {
    timer = setTimeout(() => resolve(isOver), ms)
  })
  return { over, stop: () => clearTimeout(timer) }
}

/** Documents of a frame as they were put in, each with its digest: most are the very same the next time. */
type Framed = ReadonlyMap<string, { document: Document; digest: string }>

/** Keeps the index of everything `db` sees. */
export const keepIndex = (db: Db, patience = defaultPatience): ((at: Moment) => Promise<Kept>) => {
  const index = openIndex()
  let frame: Frame | undefined
  /** The facts that may be found: nothing else is put in, however long ago it was read. */
  const standing = createStanding()
  /** How often facts had to be read again, since an actor is called otherwise or has many now. */
  let turns = 0
  let framed: Framed = new Map()
  /** Names of the answers of each report read. */
  const answers = new Map<string, string[]>()
  let settled: Moment | undefined
  let settling: Promise<void> = Promise.resolve()
  /** The moment after which nothing was missing. */
  let filled: Moment | undefined
  let filling: Promise<void> | undefined
  let isFirst = true

  const outdate = (before: Frame, now: Frame): void => {
    const isAll = before.called !== now.called
    const turned = actorsTurned(before.many, now.many)
    if (!isAll && turned.size === 0) return
    turns++
    if (isAll) standing.outdateAll()
    else for (const actor of turned) standing.outdate(actor)
  }

  /** The actors of whom something was written since; undefined where everything has to be looked at. */
  const touchedSince = async (earlier: Moment | undefined, at: Moment): Promise<string[] | undefined> => {
    if (earlier === undefined || !isSameButFor(earlier, at)) return undefined
    const written = await findWrittenSince(db, earlier.version)
    const actors = written?.actors.filter((actor) => actor !== null)
    return actors === undefined || actors.length > fewActors ? undefined : actors
  }

  /** Brings the documents of the frame up to it. */
  const putFrame = async (documents: readonly Document[]): Promise<void> => {
    const pause = createPause()
    const now = new Map<string, { document: Document; digest: string }>()
    for (const document of documents) {
      const name = nameOf(document)
      const before = framed.get(name)
      const digest = before?.document === document ? before.digest : digestOf(document)
      now.set(name, { document, digest })
      if (before?.digest === digest) continue
      index.put(document)
      await pause()
    }
    for (const name of framed.keys()) if (!now.has(name)) index.drop(name)
    framed = now
  }

  /** Takes out what is no longer held, and brings what is not facts and answers up to the day. */
  const settle = async (at: Moment): Promise<void> => {
    if (settled !== undefined && isSameMoment(settled, at)) return
    const { today } = at
    const touched = await touchedSince(settled, at)
    const ids = await listFactIds(db, { today, isBeyondPublic: false }, touched)
    const now = await readFrame(db, today, touched === undefined ? undefined : { many: frame!.many, touched })
    for (const { id } of standing.settle(ids, touched)) index.drop(`fact/${id}`)
    for (const [report, names] of answers)
      if (!now.current.has(report)) {
        for (const name of names) index.drop(name)
        answers.delete(report)
      }
    if (frame !== undefined) outdate(frame, now)
    frame = now
    await putFrame(now.documents)
    settled = at
  }

  const fillFacts = async (by: Frame): Promise<void> => {
    const pause = createPause()
    const turn = turns
    if (standing.missing === 0) return
    // By their order in the store where most are missing, by their names where few are.
    const only = standing.missing > standing.size / 2 ? undefined : standing.listMissing()
    for await (const batch of readFactDocuments(db, by, { isBeyondPublic: false, only })) {
      for (const [fact, document] of batch) {
        // What is made by this frame is to be made again.
        if (turns !== turn) return
        if (!standing.has(fact)) continue
        standing.noteRead(fact)
        if (document === undefined) index.drop(`fact/${fact.id}`)
        else index.put(document)
        await pause()
      }
    }
  }

  const fillAnswers = async (by: Frame, reports: readonly string[]): Promise<void> => {
    const pause = createPause()
    const names = new Map(reports.map((report) => [report, [] as string[]]))
    for await (const batch of readAnswerDocuments(db, by, reports))
      for (const [report, document] of batch) {
        if (frame?.current.has(report) !== true) continue
        index.put(document)
        names.get(report)?.push(nameOf(document))
        answers.set(report, names.get(report)!)
        await pause()
      }
    for (const [report, own] of names) if (frame?.current.has(report) === true) answers.set(report, own)
  }

  const fill = async (): Promise<void> => {
    for (;;) {
      const by = frame!
      const upTo = settled
      const turn = turns
      const reports = [...by.current.keys()].filter((report) => !answers.has(report))
      await fillFacts(by)
      await fillAnswers(by, reports)
      if (turns === turn) filled = upTo
      // Something was written meanwhile: that, too.
      if (filled === settled) return
    }
  }

  const readSoFar = (): Reading => {
    const facts = { read: standing.size - standing.missing, all: standing.size }
    return { facts, reports: { read: answers.size, all: frame!.current.size } }
  }

  return async (at) => {
    settling = settling.catch(() => {}).then(() => settle(at))
    await settling
    if (filled === settled) return { index, reading: null }
    filling ??= fill().finally(() => {
      filling = undefined
    })
    const { over, stop } = after(isFirst ? patience.first : patience.later)
    const first = await Promise.race([filling, over])
    stop()
    if (first !== isOver) isFirst = false
    return { index, reading: first === isOver ? readSoFar() : null }
  }
}
