// Files that a form sends, and only so much of them.
import type { Context } from 'hono'
import type { InputFile } from '../../facts/datum-file.ts'
import { problem } from '../../problem.ts'
import type { Site } from '../site.ts'
import { readBounded } from './posted.ts'

/** What a form with files sends: its files and its texts, by field. A field without a file chosen is left out. */
export type UploadedForm = {
  files: ReadonlyMap<string, InputFile>
  fields: Readonly<Record<string, string>>
}

const fileOf = async (name: string, file: File): Promise<InputFile> => {
  const plain = file.name
    .split(/[/\\]/)
    .at(-1)
    ?.replace(/\p{Cc}/gu, '')
    .slice(0, 120)
  return { name: plain || name, bytes: new Uint8Array(await file.arrayBuffer()) }
}

/**
 * The form, of at most `largest` bytes of files. Throws `form-too-large` (413), with `words` where they are given, or
 * `usage` for what is no form with files.
 */
export const readUploadedForm = async (
  c: Context,
  site: Site,
  largest: number,
  words = site.text('form.tooLarge'),
): Promise<UploadedForm> => {
  const type = c.req.header('content-type') ?? ''
  if (!type.startsWith('multipart/form-data')) throw problem('usage', site.text('form.notAForm'))
  const tooLarge = () => problem('form-too-large', words)
  // What stands around the files takes a little more.
  const body = await readBounded(c.req.raw, largest + 16 * 1024, tooLarge)
  let form: FormData
  try {
    form = await new Response(new Uint8Array(body), { headers: { 'content-type': type } }).formData()
  } catch {
    throw problem('usage', site.text('form.notAForm'))
  }
  const files = new Map<string, InputFile>()
  // Without a prototype: a field may have any name.
  const fields: Record<string, string> = Object.create(null)
  for (const [name, sent] of form) {
    if (typeof sent === 'string') fields[name] ??= sent.trim()
    else if (!files.has(name) && (sent.size > 0 || sent.name !== ''))
      files.set(name, await fileOf(name, sent))
  }
  return { files, fields }
}

/** The one file sent in the field `name`; undefined where none was chosen. Throws as `readUploadedForm` does. */
export const readUploaded = async (
  c: Context,
  site: Site,
  name: string,
  largest: number,
): Promise<InputFile | undefined> => (await readUploadedForm(c, site, largest)).files.get(name)
