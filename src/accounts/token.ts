// Personal tokens: a program brings one and acts for its person, within the token's scopes and until its last day.
import { inTransaction, type PeopleDb } from '../db/store.ts'
import { type Issue, problem } from '../problem.ts'
import {
  issuesOfNamed,
  type MadeSecret,
  makeSecret,
  personOfSecret,
  type SecretSort,
  tokenAsThing,
} from './make-secret.ts'
import { notePeopleEvent } from './people-event.ts'
import { agentOf, calendarScope, type SignedIn, type TokenScope, tokenScopes } from './person.ts'
import { listTokens, type Token, withdrawTokenRows } from './token-store.ts'

/** Longest life of a token, in days. */
export const longestDays = 365

const sort: SecretSort = {
  prefix: 'pacta_',
  shownCharacters: 8,
  event: 'token-made',
  refusal: 'No token was made.',
}

/** Today in UTC: whether a token works does not depend on where the server stands. */
const todayInUtc = (): string => new Date().toISOString().slice(0, 10)

export type TokenAsked = {
  /** Made with the form, so that a form sent twice makes one token. */
  tokenId: string
  name: string
  scopes: readonly string[]
  /** For how many days it works, 1 to `longestDays`. */
  days: number
}

const issuesOf = ({ tokenId, name, scopes, days }: TokenAsked): Issue[] => [
  ...issuesOfNamed('tokenId', { id: tokenId, name }),
  ...(scopes.length > 0 && scopes.every((scope) => (tokenScopes as readonly string[]).includes(scope))
    ? []
    : [{ path: 'scopes', message: 'Missing', expected: tokenScopes.join(', ') }]),
  ...(Number.isInteger(days) && days >= 1 && days <= longestDays
    ? []
    : [{ path: 'days', message: 'Not a number of days', expected: `1 to ${longestDays}` }]),
]

/** The last day of a token that is made on `today` for so many days. */
const lastDay = (today: string, days: number): string => {
  const expires = new Date(`${today}T00:00:00Z`)
  expires.setUTCDate(expires.getUTCDate() + days)
  return expires.toISOString().slice(0, 10)
}

/** Makes a token of a person. Throws `input-rejected` by field, and as `makeSecret`. */
export const makeToken = async (
  people: PeopleDb,
  person: SignedIn,
  asked: TokenAsked,
  today = todayInUtc(),
): Promise<MadeSecret> => {
  const issues = issuesOf(asked)
  if (issues.length > 0) throw problem('input-rejected', sort.refusal, issues)
  const { tokenId: id, name, days } = asked
  const scopes = tokenScopes.filter((scope) => asked.scopes.includes(scope))
  return makeSecret(people, person, sort, { id, name, scopes, expiresOn: lastDay(today, days) }, today)
}

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
  // What opens a calendar opens nothing else.
  const isToken = ({ scopes }: Token): boolean => !scopes.includes(calendarScope)
  const found = secret === undefined ? undefined : await personOfSecret(people, secret, isToken, today)
  if (found === undefined)
    throw problem('sign-in-needed', 'This token is not known, was withdrawn, or is past its last day.')
  const scopes = found.token.scopes.filter((scope): scope is TokenScope => scope !== calendarScope)
  return { ...found.person, scopes }
}
