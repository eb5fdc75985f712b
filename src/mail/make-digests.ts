// The digests of a day: for everyone whose day it is, once, however often the server starts.
import { isDigestDue } from '../accounts/digest-choice.ts'
import {
  findDigestChoice,
  findLastDigestDay,
  saveDigestLetter,
  takeDigestDay,
} from '../accounts/digest-choice-store.ts'
import { putLetter } from '../accounts/letter-store.ts'
import { listPersons, type PersonHeld } from '../accounts/person-store.ts'
import { inTransaction, type PeopleDb, type Store } from '../db/store.ts'
import { calendarToday } from '../facts/today.ts'
import { type DigestMaking, gatherDigest } from './gather.ts'

/** Digests are made from this hour of this machine's day on: they are there when people begin to work. */
const firstHour = 5

const later = (one: string, other: string): string => (one > other ? one : other)

const isDue = async (people: PeopleDb, person: PersonHeld, today: string): Promise<boolean> => {
  const choice = await findDigestChoice(people, person.personId)
  const lastDay = await findLastDigestDay(people, person.personId)
  const came = calendarToday(new Date(person.since))
  const chose = choice.changedAt === undefined ? came : calendarToday(new Date(choice.changedAt))
  return isDigestDue(choice, { today, since: later(came, chose), lastDay })
}

/**
 * Puts the digests that are due at `now` into the outbox. A letter that was not sent within two days is not sent any more:
 * what it says is old then. Returns how many letters there were.
 */
export const makeDigests = async (
  store: Store,
  given: DigestMaking & { now?: Date; goesOn?: () => boolean },
): Promise<number> => {
  const { now = new Date(), goesOn = () => true, ...making } = given
  if (now.getHours() < firstHour) return 0
  const { people } = store
  const today = calendarToday(now)
  let made = 0
  for (const person of await listPersons(people)) {
    if (!goesOn()) break
    if (!(await isDue(people, person, today))) continue
    // Read before the transaction: inside it the other worlds cannot be asked.
    const digest = await gatherDigest(store, person, making)
    made += await inTransaction(people, async (trx) => {
      if (!(await takeDigestDay(trx, person.personId, today)) || digest === undefined) return 0
      const letterId = await putLetter(trx, {
        kind: 'digest',
        to: { personId: person.personId },
        language: person.language,
        values: digest,
        usefulUntil: new Date(now.getTime() + 2 * 86_400_000).toISOString(),
      })
      await saveDigestLetter(trx, person.personId, today, letterId)
      return 1
    })
  }
  return made
}
