// A file that a form sends, and only so much of it.
import type { Context } from 'hono'
import type { InputFile } from '../../facts/datum-file.ts'
import { problem } from '../../problem.ts'
import type { Site } from '../site.ts'
import { readBounded } from './posted.ts'

/**
 * The file sent in the field `name`; undefined where none was chosen. Throws `form-too-large` (413), or `usage` for what is no form with files.
 */
export const readUploaded = async (
  c: Context,
  site: Site,
  name: string,
  largest: number,
): Promise<InputFile | undefined> => {
  const type = c.req.header('content-type') ?? ''
  if (!type.startsWith('multipart/form-data')) throw problem('usage', site.text('form.notAForm'))
  const tooLarge = () => problem('form-too-large', site.text('form.tooLarge'))
  // What stands around the file takes a little more.
  const body = await readBounded(c.req.raw, largest + 16 * 1024, tooLarge)
  let file: File | string | null
  try {
    file = (await new Response(new Uint8Array(body), { headers: { 'content-type': type } }).formData()).get(
      name,
    )
  } catch {
    throw problem('usage', site.text('form.notAForm'))
  }
  if (file === null || typeof file === 'string' || (file.size === 0 && file.name === '')) return undefined
  const plain = file.name
    .split(/[/\\]/)
    .at(-1)
    ?.replace(/\p{Cc}/gu, '')
    .slice(0, 120)
  return { name: plain || name, bytes: new Uint8Array(await file.arrayBuffer()) }
}
