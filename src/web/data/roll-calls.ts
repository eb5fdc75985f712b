// What the page of one recorded vote reads.
import type { VoteCast } from '../../engagements/votes.ts'
import type { SourceShown } from './source.ts'

/** `actor`: the id; `name`: what it is called, English. */
export type Voter = { actor: string; name: string }

export type RollCallShown = {
  /** That its file gave it, otherwise ours; its address. */
  id: string
  /** As the table of votes has it. */
  title: string | null
  symbol: string | null
  session: number
  /** Of a part of the text alone; null: of the whole. */
  part: string | null
  /** The day it was taken, as precise as the table says (EDTF). */
  held: string | null
  /** All votes, of whomever. */
  counts: Record<VoteCast, number>
  /** Who voted how, of those held here, by name. */
  voters: Record<VoteCast, Voter[]>
  locator: string | null
  source: SourceShown | null
  entered: boolean
}

export type RollCallData = {
  /** By the id its file gave it, or by ours; undefined where no such vote stands. */
  findRollCall: (id: string) => Promise<RollCallShown | undefined>
  /** The id of the newest. */
  newestRollCall: () => Promise<string | undefined>
}
