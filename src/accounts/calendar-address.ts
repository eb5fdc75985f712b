// Private addresses of calendars: made by a person for a calendar program, shown once, withdrawn. Whoever has one reads the
// dates its person is concerned with, as far as they are public, without signing in.
import type { PeopleDb } from '../db/store.ts'
import { problem } from '../problem.ts'
import { issuesOfNamed, type MadeSecret, makeSecret, personOfSecret, type SecretSort } from './make-secret.ts'
import { calendarScope, type SignedIn } from './person.ts'
import type { Token } from './token-store.ts'

const sort: SecretSort = {
  prefix: 'cal_',
  shownCharacters: 4,
  event: 'calendar-address-made',
  refusal: 'No address was made.',
}
/** It works until it is withdrawn: a calendar that stops without a word is missed by nobody until a day is. */
const never = '9999-12-31'

export const isCalendarAddress = ({ scopes }: Pick<Token, 'scopes'>): boolean =>
  scopes.includes(calendarScope)

/** `addressId`: made with the form, so that a form sent twice makes one. `name`: what its person calls it. */
export type CalendarAddressAsked = { addressId: string; name: string }

/** Makes an address of a person: the secret is its last part. Throws `input-rejected` by field, and as `makeSecret`. */
export const makeCalendarAddress = async (
  people: PeopleDb,
  person: SignedIn,
  { addressId: id, name }: CalendarAddressAsked,
  today: string,
): Promise<MadeSecret> => {
  const issues = issuesOfNamed('addressId', { id, name })
  if (issues.length > 0) throw problem('input-rejected', sort.refusal, issues)
  return makeSecret(people, person, sort, { id, name, scopes: [calendarScope], expiresOn: never }, today)
}

/** Whose dates an address opens, with the roles they hold now; undefined where it is none, or was withdrawn. */
export const personOfCalendar = async (
  people: PeopleDb,
  secret: string,
  today: string,
): Promise<SignedIn | undefined> => {
  if (!/^cal_[\w-]{43}$/.test(secret)) return undefined
  const found = await personOfSecret(people, secret, isCalendarAddress, today)
  return found === undefined ? undefined : { ...found.person, scopes: [] }
}
