// Reports, as permission asks about them.
import { keeperOf } from '../../accounts/person.ts'
import type { Thing } from '../../accounts/thing.ts'
import type { World } from '../../db/store.ts'
import type { ReportDraft } from '../../reports/draft.ts'
import { readShippedQuestionnaires } from '../../reports/shipped.ts'

const report = { kind: 'report', tier: 'public', departments: [], writtenBy: null } as const

/** Who keeps the reports of an obligation; null where no treaty asks for them. */
export const keeperOfObligation = (obligation: string): string | null => {
  const treaty = readShippedQuestionnaires().find(({ id }) => id === obligation)?.treaty ?? ''
  return treaty === '' ? null : keeperOf(treaty)
}

/** A report somebody wants to begin: its actor's people may, and those who code for the treaty. */
export const reportToBegin = (world: World, asked: { actor: string; obligation: string }): Thing => ({
  ...report,
  world,
  owners: [asked.actor],
  keeper: keeperOfObligation(asked.obligation),
  state: 'draft',
})

/** A report on its way: of whoever makes it alone. */
export const reportOnItsWay = (world: World, draft: Pick<ReportDraft, 'actor'>): Thing => ({
  ...report,
  world,
  owners: [draft.actor],
  keeper: null,
  state: 'draft',
})
