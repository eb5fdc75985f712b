// The one address of the library that is served: where an OpenID Connect provider comes back to (oidc.ts).

/** What the library calls the provider. */
export const providerId = 'oidc'

/** To be named to the provider, after the origin. */
export const callbackPath = `/api/auth/callback/${providerId}`
