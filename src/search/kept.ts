// The index of a world, kept as the world changes: what was withdrawn is gone before anything is answered, and what came is
// put in. A large import comes in while others search what there is.
import { createHash } from 'node:crypto'
import type { Db } from '../db/store.ts'
import type { Document } from './document.ts'
import { type Frame, readAnswerDocuments, readFactDocuments, readFrame } from './documents-held.ts'
import { createPause, type GrowingIndex, nameOf, openIndex } from './index.ts'
import { listFactIds } from './store.ts'

/** As of which day, and after which write. */
export type Moment = { today: string; mark: string }

export type Kept = {
  index: GrowingIndex
  /** Something that is held is not found yet: it is being read. */
  isBehind: boolean
}

/** How long a search waits for what is being read: for the first documents of all, and later, in milliseconds. */
export type Patience = { first: number; later: number }
const defaultPatience: Patience = { first: 10_000, later: 1_000 }

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

/** Keeps the index of everything `db` sees. */
export const keepIndex = (db: Db, patience = defaultPatience): ((at: Moment) => Promise<Kept>) => {
  const index = openIndex()
  let frame: Frame | undefined
  /** Ids of the facts that may be found: nothing else is put in, however long ago it was read. */
  let standing: ReadonlySet<string> = new Set()
  /** Ids of the facts whose documents are put in, and of those that no page shows. */
  const read = new Set<string>()
  /** Facts whose documents are to be made again, since an actor is called otherwise or has many now. */
  const outdated = new Set<string>()
  /** Digests of the documents of a frame. */
  let framed = new Map<string, string>()
  /** Names of the answers of each report read. */
  const answers = new Map<string, string[]>()
  let settled: string | undefined
  let settling: Promise<void> = Promise.resolve()
  /** The mark after which nothing was missing. */
  let filled: string | undefined
  let filling: Promise<void> | undefined
  let isFirst = true

  const outdate = (before: Frame, now: Frame): void => {
    const turned = new Set([...before.many].filter((key) => !now.many.has(key)))
    for (const key of now.many) if (!before.many.has(key)) turned.add(key)
    const actors = new Set([...turned].map((key) => key.slice(0, key.lastIndexOf('/'))))
    const isAll = before.called !== now.called
    if (!isAll && actors.size === 0) return
    // What no page showed may have one now.
    if (isAll) read.clear()
    for (const [key, of] of index.actorsOfFacts())
      if (isAll || actors.has(of)) outdated.add(key.slice('fact/'.length))
  }

  /** Takes out what is no longer held, and brings what is not facts and answers up to the day. */
  const settle = async ({ today, mark }: Moment): Promise<void> => {
    if (settled === mark) return
    const ids = new Set(await listFactIds(db, { today, isBeyondPublic: false }))
    const now = await readFrame(db, today)
    const pause = createPause()
    for (const id of standing)
      if (!ids.has(id)) {
        index.drop(`fact/${id}`)
        read.delete(id)
        outdated.delete(id)
      }
    standing = ids
    for (const [report, names] of answers)
      if (!now.current.has(report)) {
        for (const name of names) index.drop(name)
        answers.delete(report)
      }
    if (frame !== undefined) outdate(frame, now)
    frame = now
    const digests = new Map<string, string>()
    for (const document of now.documents) {
      const name = nameOf(document)
      const digest = digestOf(document)
      digests.set(name, digest)
      if (framed.get(name) === digest) continue
      index.put(document)
      await pause()
    }
    for (const name of framed.keys()) if (!digests.has(name)) index.drop(name)
    framed = digests
    settled = mark
  }

  const missing = (): string[] => [...standing].filter((id) => outdated.has(id) || !read.has(id))

  const fillFacts = async (by: Frame, ids: readonly string[]): Promise<void> => {
    const pause = createPause()
    if (ids.length === 0) return
    // By their order in the store where most are missing, by their names where few are.
    const some = ids.length > standing.size / 2 ? undefined : ids
    for await (const batch of readFactDocuments(db, by, { isBeyondPublic: false, ids: some }))
      for (const [id, document] of batch) {
        if (!standing.has(id)) continue
        outdated.delete(id)
        read.add(id)
        if (document === undefined) index.drop(`fact/${id}`)
        else index.put(document)
        await pause()
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
      const mark = settled
      const ids = missing()
      const reports = [...by.current.keys()].filter((report) => !answers.has(report))
      await fillFacts(by, ids)
      await fillAnswers(by, reports)
      filled = mark
      // Something was written meanwhile: that, too.
      if (filled === settled) return
    }
  }

  return async (at) => {
    settling = settling.catch(() => {}).then(() => settle(at))
    await settling
    if (filled === settled) return { index, isBehind: false }
    filling ??= fill().finally(() => {
      filling = undefined
    })
    const { over, stop } = after(isFirst ? patience.first : patience.later)
    const first = await Promise.race([filling, over])
    stop()
    if (first !== isOver) isFirst = false
    return { index, isBehind: first === isOver }
  }
}
