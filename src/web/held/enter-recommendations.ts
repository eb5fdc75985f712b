// The recommendations of a study, taken in from a file by whoever may write for its actor.
import { permit } from '../../accounts/permit.ts'
import { agentOf } from '../../accounts/person.ts'
import { inTransaction } from '../../db/store.ts'
import { importFacts } from '../../facts/import.ts'
import { listText } from '../../facts/list-field.ts'
import { listDatums } from '../../facts/store.ts'
import { todayIn } from '../../facts/today.ts'
import { formIdPrefix, type TypedFact } from '../../facts/typed-fact.ts'
import { textIn, workHeld, workKinds } from '../../implementation/held.ts'
import {
  fileOfFacts,
  lookAtRecommendations,
  type RecommendationsAsked,
  refuseShorter,
} from '../../implementation/recommendations-import.ts'
import { readShippedKinds } from '../../reports/shipped.ts'
import type { EnterRecommendations, StudyHeld } from '../data/enter.ts'
import { namesHeld } from './actor-names.ts'
import { factDraftsHeld } from './fact-drafts.ts'
import { factToEnter } from './fact-thing.ts'
import type { Reader } from './handles.ts'

const textOf = (value: unknown): string =>
  Array.isArray(value) ? listText(value.map(String)) : String(value)

/** A fact of a file of facts as it would be typed into its form. */
const typedOf = ({ body, source, ...fact }: Record<string, unknown>): TypedFact => {
  const under = (prefix: string, value: unknown): [string, unknown][] =>
    Object.entries((value ?? {}) as Record<string, unknown>).map(([name, one]) => [`${prefix}${name}`, one])
  return Object.fromEntries(
    [...Object.entries(fact), ...under('source.', source), ...under('body.', body)].flatMap(
      ([name, value]) => (value === null || value === undefined ? [] : [[name, textOf(value)]]),
    ),
  )
}

/** Taking in recommendations in one world, for one reader. */
export const recommendationsEntered = (reader: Reader): EnterRecommendations => {
  const { db, seen, world, person } = reader
  const isDesk = person.as !== 'person'
  const options = () => ({ kinds: readShippedKinds(), entered: world === 'register', agent: agentOf(person) })
  const findStudy = async (id: string): Promise<StudyHeld | undefined> => {
    const datums = await listDatums(seen, { kinds: workKinds(readShippedKinds()) })
    const study = workHeld(datums, await todayIn(db)).find('study', id)
    if (study === undefined) return undefined
    const { actor, language } = study.datum
    return {
      ...{ id: study.id, title: textIn(study, 'title') ?? '', language, actor },
      actorName: (await namesHeld(db))(actor),
      instrument: textIn(study, 'instrument')?.split('/')[0] ?? '',
    }
  }
  const looked = async (asked: RecommendationsAsked) => {
    const study = await findStudy(asked.study)
    if (study !== undefined)
      permit(person, 'enter', factToEnter(world, { actor: study.actor, kind: 'recommendation' }))
    const idPrefix = isDesk ? '' : formIdPrefix
    return lookAtRecommendations(db, { ...asked, idPrefix }, options(), seen)
  }
  return {
    findStudy,
    lookAtRecommendations: looked,
    takeInRecommendations: async (asked) => {
      const { facts, ...more } = await looked(asked)
      refuseShorter(more, asked)
      if (facts.length === 0) return { recorded: 0, drafted: 0 }
      if (isDesk) {
        const { recorded } = await importFacts(db, fileOfFacts(facts, asked.file), options())
        return { recorded, drafted: 0 }
      }
      await inTransaction(db, async (trx) => {
        // Who is called how stands beside the worlds, where no transaction of a world reaches; nothing of it is said here.
        const { people: _, ...inWorld } = reader
        const drafts = factDraftsHeld({ ...inWorld, db: trx, seen: trx })
        for (const fact of facts) {
          const id = await drafts.beginFactDraft(typedOf(fact))
          await drafts.decideFactDraft(id, { decision: 'ask', note: null, revision: 1 })
        }
      })
      return { recorded: 0, drafted: facts.length }
    },
  }
}
