// What every answer carries: nothing is loaded from elsewhere, nothing runs, nothing is framed.
import type { MiddlewareHandler } from 'hono'
import { secureHeaders } from 'hono/secure-headers'

/** Security headers for pages and data. The pages have no scripts at all; styles come from the one style sheet. */
export const safeHeaders = (): MiddlewareHandler =>
  secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'self'"],
      scriptSrc: ["'none'"],
      styleSrc: ["'self'"],
      imgSrc: ["'self'"],
      objectSrc: ["'none'"],
      baseUri: ["'none'"],
      formAction: ["'self'"],
      frameAncestors: ["'none'"],
    },
    // It is served on 127.0.0.1 over plain HTTP; a promise of HTTPS would lock people out.
    strictTransportSecurity: false,
    referrerPolicy: 'same-origin',
    xFrameOptions: 'DENY',
    permissionsPolicy: { camera: [], microphone: [], geolocation: [] },
  })

declare module 'hono' {
  interface ContextVariableMap {
    'own-policy': string
  }
}

/** Under this name an answer says that it needs a policy of its own: a document that carries its style within it. */
export const ownPolicy = 'own-policy'

/** Sets the policy an answer asked for in place of that of pages. Stands before `safeHeaders`, which sets those. */
export const allowOwnPolicy: MiddlewareHandler = async (c, next) => {
  await next()
  const policy: string | undefined = c.get(ownPolicy)
  if (policy !== undefined) c.res.headers.set('content-security-policy', policy)
}

/** Pages and data may be kept, but are asked for again each time: a late report changes figures. */
export const alwaysAskAgain: MiddlewareHandler = async (c, next) => {
  await next()
  if (!c.res.headers.has('cache-control')) c.res.headers.set('cache-control', 'no-cache')
}
