// What readers think of a page, counted without knowing who they are: the form they send is signed for one version of one page,
// good for two hours and a part of the third, and counts once.
import { createHash, createHmac, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto'

export const ratings = ['yes', 'partly', 'no'] as const
/** Whether the page was useful. */
export type Rating = (typeof ratings)[number]

/** So long a form is taken at least after it was made. */
export const formLifeMs = 2 * 60 * 60 * 1000

/** Forms made within so long end together: a page that holds one can be known again as the same page meanwhile. */
const endsEveryMs = 60 * 60 * 1000

/** A key for these forms alone, from the installation's secret (RFC 5869). */
export const ratingKeyOf = (secret: string): Buffer =>
  Buffer.from(hkdfSync('sha256', secret, '', 'pacta: forms that rate a page', 32))

const signed = (key: Buffer, page: string, expires: string, once: string): Buffer =>
  createHmac('sha256', key)
    .update(JSON.stringify([page, expires, once]))
    .digest()

/** A form for one version. `page`: what it is bound to, such as world and digest; `now`: milliseconds. */
export const makeRatingForm = (key: Buffer, page: string, now: number): string => {
  const end = Math.ceil((now + formLifeMs) / endsEveryMs) * endsEveryMs
  const expires = end.toString(36)
  const once = randomBytes(16).toString('base64url')
  return `${expires}.${once}.${signed(key, page, expires, once).toString('base64url')}`
}

/** Of a form only when it ends: the same for all that are made in the same hour. */
export const endOfForm = (form: string): string => form.split('.')[0] ?? ''

export type ReadForm = { formSha256: string; expiresAt: string } | 'forged' | 'expired'

/** What a form sent is worth: the digest it is kept under so that it counts once, or why it does not count. */
export const readRatingForm = (key: Buffer, page: string, form: string, now: number): ReadForm => {
  const [expires = '', once = '', mark = '', ...rest] = form.split('.')
  const given = Buffer.from(mark, 'base64url')
  const wanted = signed(key, page, expires, once)
  if (rest.length > 0 || given.length !== wanted.length || !timingSafeEqual(given, wanted)) return 'forged'
  const until = Number.parseInt(expires, 36)
  if (until <= now) return 'expired'
  return {
    // Of what is signed, not of the form as sent: the same signature can be spelled in more than one way.
    formSha256: createHash('sha256').update(`${expires}.${once}`).digest('hex'),
    expiresAt: new Date(until).toISOString(),
  }
}
