// The outbox: letters put in the transaction of what they tell of, taken one at a time to be sent.
import { type QueryExecutorProvider, sql } from 'kysely'
import { json, type PeopleDb, uuidv7 } from '../db/store.ts'
import { problem } from '../problem.ts'
import {
  isMailAddress,
  type Letter,
  type LetterKind,
  type LetterState,
  type LetterValues,
  onOneLine,
} from './letter.ts'

/**
 * Puts a letter into the outbox and returns its id. `trx` is the transaction of what the letter tells of, in the schema of
 * people or in a world: both are kept or neither. Throws Problem `input-rejected` for an address nothing can be sent to.
 */
export const putLetter = async (trx: QueryExecutorProvider, letter: Letter): Promise<string> => {
  const { to, kind, language, values, usefulUntil } = letter
  if ('address' in to && !isMailAddress(to.address))
    throw problem('input-rejected', 'The letter has no address it can be sent to.', [
      {
        path: 'address',
        message: 'Not an address for mail',
        expected: 'name@example.org',
        found: to.address,
      },
    ])
  const letterId = uuidv7()
  const [personId, address, name] =
    'personId' in to ? [to.personId, null, null] : [null, to.address, onOneLine(to.name)]
  // Named with its schema: the transaction may be one of a world.
  await sql`
    insert into people.letter (letter_id, kind, person_id, address, name, language, "values", useful_until)
    values (${letterId}, ${kind}, ${personId}, ${address}, ${name}, ${language}, ${json(values)}::jsonb,
            ${usefulUntil ?? null})`.execute(trx)
  return letterId
}

/** A letter taken to be sent. */
export type TakenLetter = {
  letterId: string
  kind: LetterKind
  personId: string | null
  /** Null where the person has no account any more. */
  address: string | null
  name: string | null
  language: string
  values: LetterValues[LetterKind]
  /** How often it has been tried, this time included. */
  tries: number
  madeAt: string
  /** ISO 8601. */
  firstTryAt: string
}

/**
 * Takes the letter that has waited longest, or undefined where none is due at `now` (ISO 8601). It is nobody else's until
 * `untilAt`: whoever took it and died with it gives it back by that alone.
 */
export const takeLetter = async (
  people: PeopleDb,
  { now, untilAt }: { now: string; untilAt: string },
): Promise<TakenLetter | undefined> => {
  const { rows } = await sql<TakenLetter>`
    with taken as (
      update letter set tries = tries + 1, first_try_at = coalesce(first_try_at, ${now}::timestamptz),
                        next_try_at = ${untilAt}::timestamptz
       where letter_id = (select letter_id from letter
                           where state in ('waiting', 'failed') and next_try_at <= ${now}::timestamptz
                           order by next_try_at, letter_id limit 1 for update skip locked)
      returning *)
    select letter_id, kind, person_id, coalesce(address, email) as address, coalesce(taken.name, person.name) as name,
           taken.language, "values", tries, made_at, first_try_at
      from taken left join person on person.id = person_id`.execute(people)
  return rows[0]
}

/**
 * What stays of what a letter said: nothing; of one to an address that is nobody's yet or any more, who asked for it, so that it goes with
 * them when they are forgotten.
 */
const whatStays = sql`
  case when kind in ('address-link', 'address-notice') then jsonb_build_object('agent', "values" -> 'agent') else '{}'::jsonb end`

/** The mail server has it. What it said is forgotten here. */
export const markSent = async (people: PeopleDb, letterId: string, now: string): Promise<void> => {
  await sql`
    update letter set state = 'sent', sent_at = ${now}::timestamptz, "values" = ${whatStays}, trouble = null
     where letter_id = ${letterId}`.execute(people)
}

/** It could not be sent: tried again at `nextTryAt`, or, where that is null, given up and what it said forgotten. */
export const markFailed = async (
  people: PeopleDb,
  letterId: string,
  { trouble, nextTryAt }: { trouble: string; nextTryAt: string | null },
): Promise<void> => {
  await sql`
    update letter set state = ${nextTryAt === null ? 'given-up' : 'failed'}, trouble = ${trouble},
                      next_try_at = coalesce(${nextTryAt}::timestamptz, next_try_at),
                      "values" = ${nextTryAt === null ? whatStays : sql`"values"`}
     where letter_id = ${letterId} and state <> 'sent'`.execute(people)
}

/** Gives up what holds no more at `now`. Returns how many. */
export const giveUpOutdated = async (people: PeopleDb, now: string): Promise<number> => {
  const { numAffectedRows } = await sql`
    update letter set state = 'given-up', "values" = ${whatStays}, trouble = coalesce(trouble, 'not sent in time')
     where state in ('waiting', 'failed') and useful_until < ${now}::timestamptz
       and next_try_at <= ${now}::timestamptz`.execute(people)
  return Number(numAffectedRows ?? 0)
}

/** How many letters there are of each state. */
export const countLetters = async (people: PeopleDb): Promise<Record<LetterState, number>> => {
  const { rows } = await sql<{ state: LetterState; count: number }>`
    select state, count(*)::integer as count from letter group by state`.execute(people)
  const counted = { waiting: 0, failed: 0, sent: 0, 'given-up': 0 }
  for (const { state, count } of rows) counted[state] = count
  return counted
}

/** The outside of a letter. */
export type LetterHead = {
  letterId: string
  kind: LetterKind
  personId: string | null
  address: string | null
  state: LetterState
  tries: number
  /** ISO 8601. */
  madeAt: string
  nextTryAt: string
  sentAt: string | null
  trouble: string | null
}

const head = sql.raw(
  'letter_id, kind, person_id, address, state, tries, made_at, next_try_at, sent_at, trouble',
)

/** Letters that are not sent, the oldest first; at most `most`. */
export const listUnsent = async (people: PeopleDb, most: number): Promise<LetterHead[]> => {
  const { rows } = await sql<LetterHead>`
    select ${head} from letter where state <> 'sent' order by made_at, letter_id limit ${most}`.execute(
    people,
  )
  return rows
}

/** The letters to a person, the newest first. */
export const listLettersTo = async (people: PeopleDb, personId: string): Promise<LetterHead[]> => {
  const { rows } = await sql<LetterHead>`
    select ${head} from letter where person_id = ${personId} order by made_at desc, letter_id desc`.execute(
    people,
  )
  return rows
}

/** Removes what is kept here of letters to a person, those not sent included, and what they chose. */
export const forgetLettersTo = async (trx: PeopleDb, personId: string): Promise<void> => {
  await sql`delete from letter where person_id = ${personId}`.execute(trx)
  await sql`delete from digest_choice where person_id = ${personId}`.execute(trx)
  await sql`delete from digest_day where person_id = ${personId}`.execute(trx)
}

/** Removes letters sent or given up that were made before `before` (ISO 8601). Returns how many. */
export const removeOldLetters = async (people: PeopleDb, before: string): Promise<number> => {
  const { numAffectedRows } = await sql`
    delete from letter where state in ('sent', 'given-up') and made_at < ${before}::timestamptz`.execute(
    people,
  )
  return Number(numAffectedRows ?? 0)
}
