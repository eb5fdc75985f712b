// What a form sends, and only so much of it. Where it comes from was asked before: from-here.ts.
import type { Context } from 'hono'
import { withoutOwnSigns } from '../../formats/text.ts'
import { problem } from '../../problem.ts'
import type { Site } from '../site.ts'

/** Largest body read; bytes. A section with a page of quotation to each question has a tenth of it. */
const largestBody = 1024 * 1024

/** Most fields read. The largest section of a questionnaire has a few hundred. */
const mostFields = 10_000

/** The body, of which no more than `largest` bytes are read. */
export const readBounded = async (
  request: Request,
  largest: number,
  refuse: () => Error,
): Promise<Uint8Array> => {
  if (Number(request.headers.get('content-length') ?? 0) > largest) throw refuse()
  const chunks: Uint8Array[] = []
  let read = 0
  for await (const chunk of request.body ?? []) {
    read += chunk.byteLength
    if (read > largest) throw refuse()
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

/**
 * The fields sent, as typed; line ends are \n, and characters no database keeps and our own signs are left out. Throws
 * `form-too-large` (413), or `usage` for what is no form.
 */
export const readPosted = async (
  c: Context,
  site: Site,
  largest = largestBody,
): Promise<Record<string, string>> => {
  if (!(c.req.header('content-type') ?? '').startsWith('application/x-www-form-urlencoded'))
    throw problem('usage', site.text('form.notAForm'))
  const tooLarge = () => problem('form-too-large', site.text('form.tooLarge'))
  const body = new TextDecoder().decode(await readBounded(c.req.raw, largest, tooLarge))
  const posted: Record<string, string> = {}
  const fields = new URLSearchParams(body)
  if (fields.size > mostFields) throw tooLarge()
  for (const [name, text] of fields)
    posted[name] ??= withoutOwnSigns(text.replaceAll('\r\n', '\n').replaceAll('\0', ''))
  return posted
}

/** Goes on with a page after something was kept (303): asking again for it sends nothing twice. */
export const seeOther = (c: Context, address: string): Response => c.redirect(address, 303)
