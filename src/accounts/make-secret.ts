// Makes what a person hands to a program so that it acts or reads for them: a token, a private address of a calendar. It is
// shown once and held as a digest; what each opens is said where it is used (token.ts, calendar-address.ts).
import { randomBytes } from 'node:crypto'
import { inTransaction, isUuid, type PeopleDb } from '../db/store.ts'
import { type Issue, problem } from '../problem.ts'
import { findAccount } from './account-store.ts'
import { sha256 } from './digest.ts'
import { listGrants } from './grant-store.ts'
import { notePeopleEvent } from './people-event.ts'
import { agentOf, type SignedIn } from './person.ts'
import { countWorking, findWorking, insertToken, listTokens, noteUse, type Token } from './token-store.ts'

/** More than this are not needed at once, and nobody would know which is which. */
const mostAtOnce = 20
const longestName = 80

/** What the audit trail says of a token: whose it is and what it may; not what its person calls it. */
export const tokenAsThing = ({ personId, scopes, expiresOn, withdrawnAt }: Token) => ({
  person: personId,
  scopes,
  expiresOn,
  withdrawn: withdrawnAt !== null,
})

/** What is wrong with the id that came with the form (in the field `idField`), or with what its person calls it. */
export const issuesOfNamed = (idField: string, { id, name }: { id: string; name: string }): Issue[] => [
  ...(isUuid(id) ? [] : [{ path: idField, message: 'Not an identifier', expected: 'a UUID' }]),
  ...(name.trim() === '' ? [{ path: 'name', message: 'Missing' }] : []),
  ...(name.trim().length > longestName
    ? [{ path: 'name', message: 'Too long', expected: `at most ${longestName} characters` }]
    : []),
]

/** One sort of secret. */
export type SecretSort = {
  /** What each of them begins with. */
  prefix: string
  /** How many characters after that its person goes on seeing. */
  shownCharacters: number
  /** The event that tells of its making; it has no secret and no name. */
  event: 'token-made' | 'calendar-address-made'
  /** What is said where none was made. */
  refusal: string
}

export type SecretAsked = {
  /** Made with the form, so that a form sent twice makes one. */
  id: string
  name: string
  scopes: Token['scopes']
  /** The last day it works, YYYY-MM-DD. */
  expiresOn: string
}

export type MadeSecret =
  /** `secret` is shown now and never again. */
  | { outcome: 'made'; token: Token; secret: string }
  /** The same form was sent before; its secret is not kept. */
  | { outcome: 'made before'; token: Token }

/**
 * Makes a secret of a person, whose words were found right. Throws `input-rejected` where they have as many as one can have,
 * `already-recorded` where the form was another's.
 */
export const makeSecret = (
  people: PeopleDb,
  person: SignedIn,
  { prefix, shownCharacters, event, refusal }: SecretSort,
  { id, name, scopes, expiresOn }: SecretAsked,
  today: string,
): Promise<MadeSecret> =>
  inTransaction(people, async (trx): Promise<MadeSecret> => {
    const { personId } = person
    const own = async () => (await listTokens(trx, personId)).find(({ tokenId }) => tokenId === id)
    const before = await own()
    if (before !== undefined) return { outcome: 'made before', token: before }
    if ((await countWorking(trx, personId, today)) >= mostAtOnce)
      throw problem('input-rejected', refusal, [
        { path: 'name', message: 'Too many tokens', expected: `at most ${mostAtOnce}; withdraw one first` },
      ])
    const secret = prefix + randomBytes(32).toString('base64url')
    const isNew = await insertToken(trx, {
      ...{ tokenId: id, personId, name: name.trim(), scopes, expiresOn },
      beginning: secret.slice(0, prefix.length + shownCharacters),
      sha256: sha256(secret),
    })
    const token = isNew ? await own() : undefined
    // Only somebody else's can have the id by now: it came from a form of theirs.
    if (token === undefined) throw problem('already-recorded', 'This form has been used. Open it again.')
    await notePeopleEvent(trx, {
      agent: agentOf(person),
      action: event,
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

/**
 * Whose secret it is, with the roles they hold now, and notes that it was used; undefined where it is none, was withdrawn, is
 * past its last day or does not pass `isOfSort`.
 */
export const personOfSecret = async (
  people: PeopleDb,
  secret: string,
  isOfSort: (token: Token) => boolean,
  today: string,
): Promise<{ person: Omit<SignedIn, 'scopes'>; token: Token } | undefined> => {
  const token = await findWorking(people, sha256(secret), today)
  const account = token === undefined ? undefined : await findAccount(people, token.personId)
  if (token === undefined || account === undefined || !isOfSort(token)) return undefined
  if (token.lastUsedOn !== today) await noteUse(people, token.tokenId, today)
  const { personId, name, language } = account
  return {
    person: { as: 'person', personId, name, language, grants: await listGrants(people, personId) },
    token,
  }
}
