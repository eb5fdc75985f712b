// What the pages of treaties read.
import type { TreatyListed, TreatyQuestion, TreatyStatus } from '../../parties/treaty-status.ts'
import type { TreatyStatements } from './statements.ts'

export type TreatyData = {
  listTreaties: (on: { asOf: string; knownOn: string }) => Promise<TreatyListed[]>
  /** Throws Problem `not-found` where nothing is held of the treaty. */
  showTreaty: (asked: TreatyQuestion) => Promise<TreatyStatus>
  /** What stands below its status page, as known on a day. */
  listTreatyStatements: (asked: { treaty: string; knownOn: string }) => Promise<TreatyStatements>
}
