// Private addresses of calendars: made by a person for a calendar program, shown once, withdrawn. Whoever has one reads the
// dates its person is concerned with, as far as they are public, without signing in.
import { randomBytes } from 'node:crypto'
import { inTransaction, isUuid, type PeopleDb } from '../db/store.ts'
import { type Issue, problem } from '../problem.ts'
import { findAccount } from './account-store.ts'
import { sha256 } from './digest.ts'
import { listGrants } from './grant-store.ts'
import { notePeopleEvent } from './people-event.ts'
import { agentOf, calendarScope, type SignedIn } from './person.ts'
import { longestName, mostAtOnce, tokenAsThing } from './token.ts'
import { countWorking, findWorking, insertToken, listTokens, noteUse, type Token } from './token-store.ts'

const prefix = 'cal_'
/** It works until it is withdrawn: a calendar that stops without a word is missed by nobody until a day is. */
const never = '9999-12-31'

export const isCalendarAddress = ({ scopes }: Pick<Token, 'scopes'>): boolean =>
  scopes.includes(calendarScope)

/** `addressId`: made with the form, so that a form sent twice makes one. `name`: what its person calls it. */
export type CalendarAddressAsked = { addressId: string; name: string }

const issuesOf = ({ addressId, name }: CalendarAddressAsked): Issue[] => [
  ...(isUuid(addressId) ? [] : [{ path: 'addressId', message: 'Not an identifier', expected: 'a UUID' }]),
  ...(name.trim() === '' ? [{ path: 'name', message: 'Missing' }] : []),
  ...(name.trim().length > longestName
    ? [{ path: 'name', message: 'Too long', expected: `at most ${longestName} characters` }]
    : []),
]

/**
 * Makes an address of a person. `secret` is its last part, shown now and never again: undefined where the same form was sent
 * before. Throws `input-rejected` by field; the event `calendar-address-made` has no secret and no name.
 */
export const makeCalendarAddress = (
  people: PeopleDb,
  person: SignedIn,
  asked: CalendarAddressAsked,
  today: string,
): Promise<{ token: Token; secret: string | undefined }> =>
  inTransaction(people, async (trx) => {
    const { personId } = person
    const issues = issuesOf(asked)
    if (issues.length > 0) throw problem('input-rejected', 'No address was made.', issues)
    const own = async () => (await listTokens(trx, personId)).find((one) => one.tokenId === asked.addressId)
    const before = await own()
    if (before !== undefined) return { token: before, secret: undefined }
    if ((await countWorking(trx, personId, today)) >= mostAtOnce)
      throw problem('input-rejected', 'No address was made.', [
        { path: 'name', message: 'Too many tokens', expected: `at most ${mostAtOnce}; withdraw one first` },
      ])
    const secret = prefix + randomBytes(32).toString('base64url')
    const isNew = await insertToken(trx, {
      ...{ tokenId: asked.addressId, personId, name: asked.name.trim(), expiresOn: never },
      beginning: secret.slice(0, prefix.length + 4),
      sha256: sha256(secret),
      scopes: [calendarScope],
    })
    const token = isNew ? await own() : undefined
    if (token === undefined) throw problem('already-recorded', 'This form has been used. Open it again.')
    await notePeopleEvent(trx, {
      agent: agentOf(person),
      action: 'calendar-address-made',
      subject: `token:${token.tokenId}`,
      things: [
        {
          thing: `token:${token.tokenId}`,
          before: null,
          after: { ...tokenAsThing(token), secretSha256: sha256(secret) },
        },
      ],
    })
    return { token, secret }
  })

/** Whose dates an address opens, with the roles they hold now; undefined where it is none, or was withdrawn. */
export const personOfCalendar = async (
  people: PeopleDb,
  secret: string,
  today: string,
): Promise<SignedIn | undefined> => {
  if (!/^cal_[\w-]{43}$/.test(secret)) return undefined
  const token = await findWorking(people, sha256(secret), today)
  const account = token === undefined ? undefined : await findAccount(people, token.personId)
  if (token === undefined || account === undefined || !isCalendarAddress(token)) return undefined
  if (token.lastUsedOn !== today) await noteUse(people, token.tokenId, today)
  const { personId, name, language } = account
  return { as: 'person', personId, name, language, grants: await listGrants(people, personId), scopes: [] }
}
