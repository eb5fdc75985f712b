// What somebody does about letters to them: sees which there were, chooses when they are reminded, ends it.
import { inTransaction, type PeopleDb } from '../db/store.ts'
import type { DigestChoice } from './digest-choice.ts'
import { findDigestChoice, saveDigestChoice } from './digest-choice-store.ts'
import { type LetterHead, listLettersTo } from './letter-store.ts'
import { notePeopleEvent } from './people-event.ts'
import { findPerson } from './person-store.ts'
import { readUnsubscribe } from './unsubscribe.ts'

/** What a person chose, and the letters to them that are still known. */
export const showOwnLetters = async (
  people: PeopleDb,
  personId: string,
): Promise<{ choice: DigestChoice; letters: LetterHead[] }> => ({
  choice: await findDigestChoice(people, personId),
  letters: await listLettersTo(people, personId),
})

const noted = ({ howOften, weekday }: DigestChoice) => ({ reminders: howOften, weekday })

/** Keeps what a person chose; the same once more changes nothing. `agent`: see `agentOf`. */
export const chooseReminders = (
  people: PeopleDb,
  { personId, choice, agent, now }: { personId: string; choice: DigestChoice; agent: string; now: Date },
): Promise<void> =>
  inTransaction(people, async (trx) => {
    const before = await findDigestChoice(trx, personId)
    const [was, is] = [noted(before), noted(choice)]
    if (was.reminders === is.reminders && was.weekday === is.weekday) return
    await saveDigestChoice(trx, personId, { ...choice, changedAt: now.toISOString() })
    const person = `person:${personId}`
    await notePeopleEvent(trx, {
      agent,
      action: 'reminders-chosen',
      subject: person,
      things: [{ thing: person, before: was, after: is }],
    })
  })

/**
 * Ends the reminders of whoever the token in the address was written to. False for a token that is none of ours, or of
 * somebody who has left.
 */
export const endReminders = async (
  people: PeopleDb,
  { token, secret, now }: { token: string; secret: string; now: Date },
): Promise<boolean> => {
  const personId = readUnsubscribe(token, secret)
  if (personId === undefined || (await findPerson(people, personId)) === undefined) return false
  const { weekday } = await findDigestChoice(people, personId)
  const choice = { howOften: 'never', weekday } as const
  // Whoever holds the letter: nobody has signed in.
  await chooseReminders(people, { personId, choice, agent: 'public', now })
  return true
}
