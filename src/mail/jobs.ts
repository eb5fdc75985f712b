// What the server does again and again about letters.
import { removeOldLetters } from '../accounts/letter-store.ts'
import { forgetWhatIsOver } from '../accounts/personal-data.ts'
import { forgetRatingForms } from '../cooperation/rating-store.ts'
import { worlds } from '../db/room.ts'
import type { Store } from '../db/store.ts'
import { refreshOwners } from '../facts/draft-owners.ts'
import { readShippedKinds } from '../reports/shipped.ts'
import { deliverLetters } from './deliver.ts'
import { makeDigests } from './make-digests.ts'
import type { Job } from './runner.ts'
import type { MailServer } from './smtp.ts'

/** Letters leave soon after they were put: somebody waits for a link. */
const deliverMs = 15_000
/** Digests are there soon after their hour; whether there is one to write is one question a person. */
const digestMs = 600_000
const hourMs = 3_600_000
/** Letters sent or given up are known for this long: their kind, to whom, when. */
const keptMs = 30 * 24 * hourMs

/** `server` undefined: letters wait. `origin`: what addresses in letters begin with. `secret`: the installation's. */
export const mailJobs = (
  store: Store,
  given: {
    server: MailServer | undefined
    origin: string
    secret: string
    report: (words: string) => void
  },
): Job[] => {
  const { server, origin, secret, report } = given
  const { people } = store
  const deliver = async (goesOn: () => boolean, breakOff: AbortSignal): Promise<void> => {
    if (server === undefined) return
    const { sent, failed, givenUp } = await deliverLetters(people, {
      server,
      origin,
      secret,
      goesOn,
      breakOff,
    })
    if (failed + givenUp > 0)
      report(
        `Letters: ${sent} sent, ${failed} to be tried again, ${givenUp} given up. See "pacta mail status".`,
      )
  }
  // Without a mail server nobody would read them in time.
  const remind = async (goesOn: () => boolean): Promise<void> => {
    if (server !== undefined) await makeDigests(store, { origin, secret, goesOn })
  }
  const clear = async (): Promise<void> => {
    await removeOldLetters(people, new Date(Date.now() - keptMs).toISOString())
  }
  return [
    { name: 'Sending letters', everyMs: deliverMs, run: deliver },
    { name: 'Writing reminders', everyMs: digestMs, run: remind },
    { name: 'Removing old letters', everyMs: hourMs, run: clear },
    {
      name: 'Forgetting what was kept of people as long as needed',
      everyMs: hourMs,
      run: async () => void (await forgetWhatIsOver(people)),
    },
    {
      name: 'Asking whoever came to a promise of which something is on its way',
      everyMs: hourMs,
      run: async (goesOn) => {
        for (const world of worlds) await refreshOwners(store.world(world), readShippedKinds(), goesOn)
      },
    },
    {
      name: 'Forgetting forms that rated a page',
      everyMs: hourMs,
      run: async () => {
        for (const world of worlds) await forgetRatingForms(store.world(world))
      },
    },
  ]
}
