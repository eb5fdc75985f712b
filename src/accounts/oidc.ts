// Signing in with an account at an OpenID Connect provider, such as a ministry's own. Only people who are known here by
// their address, which the provider vouches for, or whose account there signed them in before; nobody signs up. The
// provider sees to the second factor. Of the library's own addresses this is the only one served: the way back.
import { betterAuth } from 'better-auth'
import { genericOAuth } from 'better-auth/plugins'
import { inTransaction } from '../db/store.ts'
import { type AuthSettings, authOptions } from './auth.ts'
import { adapterOn } from './auth-store.ts'
import { callbackPath, providerId } from './callback-path.ts'
import { asked, cookiesOf, noteOwn, type SetCookies } from './ground.ts'

/** The provider, as the settings PACTA_OIDC_… name it. */
export type Provider = {
  /** Where its discovery document stands, without `/.well-known/openid-configuration`. */
  issuer: string
  clientId: string
  clientSecret: string
  /** What people call it. */
  name: string
}

const createProviderAuth = async (settings: AuthSettings, provider: Provider) => {
  const { people } = settings
  const base = authOptions(settings)
  const options = {
    ...base,
    databaseHooks: {
      ...base.databaseHooks,
      session: {
        create: {
          ...base.databaseHooks.session.create,
          after: ({ userId }: { userId: string }) =>
            inTransaction(people, (trx) => noteOwn(trx, userId, 'signed-in', { by: 'provider' })),
        },
      },
      account: {
        ...base.databaseHooks.account,
        create: {
          ...base.databaseHooks.account.create,
          after: ({ userId }: { userId: string }) =>
            inTransaction(people, (trx) => noteOwn(trx, userId, 'provider-linked')),
        },
      },
    },
    plugins: [
      genericOAuth({
        config: [
          {
            providerId,
            name: provider.name,
            discoveryUrl: `${provider.issuer.replace(/\/$/, '')}/.well-known/openid-configuration`,
            requireIdTokenVerification: true,
            clientId: provider.clientId,
            clientSecret: provider.clientSecret,
            scopes: ['openid', 'email', 'profile'],
            pkce: true,
            disableSignUp: true,
          },
        ],
      }),
    ],
  }
  const adapter = await adapterOn(people, options)
  return betterAuth({ ...options, database: () => adapter })
}

export type ProviderAuth = Awaited<ReturnType<typeof createProviderAuth>>

/**
 * The two steps by way of the provider. `begin` gives the address to go to, or undefined where the provider does not answer;
 * afterwards the way leads to `to`, or to `wrong` with what was wrong in `error`. Both are paths of this site.
 */
export const createProviderSignIn = (settings: AuthSettings, provider: Provider) => {
  let made: Promise<ProviderAuth> | undefined
  // Made when first asked for: whoever signs in by password does not wait for a provider.
  const auth = () => {
    made ??= createProviderAuth(settings, provider)
    return made
  }
  return {
    name: provider.name,
    begin: async ({
      to,
      wrong,
    }: {
      to: string
      wrong: string
    }): Promise<({ address: string } & SetCookies) | undefined> => {
      const { origin } = settings
      const body = {
        provider: providerId,
        callbackURL: `${origin}${to}`,
        errorCallbackURL: `${origin}${wrong}`,
        disableRedirect: true,
      }
      const found = await asked((await auth()).api.signInSocial({ body, returnHeaders: true }))
      const address = found?.response.url
      return found === undefined || address === undefined
        ? undefined
        : { address, setCookies: found.setCookies }
    },
    /** The provider's answer: the way on, with the cookies of a session where it has signed somebody in. */
    comeBack: async (request: Request): Promise<Response> => {
      const { search } = new URL(request.url)
      const headers = cookiesOf(request.headers)
      return (await auth()).handler(new Request(`${settings.origin}${callbackPath}${search}`, { headers }))
    },
  }
}

export type ProviderSignIn = ReturnType<typeof createProviderSignIn>
