// What the page of one recorded vote reads, from what is held.
import { findNewestRollCall } from '../../engagements/roll-call-store.ts'
import { knownOn } from '../../facts/datum.ts'
import { listDatums } from '../../facts/store.ts'
import { todayIn } from '../../facts/today.ts'
import { listActors } from '../../parties/actor-store.ts'
import type { RollCallData, RollCallShown, Voter } from '../data/roll-calls.ts'
import type { Handles } from './handles.ts'
import { sourceShown } from './source.ts'

const isId = (id: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)

const textOf = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null)

const findRollCall = async ({ db, seen }: Handles, id: string): Promise<RollCallShown | undefined> => {
  const asked = isId(id) ? { datumIds: [id] } : { externalId: id }
  const [call] = knownOn(await listDatums(seen, { ...asked, kind: 'roll-call' }), await todayIn(db))
  if (call === undefined) return undefined
  const names = new Map((await listActors(db)).map((one) => [one.id, one.names.en?.short ?? one.id]))
  const votersOf = (given: unknown): Voter[] =>
    (Array.isArray(given) ? given.map(String) : [])
      .map((actor) => ({ actor, name: names.get(actor) ?? actor }))
      .sort((a, b) => (a.name < b.name ? -1 : 1))
  const { body } = call
  return {
    id: call.externalId ?? call.datumId,
    title: textOf(body.titleInFile),
    symbol: textOf(body.symbol) ?? textOf(body.symbolInFile),
    session: Number(body.session),
    part: textOf(body.part),
    held: textOf(body.adoptedOn) ?? textOf(body.dayInFile) ?? call.heldEdtf ?? call.heldFrom,
    counts: { yes: Number(body.yes), no: Number(body.no), abstain: Number(body.abstain) },
    voters: {
      yes: votersOf(body.votedYes),
      no: votersOf(body.votedNo),
      abstain: votersOf(body.abstained),
    },
    locator: call.locator,
    source: sourceShown(call.source),
    entered: call.entered,
  }
}

/** Recorded votes one by one, in one world. */
export const rollCallsHeld = (handles: Handles): RollCallData => ({
  findRollCall: (id) => findRollCall(handles, id),
  newestRollCall: () => findNewestRollCall(handles.seen),
})
