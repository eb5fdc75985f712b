// Reports, as permission asks about them.
import { asThing, type OnItsWay } from '../../accounts/on-its-way.ts'
import { keeperOf, type Person } from '../../accounts/person.ts'
import type { Thing } from '../../accounts/thing.ts'
import type { World } from '../../db/store.ts'
import { authorsOf, ownersOfDraft, type ReportDraft } from '../../reports/draft.ts'
import { readShippedQuestionnaires } from '../../reports/shipped.ts'

const report = { kind: 'report', tier: 'public', departments: [], writtenBy: null } as const

/** Who keeps the reports of an obligation; null where no treaty asks for them. */
export const keeperOfObligation = (obligation: string): string | null => {
  const treaty = readShippedQuestionnaires().find(({ id }) => id === obligation)?.treaty ?? ''
  return treaty === '' ? null : keeperOf(treaty)
}

const isAnsweredByKeeper = (obligation: string): boolean =>
  readShippedQuestionnaires().find(({ id }) => id === obligation)?.answeredBy === 'keeper'

/**
 * A report somebody wants to begin: its actor's people may, and those who code for the treaty; what a treaty's committee
 * says about an actor, these alone.
 */
export const reportToBegin = (world: World, asked: { actor: string; obligation: string }): Thing => ({
  ...report,
  world,
  owners: isAnsweredByKeeper(asked.obligation) ? [] : [asked.actor],
  keeper: keeperOfObligation(asked.obligation),
  state: 'draft',
})

/** A report on its way, of whoever makes it alone: its actor, or those who code for the treaty. */
export const draftOnItsWay = (
  world: World,
  draft: Pick<ReportDraft, 'actor' | 'owner'> & Partial<Pick<ReportDraft, 'content' | 'startedBy'>>,
  departments: readonly string[] = [],
): OnItsWay => ({
  world,
  kind: 'report',
  owners: ownersOfDraft(draft),
  writers:
    draft.content === undefined
      ? []
      : authorsOf({ content: draft.content, startedBy: draft.startedBy ?? null }),
  departments,
})

/** The same as a thing. */
export const reportOnItsWay = (
  world: World,
  draft: Parameters<typeof draftOnItsWay>[1],
  person: Person,
  state: Thing['state'] = 'draft',
  departments: readonly string[] = [],
): Thing => asThing(draftOnItsWay(world, draft, departments), state, person)
