// Personal tokens: a program brings one and acts for its person, within the token's scopes and until its last day.
import { randomBytes } from 'node:crypto'
import { inTransaction, isUuid, type PeopleDb } from '../db/store.ts'
import { type Issue, problem } from '../problem.ts'
import { findAccount } from './account-store.ts'
import { sha256 } from './digest.ts'
import { listGrants } from './grant-store.ts'
import { notePeopleEvent } from './people-event.ts'
import { agentOf, calendarScope, type SignedIn, type TokenScope, tokenScopes } from './person.ts'
import {
  countWorking,
  findWorking,
  insertToken,
  listTokens,
  noteUse,
  type Token,
  withdrawTokenRows,
} from './token-store.ts'

/** Longest life of a token, in days. */
export const longestDays = 365
/** More than this are not needed at once, and nobody would know which is which. */
export const mostAtOnce = 20
export const longestName = 80
const prefix = 'pacta_'

/** Today in UTC: whether a token works does not depend on where the server stands. */
const todayInUtc = (): string => new Date().toISOString().slice(0, 10)

/** What the audit trail says of a token: whose it is and what it may; not what its person calls it. */
export const tokenAsThing = ({ personId, scopes, expiresOn, withdrawnAt }: Token) => ({
  person: personId,
  scopes,
  expiresOn,
  withdrawn: withdrawnAt !== null,
})

export type TokenAsked = {
  /** Made with the form, so that a form sent twice makes one token. */
  tokenId: string
  name: string
  scopes: readonly string[]
  /** For how many days it works, 1 to `longestDays`. */
  days: number
}

const issuesOf = ({ tokenId, name, scopes, days }: TokenAsked): Issue[] => [
  ...(isUuid(tokenId) ? [] : [{ path: 'tokenId', message: 'Not an identifier', expected: 'a UUID' }]),
  ...(name.trim() === '' ? [{ path: 'name', message: 'Missing' }] : []),
  ...(name.trim().length > longestName
    ? [{ path: 'name', message: 'Too long', expected: `at most ${longestName} characters` }]
    : []),
  ...(scopes.length > 0 && scopes.every((scope) => (tokenScopes as readonly string[]).includes(scope))
    ? []
    : [{ path: 'scopes', message: 'Missing', expected: tokenScopes.join(', ') }]),
  ...(Number.isInteger(days) && days >= 1 && days <= longestDays
    ? []
    : [{ path: 'days', message: 'Not a number of days', expected: `1 to ${longestDays}` }]),
]

export type MadeToken =
  /** `secret` is shown now and never again. */
  | { outcome: 'made'; token: Token; secret: string }
  /** The same form was sent before; its secret is not kept. */
  | { outcome: 'made before'; token: Token }

/**
 * Makes a token of a person. Throws `input-rejected` by field, also where they have as many as one can have; the event
 * `token-made` has no secret and no name.
 */
export const makeToken = (
  people: PeopleDb,
  person: SignedIn,
  asked: TokenAsked,
  today = todayInUtc(),
): Promise<MadeToken> =>
  inTransaction(people, async (trx): Promise<MadeToken> => {
    const { personId } = person
    const issues = issuesOf(asked)
    if (issues.length > 0) throw problem('input-rejected', 'No token was made.', issues)
    const own = async () => (await listTokens(trx, personId)).find((token) => token.tokenId === asked.tokenId)
    const before = await own()
    if (before !== undefined) return { outcome: 'made before', token: before }
    if ((await countWorking(trx, personId, today)) >= mostAtOnce)
      throw problem('input-rejected', 'No token was made.', [
        { path: 'name', message: 'Too many tokens', expected: `at most ${mostAtOnce}; withdraw one first` },
      ])
    const secret = prefix + randomBytes(32).toString('base64url')
    const expires = new Date(`${today}T00:00:00Z`)
    expires.setUTCDate(expires.getUTCDate() + asked.days)
    const isNew = await insertToken(trx, {
      tokenId: asked.tokenId,
      personId,
      name: asked.name.trim(),
      beginning: secret.slice(0, prefix.length + 8),
      sha256: sha256(secret),
      scopes: tokenScopes.filter((scope) => asked.scopes.includes(scope)),
      expiresOn: expires.toISOString().slice(0, 10),
    })
    const token = isNew ? await own() : undefined
    // Only somebody else's can have the id by now: it came from a form of theirs.
    if (token === undefined) throw problem('already-recorded', 'This form has been used. Open it again.')
    await notePeopleEvent(trx, {
      agent: agentOf(person),
      action: 'token-made',
      subject: `token:${token.tokenId}`,
      things: [
        {
          thing: `token:${token.tokenId}`,
          before: null,
          // The digest too: whoever put another in its place would act as this person.
          after: { ...tokenAsThing(token), secretSha256: sha256(secret) },
        },
      ],
    })
    return { outcome: 'made', token, secret }
  })

const withdraw = async (
  trx: PeopleDb,
  which: { personId: string; tokenId?: string },
  agent: string,
): Promise<Token[]> => {
  const withdrawn = await withdrawTokenRows(trx, which)
  if (withdrawn.length > 0)
    await notePeopleEvent(trx, {
      agent,
      action: 'token-withdrawn',
      subject: which.tokenId === undefined ? `person:${which.personId}` : `token:${which.tokenId}`,
      things: withdrawn.map((token) => ({
        thing: `token:${token.tokenId}`,
        before: { ...tokenAsThing(token), withdrawn: false },
        after: tokenAsThing(token),
      })),
    })
  return withdrawn
}

/** Withdraws a token of one's own; it works no more. Again it changes nothing. Throws `not-found` where one has none such. */
export const withdrawToken = (people: PeopleDb, person: SignedIn, tokenId: string): Promise<Token> =>
  inTransaction(people, async (trx) => {
    const { personId } = person
    const held = (await listTokens(trx, personId)).find((token) => token.tokenId === tokenId)
    if (held === undefined) throw problem('not-found', 'You have no such token.')
    return (await withdraw(trx, { personId, tokenId }, agentOf(person)))[0] ?? held
  })

/** Withdraws all tokens of a person, in the transaction that ends what else is theirs. How many there were. */
export const withdrawAllTokens = async (trx: PeopleDb, personId: string, agent: string): Promise<number> =>
  (await withdraw(trx, { personId }, agent)).length

/** The secret in `Authorization: Bearer …`; undefined where the header holds none of ours. */
const secretIn = (authorization: string): string | undefined =>
  /^bearer +(pacta_[\w-]{43})$/i.exec(authorization.trim())?.[1]

/**
 * Who a program acts for, by its `Authorization` header, with the roles they hold now. Throws `sign-in-needed` (401) where
 * the token is none, was withdrawn, or is past its last day: a program must not go on as the public without knowing it.
 */
export const personOfToken = async (
  people: PeopleDb,
  authorization: string,
  today = todayInUtc(),
): Promise<SignedIn> => {
  const secret = secretIn(authorization)
  const token = secret === undefined ? undefined : await findWorking(people, sha256(secret), today)
  const account = token === undefined ? undefined : await findAccount(people, token.personId)
  // What opens a calendar opens nothing else.
  if (token === undefined || account === undefined || token.scopes.includes(calendarScope))
    throw problem('sign-in-needed', 'This token is not known, was withdrawn, or is past its last day.')
  if (token.lastUsedOn !== today) await noteUse(people, token.tokenId, today)
  const { personId, name, language } = account
  const scopes = token.scopes.filter((scope): scope is TokenScope => scope !== calendarScope)
  return { as: 'person', personId, name, language, grants: await listGrants(people, personId), scopes }
}
