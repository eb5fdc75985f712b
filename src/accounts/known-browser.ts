// A browser in which somebody has signed in before: its tries are counted apart from those of everybody else, so that
// whoever guesses from elsewhere does not keep the owner waiting. It brings a cookie that only we can make, for one account.
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import type { PeopleDb } from '../db/store.ts'
import { findBrowsersKey } from './known-browser-store.ts'

/** How long a browser is known after the last sign-in with it; days. */
export const knownDays = 180

/** What signs and reads the cookies. `secret`: the installation's; `cookiePrefix`: see `cookiePrefixOf`. */
export type Browsers = { people: PeopleDb; secret: string; cookiePrefix: string; now: () => Date }

/**
 * The count that all browsers share which came by a letter's link: whoever reads the letters gets no new count with each.
 */
export const browserOfLetters = 'letter'

/** One account, one cookie; its name tells nobody whose it is: made with the secret, whoever knows ids cannot compute it. */
const nameOf = ({ cookiePrefix, secret }: Browsers, personId: string): string =>
  `${cookiePrefix}.known_${createHmac('sha256', secret).update(`known browser of ${personId}`).digest('hex').slice(0, 16)}`

const attributesOf = ({ cookiePrefix }: Browsers): string =>
  `Path=/; HttpOnly; SameSite=Lax${cookiePrefix.startsWith('__Host-') ? '; Secure' : ''}`

const sign = ({ secret }: Browsers, personId: string, key: string, said: string): string =>
  createHmac('sha256', secret).update(`known browser ${personId} ${key} ${said}`).digest('base64url')

/** The browser a request comes from, where its cookie is ours, for this person, and not over; undefined otherwise. */
export const findKnownBrowser = async (
  browsers: Browsers,
  headers: Headers,
  personId: string,
): Promise<string | undefined> => {
  const name = `${nameOf(browsers, personId)}=`
  const cookie = (headers.get('cookie') ?? '').split(/;\s*/).find((one) => one.startsWith(name))
  const [browser = '', until = '', signature = ''] = (cookie ?? '').slice(name.length).split('.')
  if (signature === '' || !(Number(until) * 1000 > browsers.now().getTime())) return undefined
  const key = await findBrowsersKey(browsers.people, personId)
  if (key === undefined) return undefined
  const own = Buffer.from(sign(browsers, personId, key, `${browser}.${until}`))
  const given = Buffer.from(signature)
  return given.length === own.length && timingSafeEqual(given, own) ? browser : undefined
}

/** The cookie (`Set-Cookie`) by which a browser is known from now on; one that is known already stays the same. */
export const knownBrowserCookie = async (
  browsers: Browsers,
  personId: string,
  browser = randomBytes(12).toString('base64url'),
): Promise<string> => {
  const lasts = knownDays * 86_400
  const until = Math.floor(browsers.now().getTime() / 1000) + lasts
  const said = `${browser}.${until}`
  const key = (await findBrowsersKey(browsers.people, personId)) ?? ''
  return `${nameOf(browsers, personId)}=${said}.${sign(browsers, personId, key, said)}; Max-Age=${lasts}; ${attributesOf(browsers)}`
}

/** Takes the cookie away from the browser (`Set-Cookie`). */
export const noKnownBrowserCookie = (browsers: Browsers, personId: string): string =>
  `${nameOf(browsers, personId)}=; Max-Age=0; ${attributesOf(browsers)}`
