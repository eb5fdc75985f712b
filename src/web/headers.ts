// What every answer carries: nothing is loaded from elsewhere, nothing runs, nothing is framed.
import type { MiddlewareHandler } from 'hono'
import { secureHeaders } from 'hono/secure-headers'

const nobodyFrames = "frame-ancestors 'none'; base-uri 'none'; form-action 'none'"

/** What a browser could be asked for and no page here asks. */
const unused = [
  'accelerometer',
  'camera',
  'display-capture',
  'geolocation',
  'gyroscope',
  'hid',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'publickey-credentials-get',
  'screen-wake-lock',
  'serial',
  'usb',
  'xr-spatial-tracking',
]

/** Security headers for pages and data. The pages have no scripts at all; styles come from the one style sheet. */
export const safeHeaders = (): MiddlewareHandler =>
  secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'none'"],
      scriptSrc: ["'none'"],
      styleSrc: ["'self'"],
      imgSrc: ["'self'"],
      objectSrc: ["'none'"],
      baseUri: ["'none'"],
      formAction: ["'self'"],
      frameAncestors: ["'none'"],
    },
    // Said at the front door, which knows whether it is opened over HTTPS.
    strictTransportSecurity: false,
    // What is sent to another site says nothing of the address, and a form of ours still says where it is from.
    referrerPolicy: 'same-origin',
    xFrameOptions: 'DENY',
    permissionsPolicy: Object.fromEntries(unused.map((feature) => [feature, []])),
  })

/**
 * The headers of answers that no site gives: a name we do not answer to, an address that is none. `isEncrypted`: people
 * reach it over HTTPS, so browsers are told to come no other way for a year.
 */
export const plainHeaders = (isEncrypted: boolean): Record<string, string> => ({
  'content-security-policy':
    "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': unused.map((feature) => `${feature}=()`).join(', '),
  'referrer-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  ...(isEncrypted ? { 'strict-transport-security': 'max-age=31536000; includeSubDomains' } : {}),
})

declare module 'hono' {
  interface ContextVariableMap {
    'own-policy': string
  }
}

/** Under this name an answer says that it needs a policy of its own: a document that carries its style within it. */
export const ownPolicy = 'own-policy'

/**
 * Sets the policy an answer asked for in place of that of pages; it is framed by nobody either. Stands before
 * `safeHeaders`, which sets those.
 */
export const allowOwnPolicy: MiddlewareHandler = async (c, next) => {
  await next()
  const policy: string | undefined = c.get(ownPolicy)
  if (policy !== undefined) c.res.headers.set('content-security-policy', `${policy}; ${nobodyFrames}`)
}

/** Pages that are about people, or take or show what lets them in: nobody keeps a copy, not even of a refusal. */
const aboutPeople =
  /^\/(account|sign-in|sign-out|first|invitation|people|letters|waiting|history|audit)(?=[/.]|$)/

/** Pages and data may be kept, but are asked for again each time: a late report changes figures. */
export const alwaysAskAgain: MiddlewareHandler = async (c, next) => {
  await next()
  const isOwn = aboutPeople.test(c.req.path) || c.res.headers.has('set-cookie')
  if (isOwn) c.res.headers.set('cache-control', 'private, no-store')
  if (!c.res.headers.has('cache-control')) c.res.headers.set('cache-control', 'no-cache')
}
