// What a form sends, and only so much of it. A program sends the same fields as JSON and is answered in JSON. Where it
// comes from was asked before: from-here.ts.
import type { Context } from 'hono'
import { readJson } from '../../formats/json.ts'
import { withoutOwnSigns } from '../../formats/text.ts'
import { problem } from '../../problem.ts'
import { asksForData, sendsJson } from '../as-data.ts'
import type { Site } from '../site.ts'
import { fieldsOfJson } from './json-fields.ts'

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

declare module 'hono' {
  interface ContextVariableMap {
    'fields-taken': readonly string[]
  }
}

/** Under this name a request knows which fields its address takes. */
export const fieldsTaken = 'fields-taken'

/** What a program misspells must not be lost in silence: a field that is not taken is refused, by name. */
const refuseOthers = (c: Context, site: Site, names: readonly string[]): void => {
  const taken: readonly string[] | undefined = c.get(fieldsTaken)
  if (taken === undefined) return
  const others = names.filter((name) => !taken.includes(name) && !taken.includes(name.split('.')[0] ?? ''))
  if (others.length > 0)
    throw problem(
      'input-rejected',
      site.text('form.rejected'),
      others.map((path) => ({ path, message: site.text('form.noField'), expected: taken.join(', ') })),
    )
}

const cleaned = (text: string): string => withoutOwnSigns(text.replaceAll('\r\n', '\n').replaceAll('\0', ''))

/**
 * The fields sent, as typed or as JSON; line ends are \n, and characters no database keeps and our own signs are left
 * out. Throws `form-too-large` (413), `usage` for what is no form, `input-unreadable` and `input-rejected` for JSON that
 * is none.
 */
export const readPosted = async (
  c: Context,
  site: Site,
  largest = largestBody,
): Promise<Record<string, string>> => {
  const isJson = sendsJson(c)
  if (!isJson && !(c.req.header('content-type') ?? '').startsWith('application/x-www-form-urlencoded'))
    throw problem('usage', site.text('form.notAForm'))
  const tooLarge = () => problem('form-too-large', site.text('form.tooLarge'))
  const body = await readBounded(c.req.raw, largest, tooLarge)
  const fields = isJson
    ? Object.entries(fieldsOfJson(readJson(body, 'JSON')))
    : [...new URLSearchParams(new TextDecoder().decode(body))]
  if (fields.length > mostFields) throw tooLarge()
  if (isJson)
    refuseOthers(
      c,
      site,
      fields.map(([name]) => name),
    )
  // Without a prototype: a field may have any name.
  const posted: Record<string, string> = Object.create(null)
  for (const [name, text] of fields) posted[name] ??= cleaned(text)
  return posted
}

/**
 * Goes on with a page after something was kept (303): asking again for it sends nothing twice. A program gets the address
 * as JSON, with what else it needs to go on; 201 where something was made that was not there before. `said`: what a page is
 * asked besides, so that it says what was done; `place`: the id of the part of it to go to.
 */
export const seeOther = (
  c: Context,
  address: string,
  {
    status = 200,
    more = {},
    said = {},
    place = '',
  }: {
    status?: 200 | 201
    more?: Readonly<Record<string, unknown>>
    said?: Readonly<Record<string, string>>
    place?: string
  } = {},
): Response => {
  if (!asksForData(c)) {
    const query = new URLSearchParams(said).toString()
    return c.redirect(`${address}${query === '' ? '' : `?${query}`}${place === '' ? '' : `#${place}`}`, 303)
  }
  const headers = {
    'content-type': 'application/json; charset=utf-8',
    ...(status === 201 ? { location: address } : {}),
  }
  return c.body(JSON.stringify({ location: address, ...more }, null, 2), status, headers)
}
