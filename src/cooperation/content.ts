// The content of an actor's page as the register has it today: the sections it wrote, otherwise those made from its facts.
import type { Db } from '../db/store.ts'
import { type Engagement, isStatedAsCurrent } from '../engagements/engagement.ts'
import type { FactDraft } from '../facts/fact-draft.ts'
import { factsNamed } from '../facts/prose.ts'
import { todayIn } from '../facts/today.ts'
import type { HeldActor } from '../parties/actor-store.ts'
import { officialLanguageOf } from '../parties/official-languages.ts'
import { type Held, type Lasting, lastingIds, listOf, readHeld, textOf } from './held.ts'
import type { FactOnPage, PageContent, PageFault, SectionOnPage, SourceOnPage, Words } from './page.ts'
import { type Placed, sectionsOf } from './sections.ts'
import { byOrder, faultsOf, languagesIn, sectionWritten } from './written.ts'

const namesOf = (actor: HeldActor): Words =>
  Object.fromEntries(
    Object.entries(actor.names).flatMap(([language, name]) =>
      name?.short === undefined ? [] : [[language, name.short]],
    ),
  )

/** The organisation a fact is about: that of a membership or a chair, otherwise the first it names beside the actor. */
const aboutOf = ({ datum, actor }: Engagement, own: string, actors: Held['actors']): string | null => {
  if (actor !== own) return actor
  const named = [textOf(datum, 'body'), ...listOf(datum, 'counterparts')].filter((id) => id !== null)
  return named.find((id) => actors.get(id) !== undefined && actors.get(id)!.kind !== 'state') ?? null
}

/** What a fact belongs to: the head it names, otherwise the one thing it says something of. */
const headOf = ({ partOf, concerns }: Engagement): string | null => partOf ?? concerns[0] ?? null

const placed = (own: string, held: Held): Placed[] => {
  const lasting = lastingIds(held)
  return held.facts.map(({ engagement: one, id }) => {
    const head = headOf(one)
    return {
      id,
      actor: one.actor,
      kind: one.kind,
      topic: one.topic,
      title: one.title,
      held: one.datum.heldEdtf ?? one.datum.heldFrom,
      partOf: head === null ? null : (lasting.get(head) ?? null),
      about: aboutOf(one, own, held.actors),
      hosts: listOf(one.datum, 'roles').includes('host'),
    }
  })
}

/** Ids of facts that a section names, in its order: in its words, then below them. */
const namedIn = ({ written, told }: SectionOnPage): string[] => [
  ...written.flatMap((words) => Object.values(words).flatMap(factsNamed)),
  ...told.flat().flatMap(({ facts }) => facts),
]

const factOnPage = ({ engagement: one, id, alsoCalled }: Lasting, source: number | null): FactOnPage => {
  const { note: _, ...fields } = one.datum.body
  return {
    id,
    alsoCalled,
    datumId: one.datum.datumId,
    actor: one.actor,
    kind: one.kind,
    title: one.title,
    held: one.datum.heldEdtf ?? one.datum.heldFrom,
    fields,
    statedAsCurrent: isStatedAsCurrent(one),
    statedAsOf: one.statedAsOf,
    knownFrom: one.datum.knownFrom,
    source,
    entered: one.datum.entered,
  }
}

/** The places the facts were read at, numbered in the order in which the page comes to them; by fact. */
const numberSources = (facts: readonly Lasting[]): { sources: SourceOnPage[]; of: Map<string, number> } => {
  const entries = new Map<string, SourceOnPage>()
  const of = new Map<string, number>()
  for (const { id, engagement } of facts) {
    const { datum, statedAsOf } = engagement
    if (datum.source === null) continue
    const { title, address, publisher, published } = datum.source
    const { locator, quotation, language, knownFrom } = datum
    const key = JSON.stringify([title, address, publisher, published, locator, quotation])
    const number = entries.get(key)?.number ?? entries.size + 1
    if (!entries.has(key))
      entries.set(key, {
        ...{ number, title, address, publisher, date: published },
        statedAsOf: published === null ? statedAsOf : null,
        ...{ knownFrom, locator, quotation, language },
      })
    of.set(id, number)
  }
  return { sources: [...entries.values()], of }
}

const actorsNamed = (facts: readonly Lasting[]): string[] =>
  facts.flatMap(({ engagement: { datum } }) =>
    ['body', 'counterparts', 'parties', 'beneficiaries', 'predecessor'].flatMap((field) =>
      listOf(datum, field),
    ),
  )

export type PageMade = {
  content: PageContent
  faults: PageFault[]
  /** Every fact that a section may name. */
  nameable: FactOnPage[]
  /** Of each section which an office wrote every id that it has had. */
  sectionNames: string[][]
  /** Ids of facts and sections that were taken out of public sight. */
  outOfSight: ReadonlySet<string>
}

/**
 * The page of an actor as the register has it today, and what keeps it from being published. `withEntered`: a preview, which
 * holds what was entered here too; `drafts`: sections on their way, as if they were published. Undefined where no such actor is held.
 */
export const makePage = async (
  db: Db,
  actor: string,
  { withEntered = false, drafts = [] }: { withEntered?: boolean; drafts?: readonly FactDraft[] } = {},
): Promise<PageMade | undefined> => {
  const today = await todayIn(db)
  const held = await readHeld(db, actor, today, { withEntered, drafts })
  const self = held.actors.get(actor)
  if (self === undefined) return undefined
  const official = officialLanguageOf(actor)
  const name = namesOf(self)
  const facts = placed(actor, held)
  const lasting = lastingIds(held)
  const nameOf = (id: string): Words | undefined => {
    const found = held.actors.get(id)
    return found === undefined ? undefined : namesOf(found)
  }
  const written = held.sections.toSorted(byOrder)
  const sections =
    written.length > 0
      ? written.map((section) => sectionWritten(section, facts, { name, official, lasting }))
      : sectionsOf(facts, { name, nameOf, parentOf: (id) => held.actors.get(id)?.parent ?? null })
  const byId = new Map(held.facts.map((one) => [one.id, one]))
  const named = sections.flatMap(namedIn).flatMap((id) => lasting.get(id) ?? [])
  const shown = [...new Set(named)].flatMap((id) => byId.get(id) ?? [])
  const { sources, of } = numberSources(shown)
  const languages = [
    ...new Set(['en', ...(official === null ? [] : [official]), ...sections.flatMap(languagesIn)]),
  ]
  return {
    content: {
      format: 'pacta-cooperation-page/1',
      actor,
      names: Object.fromEntries(
        [...new Set([actor, ...actorsNamed(shown)])].sort().flatMap((id) => {
          const names = nameOf(id)
          return names === undefined ? [] : [[id, names]]
        }),
      ),
      knownOn: today,
      languages,
      isWritten: written.length > 0,
      sections,
      facts: shown.map((one) => factOnPage(one, of.get(one.id) ?? null)),
      sources,
    },
    faults: faultsOf(written, held, official),
    nameable: held.facts.map((one) => factOnPage(one, of.get(one.id) ?? null)),
    sectionNames: held.sectionNames,
    outOfSight: held.outOfSight,
  }
}
