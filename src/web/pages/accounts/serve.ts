// All pages of signing in and of one's own account.
import type { OpenAPIHono } from '@hono/zod-openapi'
import type { Access } from '../../../accounts/access.ts'
import type { Site } from '../../site.ts'
import type { PeopleFor } from '../people/parts.ts'
import { serveAccount } from './account.ts'
import { serveOwnCalendar } from './calendar.ts'
import { serveFirst } from './first.ts'
import { serveForgotten } from './forgotten.ts'
import { serveLetters } from './letters.ts'
import { serveOwnSecondFactor } from './own-second-factor.ts'
import { servePassword } from './password.ts'
import { serveProfile } from './profile.ts'
import { serveSecondFactor } from './second-factor.ts'
import { serveSessions } from './sessions.ts'
import { serveSignIn } from './sign-in.ts'
import { serveTokens } from './tokens.ts'

/** Puts them into the site of the register; the exercise links here. */
export const serveAccounts = (
  app: OpenAPIHono,
  site: Site,
  access: Access,
  peopleFor: PeopleFor | undefined,
): void => {
  serveAccount(app, site, access, peopleFor)
  for (const serve of [
    serveSignIn,
    serveSecondFactor,
    serveForgotten,
    serveFirst,
    servePassword,
    serveProfile,
    serveOwnSecondFactor,
    serveSessions,
    serveLetters,
    serveTokens,
    serveOwnCalendar,
  ])
    serve(app, site, access)
}
