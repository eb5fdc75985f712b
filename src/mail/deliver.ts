// The outbox emptied: each letter that is due is taken, written out, handed over, and marked by what came of it.
import {
  giveUpOutdated,
  markFailed,
  markSent,
  type TakenLetter,
  takeLetter,
} from '../accounts/letter-store.ts'
import { openLink } from '../accounts/sealed-link.ts'
import type { PeopleDb } from '../db/store.ts'
import { type MailServer, sendMessage, type Trouble } from './smtp.ts'
import { type Said, writeLetter } from './write.ts'

const minuteMs = 60_000
/** Waits after the first, second, ... failure; minutes. The last one goes on. */
const waits = [1, 5, 15, 60, 120, 240, 480]
/** A letter is tried this long after its first try. */
const patienceMs = 24 * 60 * minuteMs
/** A letter taken and not marked by then was taken by somebody who died: longer than one may take to be sent. */
const takenMs = 5 * minuteMs

/** When a letter that failed for the `tries`th time is tried again (ISO 8601); null: not any more. */
export const nextTry = ({
  tries,
  firstTryAt,
  now,
}: {
  tries: number
  firstTryAt: string
  now: string
}): string | null => {
  const wait = waits[Math.min(tries, waits.length) - 1] ?? 1
  const next = Date.parse(now) + wait * minuteMs
  return next > Date.parse(firstTryAt) + patienceMs ? null : new Date(next).toISOString()
}

/** The name of a letter among all of the world: the same however often it is tried, so that whoever gets it twice knows. */
const messageId = (letterId: string, { from }: MailServer): string =>
  `${letterId}@${from.address.slice(from.address.indexOf('@') + 1)}`

type Sending = { server: MailServer; origin: string; secret: string; breakOff?: AbortSignal | undefined }

/** What a letter is written with, its link opened; undefined where that was sealed with another secret. */
const openedValues = ({ values }: TakenLetter, secret: string): TakenLetter['values'] | undefined => {
  if (!('link' in values)) return values
  const link = openLink(values.link, secret)
  return link === undefined ? undefined : ({ ...values, link } as TakenLetter['values'])
}

/** What stood in the way; with `isForGood` it stands there the next time too. */
const send = async (
  letter: TakenLetter,
  { server, origin, secret, breakOff }: Sending,
): Promise<(Trouble & { isForGood?: boolean }) | null> => {
  const { address, language } = letter
  const forGood = (words: string) => ({ words, isServers: false, isForGood: true })
  if (address === null) return forGood('The person has no account any more')
  const values = openedValues(letter, secret)
  if (values === undefined) return forGood('Its link was sealed with another secret than this server has')
  const name = letter.name ?? ''
  const written = writeLetter({ kind: letter.kind, values } as Said, {
    language,
    name,
    origin,
  })
  return sendMessage(
    server,
    { id: messageId(letter.letterId, server), to: { address, name }, ...written },
    breakOff,
  )
}

export type Delivered = { sent: number; failed: number; givenUp: number }

/**
 * Sends every letter that is due, one after another. Several processes may do this at once: each letter is with one of
 * them. `now` gives the time (ISO 8601), asked anew for each letter; `goesOn` false ends it before the next.
 */
export const deliverLetters = async (
  people: PeopleDb,
  given: {
    server: MailServer
    origin: string
    /** The installation's, with which links of letters are sealed. */
    secret: string
    now?: () => string
    goesOn?: () => boolean
    breakOff?: AbortSignal
  },
): Promise<Delivered> => {
  const { now = () => new Date().toISOString(), goesOn = () => true, ...sending } = given
  const delivered = { sent: 0, failed: 0, givenUp: await giveUpOutdated(people, now()) }
  while (goesOn()) {
    const at = now()
    const untilAt = new Date(Date.parse(at) + takenMs).toISOString()
    const letter = await takeLetter(people, { now: at, untilAt })
    if (letter === undefined) break
    const trouble = await send(letter, sending)
    if (trouble === null) {
      await markSent(people, letter.letterId, now())
      delivered.sent++
      continue
    }
    const nextTryAt = trouble.isForGood === true ? null : nextTry({ ...letter, now: now() })
    await markFailed(people, letter.letterId, { trouble: trouble.words, nextTryAt })
    delivered[nextTryAt === null ? 'givenUp' : 'failed']++
    // The others wait for their turn instead of running into the same, each with a try of its day used up.
    if (trouble.isServers) break
  }
  return delivered
}
