// What was handed over with a table, as one text: a page carries it from the preview to storing, so that nothing has to be
// kept in between, and what is stored is what was looked at, byte by byte.
import { gunzipSync, gzipSync } from 'node:zlib'
import { z } from 'zod'
import type { InputFile } from '../facts/datum-file.ts'
import type { Handed } from './table.ts'

export type Sent = {
  handed: Handed
  /** Only the facts of this actor. */
  actor?: string | undefined
  /** The day it was received. */
  receivedOn?: string | undefined
}

const headForm = z.strictObject({
  actor: z.string().optional(),
  receivedOn: z.string().optional(),
  /** In the order of their bytes; `table`: of which table beside the file, null for the file itself, which is the first. */
  files: z
    .array(z.strictObject({ table: z.string().nullable(), name: z.string(), size: z.int().min(0) }))
    .min(1),
})

/** The files with a head that says which is which, compressed, in signs that a form leaves as they are. */
export const packSent = ({ handed: { file, beside }, actor, receivedOn }: Sent): string => {
  const all: [string | null, InputFile][] = [[null, file], ...beside]
  const head: z.infer<typeof headForm> = {
    ...(actor === undefined ? {} : { actor }),
    ...(receivedOn === undefined ? {} : { receivedOn }),
    files: all.map(([table, { name, bytes }]) => ({ table, name, size: bytes.length })),
  }
  const parts = [Buffer.from(`${JSON.stringify(head)}\n`), ...all.map(([, { bytes }]) => bytes)]
  return gzipSync(Buffer.concat(parts)).toString('base64url')
}

const readHead = (text: string): z.infer<typeof headForm> | undefined => {
  try {
    return headForm.safeParse(JSON.parse(text)).data
  } catch {
    return undefined
  }
}

const unzipped = (text: string, largest: number): Buffer | undefined => {
  try {
    return gunzipSync(Buffer.from(text, 'base64url'), { maxOutputLength: largest })
  } catch {
    return undefined
  }
}

/** The same back; undefined for a text that `packSent` did not make, or one of more than `largest` bytes. */
export const unpackSent = (text: string, largest: number): Sent | undefined => {
  const whole = unzipped(text, largest)
  const end = whole?.indexOf(0x0a) ?? -1
  if (whole === undefined || end < 0) return undefined
  const head = readHead(whole.subarray(0, end).toString())
  const sizes = head?.files.map(({ size }) => size) ?? []
  const [first, ...others] = head?.files ?? []
  const isWhole = end + 1 + sizes.reduce((sum, size) => sum + size, 0) === whole.length
  if (head === undefined || first === undefined || first.table !== null || !isWhole) return undefined
  let from = end + 1
  const take = ({ name, size }: { name: string; size: number }): InputFile => {
    from += size
    return { name, bytes: new Uint8Array(whole.subarray(from - size, from)) }
  }
  const file = take(first)
  const beside = new Map(others.map((one) => [one.table ?? '', take(one)]))
  const { actor, receivedOn } = head
  return { handed: { file, beside }, actor, receivedOn }
}
