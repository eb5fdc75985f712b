// Whether whoever asks reads data or pages: a program is answered in JSON where a browser gets a page.
import type { Context } from 'hono'

/** Whether the request brings a personal token (`Authorization: Bearer …`). */
export const hasBearer = (c: Context): boolean => /^bearer\s/i.test(c.req.header('authorization') ?? '')

/** Whether what is sent is JSON. */
export const sendsJson = (c: Context): boolean =>
  /^application\/json\s*(;|$)/i.test(c.req.header('content-type') ?? '')

/**
 * Whether it is a program that asks: by the suffix of the address, by what it accepts or sends, or by its token. A token
 * alone does not make data of a page that is read.
 */
export const asksForData = (c: Context): boolean => {
  if (/\.(json|csv|xlsx|ics)$/.test(c.req.path)) return true
  const isWrite = c.req.method !== 'GET' && c.req.method !== 'HEAD'
  if (isWrite && (sendsJson(c) || hasBearer(c))) return true
  const accept = c.req.header('accept') ?? ''
  return /\bjson\b/.test(accept) && !/\btext\/html\b/.test(accept)
}
