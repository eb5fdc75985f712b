// What the steps of signing in work on, and how they ask the library.
import { isAPIError } from 'better-auth/api'
import { inTransaction, type PeopleDb } from '../db/store.ts'
import type { Auth } from './auth.ts'
import { beginTry, type Tried, waitAfter } from './lock-out.ts'
import { notePeopleEvent, type PeopleEvent } from './people-event.ts'
import type { SessionLimits } from './session.ts'

export type Ground = {
  people: PeopleDb
  auth: Auth
  /** The library within a transaction: what it writes and what we write is kept together, or nothing is. */
  authIn: (trx: PeopleDb) => Promise<Auth>
  /** See `AuthSettings`. */
  secret: string
  /** What names of cookies begin with. */
  cookiePrefix: string
  limits: SessionLimits
  now: () => Date
}

/** A refusal that says nothing about why; or for how many seconds the next try has to wait. */
export type NotIn = { outcome: 'refused' } | { outcome: 'wait'; seconds: number }
export type SetCookies = { setCookies: string[] }

/** Only what sign-in reads of a request: neither its address nor its browser is passed on. */
export const cookiesOf = (headers: Headers): Headers => new Headers({ cookie: headers.get('cookie') ?? '' })

/** What is behind a fault of the library: a store that is busy, say, is still one. */
const causeOf = (error: unknown): unknown =>
  error instanceof Error && error.cause instanceof Error ? causeOf(error.cause) : error

/** What the library answers, with the cookies it sets; undefined where it refuses. Faults go on as what caused them. */
export const asked = async <T>(
  call: Promise<{ headers: Headers; response: T }>,
): Promise<({ response: T } & SetCookies) | undefined> => {
  try {
    const { headers, response } = await call
    return { response, setCookies: headers.getSetCookie() }
  } catch (error) {
    if (isAPIError(error) && error.statusCode < 500) return undefined
    throw causeOf(error)
  }
}

/** Notes what somebody did to their own account. `after`: ids, numbers and words of ours. */
export const noteOwn = (
  trx: PeopleDb,
  personId: string,
  action: PeopleEvent['action'],
  after: Record<string, unknown> = {},
): Promise<void> => {
  const person = `person:${personId}`
  return notePeopleEvent(trx, {
    agent: person,
    action,
    subject: person,
    things: [{ thing: person, before: null, after }],
  })
}

/**
 * Makes a try that may fail, or says how long it has to wait. Those that fail so often in a row that the next has to wait
 * are noted where they are tries at somebody's account. `attempt` gives undefined where it fails.
 */
export const tryOnce = async <T>(
  { people, now }: Ground,
  tried: Tried,
  attempt: () => Promise<T | undefined>,
  findOwner: () => Promise<string | undefined>,
): Promise<NotIn | { outcome: 'in'; found: T }> => {
  const allowed = await beginTry(people, tried, now())
  if (!allowed.isAllowed) return { outcome: 'wait', seconds: allowed.seconds }
  const found = await attempt()
  if (found !== undefined) return { outcome: 'in', found }
  const owner = await findOwner()
  const { failures } = allowed
  if (owner !== undefined && waitAfter(failures) > 0)
    await inTransaction(people, (trx) =>
      notePeopleEvent(trx, {
        agent: 'public',
        action: 'sign-in-refused',
        subject: `person:${owner}`,
        things: [{ thing: `person:${owner}`, before: null, after: { failures } }],
      }),
    )
  return { outcome: 'refused' }
}
