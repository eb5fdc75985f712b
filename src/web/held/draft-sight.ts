// Facts on their way as far as somebody may see them.
import { may } from '../../accounts/may.ts'
import { asThing, type OnItsWay } from '../../accounts/on-its-way.ts'
import type { DatumDraft } from '../../facts/datum.ts'
import { draftsBefore, factOnItsWay } from '../../facts/drafts-named.ts'
import type { FactDraft } from '../../facts/fact-draft.ts'
import { listActorDrafts } from '../../facts/fact-draft-store.ts'
import type { Kinds } from '../../facts/kind.ts'
import { todayIn } from '../../facts/today.ts'
import { kindOfFact } from './fact-thing.ts'
import type { Reader } from './handles.ts'

export const onItsWay = (
  { world }: Pick<Reader, 'world'>,
  { kind, owners, startedBy, changedBy }: Pick<FactDraft, 'kind' | 'owners' | 'startedBy' | 'changedBy'>,
): OnItsWay => ({
  world,
  kind: kindOfFact(kind),
  owners,
  writers: [...new Set([startedBy, changedBy])],
})

export const mayRead = (reader: Pick<Reader, 'person' | 'world'>, draft: FactDraft): boolean =>
  may(reader.person, 'read', asThing(onItsWay(reader, draft), 'draft', reader.person))

/** The facts on their way that a fact as typed may name, of those its reader may see: its actor's, begun before it. */
export const factsToName = async (
  reader: Pick<Reader, 'db' | 'person' | 'world'>,
  typed: { actor?: string | undefined; id?: string | undefined },
  kinds: Kinds,
): Promise<DatumDraft[]> => {
  const drafts = await listActorDrafts(reader.db, typed.actor?.trim() ?? '')
  const today = await todayIn(reader.db)
  return draftsBefore(typed.id?.trim() ?? '', drafts)
    .filter((draft) => mayRead(reader, draft))
    .flatMap((draft) => factOnItsWay(draft, kinds, today) ?? [])
}
