// What is asked of one fact through its form: read off what was typed, with the fact or the draft that it names.
import { randomUUID } from 'node:crypto'
import type { KindSpec } from '../../../facts/kind.ts'
import { formIdPrefix, gatherTyped, type TypedFact } from '../../../facts/typed-fact.ts'
import { problem } from '../../../problem.ts'
import type { StandingShown } from '../../data/approval.ts'
import type { EnteredFact } from '../../data/enter.ts'
import { baseFrom, revisionFrom } from '../../forms/meanwhile.ts'
import { nameStates } from '../../names.ts'
import type { Site } from '../../site.ts'
import { getFactDraft } from './fact-draft.ts'
import type { Choices } from './fact-fields.ts'
import { permitActor } from './whose.ts'

/** What is being done, to which fact. */
export type Doing = { as: 'enter' | 'correct' | 'withdraw'; target: EnteredFact | undefined }

/** What is asked of one fact: what was typed, of which kind, whose, and what is being done with it. */
export type Asked = {
  typed: TypedFact
  kind: KindSpec & { name: string }
  actorName: string
  doing: Doing
  /** What its fields may be filled with. */
  choices: Choices
  /** The older figure that it says anew, in the place of which it is to stand in the list of what has grown old. */
  renewed: EnteredFact | undefined
  /** The draft that is changed, as it was when it was opened; undefined where there is none yet. */
  draft:
    | {
        id: string
        revision: number
        standing: StandingShown
        /** What its fields held when it was opened; undefined where nobody knows. */
        base: TypedFact | undefined
      }
    | undefined
}

/**
 * What the form is about to do: enter a fact, or correct or withdraw the one it names. Throws `not-found` where that is not
 * held, `usage` where it was not entered here.
 */
export const doingOf = async (site: Site, typed: TypedFact): Promise<Doing> => {
  const id = typed.supersedes || typed.retracts
  if (!id) return { as: 'enter', target: undefined }
  const target = await site.data.enter.findFact({ id, actor: typed.actor ?? '', kind: typed.kind ?? '' })
  if (target === undefined) throw problem('not-found', site.text('newFact.lost'))
  // What came with its source is put right where it came from.
  const isOwn = target.entered || (site.person.as === 'person' && target.id.startsWith(formIdPrefix))
  if (site.world === 'register' && !isOwn) throw problem('usage', site.text('newFact.notYours'))
  return { as: typed.supersedes ? 'correct' : 'withdraw', target }
}

/** The draft that a form says it changes. Throws `not-found`. */
const draftOf = async (site: Site, given: Readonly<Record<string, string>>): Promise<Asked['draft']> => {
  if (!given.draft) return undefined
  const { shown } = await getFactDraft(site, given.draft)
  return {
    id: shown.draftId,
    revision: revisionFrom(given),
    standing: shown.standing,
    base: baseFrom(given),
  }
}

/** The older figure that a form says it renews. Throws `not-found` where that is not held. */
const renewedBy = async (
  site: Site,
  { renews, actor = '', kind = '' }: Readonly<Record<string, string>>,
): Promise<EnteredFact | undefined> => {
  if (!renews) return undefined
  const found = await site.data.enter.findFact({ id: renews, actor, kind })
  if (found === undefined) throw problem('not-found', site.text('newFact.lost'))
  return found
}

/** What is asked; undefined where the kind or the actor is not held. Throws `not-permitted` for another's actor. */
export const askedOf = async (site: Site, given: TypedFact): Promise<Asked | undefined> => {
  const kinds = await site.data.enter.listFactKinds()
  const name = given.kind ?? ''
  const kind = Object.hasOwn(kinds, name) ? kinds[name] : undefined
  const actor = given.actor ? await nameStates(site, await site.data.findActor(given.actor)) : undefined
  if (kind === undefined || actor === undefined) return undefined
  // A draft is asked about by itself: it may be of several.
  if (!given.draft) await permitActor(site, 'fact', actor.id)
  const typed = gatherTyped(kind, given)
  const isOurs = typed.id?.startsWith(formIdPrefix) === true && /^[\w-]{1,60}$/.test(typed.id)
  return {
    typed: { ...typed, id: isOurs ? typed.id! : `${formIdPrefix}${randomUUID()}` },
    kind: { ...kind, name },
    actorName: actor.name,
    choices: await site.data.enter.listFactChoices({ kind: name, actor: actor.id, id: typed.id ?? '' }),
    doing: await doingOf(site, typed),
    renewed: await renewedBy(site, given),
    draft: await draftOf(site, given),
  }
}

/** Whether what is typed is kept as a draft: for people; at the desk a fact is recorded at once. */
export const isDrafted = (site: Site): boolean => site.person.as === 'person'
