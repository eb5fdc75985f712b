// What the server does again and again about letters.
import { removeOldLetters } from '../accounts/letter-store.ts'
import type { PeopleDb } from '../db/store.ts'
import { deliverLetters } from './deliver.ts'
import type { Job } from './runner.ts'
import type { MailServer } from './smtp.ts'

/** Letters leave soon after they were put: somebody waits for a link. */
const deliverMs = 15_000
const hourMs = 3_600_000
/** Letters sent or given up are known for this long: their kind, to whom, when. */
const keptMs = 30 * 24 * hourMs

/** `server` undefined: letters wait. `origin`: what addresses in letters begin with. */
export const mailJobs = (
  people: PeopleDb,
  given: { server: MailServer | undefined; origin: string; report: (words: string) => void },
): Job[] => {
  const { server, origin, report } = given
  const deliver = async (goesOn: () => boolean): Promise<void> => {
    if (server === undefined) return
    const { sent, failed, givenUp } = await deliverLetters(people, { server, origin, goesOn })
    if (failed + givenUp > 0)
      report(
        `Letters: ${sent} sent, ${failed} to be tried again, ${givenUp} given up. See "pacta mail status".`,
      )
  }
  const clear = async (): Promise<void> => {
    await removeOldLetters(people, new Date(Date.now() - keptMs).toISOString())
  }
  return [
    { name: 'Sending letters', everyMs: deliverMs, run: deliver },
    { name: 'Removing old letters', everyMs: hourMs, run: clear },
  ]
}
