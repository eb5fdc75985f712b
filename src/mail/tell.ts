// Letters about what was decided, put in the transaction that decides it: to those whose approval is asked for, and to
// whoever asked for it where it was given back.
import { listDecisions } from '../accounts/approval-store.ts'
import type { DecidedThing } from '../accounts/letter.ts'
import { putLetter } from '../accounts/letter-store.ts'
import type { EventHandler } from '../db/events.ts'
import type { Db } from '../db/store.ts'
import { baseOf } from '../words/address.ts'
import { findNameOf, findToTell, listToApprove, type Told } from './told-store.ts'

/** By what the key of a thing begins with. */
const things: Readonly<Record<string, DecidedThing>> = {
  'fact-draft': 'fact',
  'report-draft': 'report',
  release: 'figures',
  page: 'page',
}

const isTexts = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((one) => typeof one === 'string')

/** Whoever asked last for the approval of a thing. */
const listAskers = async (trx: Db, thing: string): Promise<Told[]> => {
  const asked = ((await listDecisions(trx, [thing])).get(thing) ?? []).findLast(
    ({ decision }) => decision === 'asked',
  )
  return asked === undefined ? [] : findToTell(trx, asked.agent)
}

/** What `tellOfDecision` is called for. */
export const decisionsTold = ['approval-asked', 'returned'] as const

/**
 * Tells of `approval-asked` and `returned`. Only of what kind the thing is, and that it waits: what is on its way is not
 * public, and letters are read on the way.
 */
export const tellOfDecision: EventHandler = async (trx, { action, subject, agent, detail }) => {
  if (action !== 'approval-asked' && action !== 'returned') return
  const what = things[subject.split(':')[0] ?? '']
  if (what === undefined || !isTexts(detail.owners)) return
  const told =
    action === 'returned' ? await listAskers(trx, subject) : await listToApprove(trx, detail.owners, agent)
  if (told.length === 0) return
  const by = (await findNameOf(trx, agent)) ?? null
  for (const { personId, language, world } of told)
    await putLetter(trx, {
      kind: action,
      to: { personId },
      language,
      values: { what, by, agent, link: `${baseOf(world, language)}/waiting` },
    })
}
