// The plan a command names, by file or by id, as plans are compared.
import { statSync } from 'node:fs'
import type { PlanContent } from '../instruments/diff.ts'
import { planIdFor } from '../instruments/identity.ts'
import { importPlan } from '../instruments/import.ts'
import { openPlan } from '../instruments/open.ts'
import { findShippedInstrument, readShippedInstruments } from '../instruments/read.ts'
import {
  contentOfPlan,
  contentOfShipped,
  contentOfStored,
  findInstrument,
  listInstruments,
  noticeFor,
} from '../instruments/store.ts'
import { problem } from '../problem.ts'
import type { CommandContext } from './command.ts'
import { fileOf } from './input.ts'

/** `isFile`: read from a file just now, so that nothing is held about it. */
export type NamedPlan = { content: PlanContent; notice: string | undefined; isFile: boolean }

// A folder may have the name of an id: only a file is read.
const isFile = (name: string): boolean => statSync(name, { throwIfNoEntry: false })?.isFile() ?? false

/** A file on disk is imported; otherwise the name is an id, of an instrument that ships or one that was stored. Throws `not-found`. */
export const contentOf = async (context: CommandContext, name: string): Promise<NamedPlan> => {
  if (isFile(name)) {
    const file = fileOf({ ...context, args: [name] })
    const plan = importPlan(await openPlan(file.bytes, file.name), file.name)
    const id = planIdFor(plan, file.name)
    return { content: contentOfPlan(id, plan), notice: noticeFor({ sha256: plan.sha256 }), isFile: true }
  }
  const shipped = findShippedInstrument(name)
  if (shipped !== undefined)
    return { content: contentOfShipped(shipped), notice: shipped.notice, isFile: false }
  const db = (await context.open()).world('register')
  const stored = await findInstrument(db, name)
  if (stored !== undefined)
    return { content: contentOfStored(stored), notice: noticeFor({ sha256: stored.sha256 }), isFile: false }
  const ids = [...readShippedInstruments(), ...(await listInstruments(db))].map((one) => one.id)
  throw problem(
    'not-found',
    `"${name}" is neither a file nor the id of a plan. Plans held: ${ids.join(', ')}.`,
  )
}
