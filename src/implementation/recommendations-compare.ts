// What a file of recommendations says against what is held of its study: new, the same, or put right; and the actions of
// plans of work that it ties them to. Pure: nothing is read or stored here.
import { type Datum, type Tier, tiers } from '../facts/datum.ts'
import { slugOf } from '../instruments/identity.ts'
import type { Issue, Place } from '../problem.ts'
import { entriesOf, textIn, type Work, type WorkFact } from './held.ts'
import { plansOfWork } from './plan-of-work.ts'
import type { RecommendationRead } from './recommendation-read.ts'
import { isSameWords, isShortened } from './same-words.ts'

export type TiedAction = {
  id: string
  number: string | null
  title: string
  outcome: 'tied' | 'tied already'
}

export type RecommendationCompared = {
  id: string
  number: string
  group: string | null
  text: string
  locator: string
  language: string | null
  addressedTo: string[]
  /** `corrected`: its number is held with other words, another group, place, language or addressee. */
  outcome: 'new' | 'corrected' | 'unchanged'
  /** What was held of it, where that is put right, and in what it differs. */
  before: { group: string | null; text: string; language: string | null; differs: Difference[] } | null
  /** Its text would lose words of the one held, which may be an oversight. */
  shortens: boolean
  actions: TiedAction[]
}

export type StudySource = {
  title: string
  address: string | null
  publisher: string | null
  /** As the document gives it (EDTF). */
  date: string | null
}

/** What of a recommendation a file may say otherwise. */
export type Difference = 'text' | 'group' | 'addressedTo' | 'language' | 'locator'

/** A fact in the JSON form that files of facts have, with the place in the file it comes from. */
export type FactRow = { json: Record<string, unknown>; place: Place }

export type RecommendationsCompared = {
  compared: RecommendationCompared[]
  /** Held of the study, and not in the file: they stay. */
  notInFile: { id: string; number: string }[]
  rows: FactRow[]
  issues: Issue[]
}

export type CompareAsked = {
  study: WorkFact
  /** Whose facts new recommendations are. */
  actor: string
  source: StudySource
  /** The day the file is read: what it puts right is known from then. */
  today: string
  /** Every id that a fact of a kind has, in any version. */
  takenIds: (kind: string) => ReadonlySet<string>
  fileName: string
  /** How ids of what is new begin, where those they come from do not begin so. */
  idPrefix: string
}

const prefixed = (id: string, prefix: string): string => (id.startsWith(prefix) ? id : `${prefix}${id}`)

/** An id for the next version of a fact: its lasting id and a count that nothing has yet. */
const nextId = (lastingId: string, taken: ReadonlySet<string>, prefix: string): string => {
  const lasting = prefixed(lastingId, prefix)
  let version = 2
  while (taken.has(`${lasting}-v${version}`)) version++
  return `${lasting}-v${version}`
}

const bodyOf = (one: RecommendationRead, study: string): Record<string, unknown> => ({
  study,
  number: one.number,
  ...(one.group === null ? {} : { group: one.group }),
  text: one.text,
  ...(one.addressedTo.length === 0 ? {} : { addressedTo: one.addressedTo }),
})

/** In what a recommendation read differs from the one held. Another place alone is none where one is held already. */
const differences = (fact: WorkFact, one: RecommendationRead): Difference[] => {
  const { locator, language } = fact.datum
  const isSame: Record<Difference, boolean> = {
    text: isSameWords(textIn(fact, 'text'), one.text),
    group: isSameWords(textIn(fact, 'group'), one.group),
    addressedTo: entriesOf(fact, 'addressedTo').join('\n') === one.addressedTo.join('\n'),
    language: language === one.language,
    locator: locator !== null,
  }
  return (Object.keys(isSame) as Difference[]).filter((name) => !isSame[name])
}

/** What a fact held says, as a file of facts would: for a version of it in which one thing is another. */
const rowOf = ({ datum }: WorkFact, id: string): Record<string, unknown> => {
  const { note: _, ...body } = datum.body
  const time: Partial<Record<string, string | null>> =
    datum.heldEdtf === null ? { from: datum.heldFrom, until: datum.heldUntil } : { date: datum.heldEdtf }
  return {
    ...{ id, actor: datum.actor, kind: datum.kind, subject: datum.subject, ...time },
    ...{ supersedes: datum.externalId, tier: datum.tier, language: datum.language },
    ...{ locator: datum.locator, quotation: datum.quotation, source: sourceJson(datum.source), body },
  }
}

const sourceJson = (source: Datum['source']): Record<string, string | null> | null =>
  source === null
    ? null
    : {
        title: source.title,
        address: source.address,
        publisher: source.publisher,
        date: source.published,
      }

/** The actions of the plans of work on what the study is about, by id and by number. */
const actionsOn = (work: Work, study: WorkFact) => {
  const instrument = textIn(study, 'instrument')?.split('/')[0] ?? ''
  const own = plansOfWork(work, instrument).flatMap(({ actions }) => actions)
  return (written: string): readonly WorkFact[] => {
    const byId = work.find('plan-action', written)
    if (byId !== undefined) return [byId]
    return own
      .filter(({ number }) => number === written.replace(/^(?:#|№|no\.)\s*/i, ''))
      .flatMap(({ id }) => work.find('plan-action', id) ?? [])
  }
}

const unknownAction = (one: RecommendationRead, written: string, found: readonly WorkFact[]): Issue => ({
  ...one.place('actions'),
  message:
    found.length === 0
      ? `Recommendation ${one.number} names an action that no plan of work has`
      : `Recommendation ${one.number} names an action that stands in several plans of work`,
  found: written,
  expected:
    found.length === 0
      ? 'the number or the id of an action of a plan of work on the same instrument'
      : `its id: ${found.map(({ id }) => id).join(' or ')}`,
})

/** What fewer may see is not named by what more may see. */
const hiddenFrom = (
  one: RecommendationRead,
  tier: Tier,
  { title, tier: open }: { title: string; tier: Tier },
): Issue => ({
  ...one.place('actions'),
  message: `Recommendation ${one.number} is seen by fewer than the action it is tied to, and the action would name it`,
  found: `${title}: ${open}; the recommendation: ${tier}`,
  expected: `an action that is ${tier}, or no tie`,
})

/** Which action each recommendation is tied to now, and the facts that say so. */
const ties = (
  work: Work,
  read: readonly { one: RecommendationRead; id: string; tier: Tier }[],
  { study, today, takenIds, fileName, idPrefix }: CompareAsked,
): { tied: Map<string, TiedAction[]>; rows: FactRow[]; issues: Issue[] } => {
  const find = actionsOn(work, study)
  const issues: Issue[] = []
  const tied = new Map<string, TiedAction[]>()
  const more = new Map<string, { action: WorkFact; added: { id: string; number: string }[]; place: Place }>()
  for (const { one, id, tier } of read)
    for (const written of one.actions) {
      const found = find(written)
      const [action] = found
      if (action === undefined || found.length > 1) {
        issues.push(unknownAction(one, written, found))
        continue
      }
      const isHeld = work
        .named(action, 'recommendations', ['recommendation'])
        .some((held) => held.id === id || held.first.externalId === id)
      if (!isHeld && tiers.indexOf(tier) > tiers.indexOf(action.datum.tier)) {
        issues.push(hiddenFrom(one, tier, { title: textIn(action, 'title') ?? '', tier: action.datum.tier }))
        continue
      }
      const own = tied.get(id) ?? []
      if (own.some((tie) => tie.id === action.id)) continue
      tied.set(id, [
        ...own,
        {
          ...{ id: action.id, number: textIn(action, 'number'), title: textIn(action, 'title') ?? '' },
          outcome: isHeld ? 'tied already' : 'tied',
        },
      ])
      if (isHeld) continue
      const changed = more.get(action.id) ?? { action, added: [], place: one.place('actions') }
      changed.added.push({ id, number: one.number })
      more.set(action.id, changed)
    }
  const rows = [...more.values()].map(({ action, added, place }): FactRow => {
    const row = rowOf(action, nextId(action.id, takenIds('plan-action'), idPrefix))
    const recommendations = [...entriesOf(action, 'recommendations'), ...added.map(({ id }) => id)]
    return {
      json: {
        ...row,
        known_from: today,
        body: { ...(row.body as object), recommendations },
        note: `Takes up ${added.map(({ number }) => number).join(', ')} of the study, by ${fileName}.`,
      },
      place,
    }
  })
  return { tied, rows, issues }
}

/** The recommendations read, each against the one of its number that is held of the study. */
export const compareRecommendations = (
  work: Work,
  recommendations: readonly RecommendationRead[],
  asked: CompareAsked,
): RecommendationsCompared => {
  const { study, actor, source, today, takenIds, fileName, idPrefix } = asked
  const held = new Map(
    work.naming('recommendation', 'study', study).map((fact) => [textIn(fact, 'number') ?? '', fact]),
  )
  const ids = new Set(takenIds('recommendation'))
  /** "1.1" and "1-1" have one slug: the second counts on. */
  const newId = (number: string, i: number): string => {
    const base = prefixed(`${study.id}-${slugOf(number, 12) || `n${i + 1}`}`, idPrefix)
    let id = base
    for (let count = 2; ids.has(id); count++) id = `${base}-${count}`
    ids.add(id)
    return id
  }
  const read = recommendations.map((one, i) => {
    const before = held.get(one.number)
    const tier = before?.datum.tier ?? study.datum.tier
    return { one, before, tier, id: before?.id ?? newId(one.number, i) }
  })
  const { tied, rows: tieRows, issues } = ties(work, read, asked)
  const rows: FactRow[] = []
  const compared = read.map(({ one, before, id }): RecommendationCompared => {
    const differs = before === undefined ? [] : differences(before, one)
    const outcome = before === undefined ? 'new' : differs.length === 0 ? 'unchanged' : 'corrected'
    if (outcome !== 'unchanged')
      rows.push({
        place: one.place('text'),
        json: {
          ...(before === undefined
            ? { id, actor, tier: study.datum.tier }
            : {
                ...rowOf(before, nextId(id, takenIds('recommendation'), idPrefix)),
                note: `As ${fileName} has it.`,
              }),
          kind: 'recommendation',
          // A study is known from its day; what is put right in it is known from today.
          known_from: before === undefined && source.date !== null ? null : today,
          source,
          locator: one.locator,
          language: one.language,
          // Typography alone is not put right beside something else.
          body: bodyOf(
            before === undefined || differs.includes('text')
              ? one
              : { ...one, text: textIn(before, 'text') ?? one.text },
            study.id,
          ),
        },
      })
    return {
      ...{ id, number: one.number, group: one.group, text: one.text, locator: one.locator },
      ...{ language: one.language, addressedTo: one.addressedTo, outcome, actions: tied.get(id) ?? [] },
      shortens: differs.includes('text') && isShortened(textIn(before!, 'text') ?? '', one.text),
      before:
        outcome === 'corrected' && before !== undefined
          ? {
              group: textIn(before, 'group'),
              text: textIn(before, 'text') ?? '',
              language: before.datum.language,
              differs,
            }
          : null,
    }
  })
  const numbers = new Set(recommendations.map(({ number }) => number))
  return {
    compared,
    notInFile: [...held]
      .filter(([number]) => !numbers.has(number))
      .map(([number, { id }]) => ({ id, number })),
    rows: [...rows, ...tieRows],
    issues,
  }
}
