// The content of an actor's page as the register has it today: the sections it wrote, otherwise those made from its facts.
import type { Db } from '../db/store.ts'
import {
  type Engagement,
  engagementKinds,
  engagementOf,
  isStatedAsCurrent,
  relationTo,
} from '../engagements/engagement.ts'
import { type Datum, knownOn } from '../facts/datum.ts'
import { factsNamed, paragraphsOf, typedFigures } from '../facts/prose.ts'
import { receivedAmong } from '../facts/received.ts'
import { isLanguage } from '../facts/source.ts'
import { listDatums } from '../facts/store.ts'
import { todayIn } from '../facts/today.ts'
import { canonicalText } from '../formats/canonical.ts'
import { type HeldActor, listActors } from '../parties/actor-store.ts'
import { officialLanguageOf } from '../parties/official-languages.ts'
import { readShippedKinds } from '../reports/shipped.ts'
import type { FactOnPage, PageContent, PageFault, SectionOnPage, SourceOnPage, Words } from './page.ts'
import { type Placed, paragraphsTold, sectionsOf } from './sections.ts'

/** The kind whose facts are sections that an office wrote. */
export const sectionKind = 'page-section'

const textOf = (datum: Datum, field: string): string | null => {
  const value = datum.body[field]
  return typeof value === 'string' && value !== '' ? value : null
}

const listOf = (datum: Datum, field: string): string[] => [datum.body[field] ?? []].flat().map(String)

/** The ids under which each current fact was ever held, the first one first; by datum. */
const idsOf = (datums: readonly Datum[]): ReadonlyMap<string, string[]> => {
  const byId = new Map(datums.map((datum) => [datum.datumId, datum]))
  const idsBefore = (datum: Datum, seen: ReadonlySet<string>): string[] => {
    const before = datum.supersedes === null ? undefined : byId.get(datum.supersedes)
    const own = datum.externalId ?? datum.datumId
    return before === undefined || seen.has(before.datumId)
      ? [own]
      : [...idsBefore(before, new Set([...seen, before.datumId])), own]
  }
  return new Map(datums.map((datum) => [datum.datumId, [...new Set(idsBefore(datum, new Set()))]]))
}

/** A fact under the id it has had from the beginning. */
type Lasting = { engagement: Engagement; id: string; alsoCalled: string[] }

type Held = {
  facts: Lasting[]
  sections: Datum[]
  /** Every id that a current section has had. */
  sectionIds: string[]
  outOfSight: ReadonlySet<string>
  actors: ReadonlyMap<string, HeldActor>
}

/** Ids of what was public or not, whose last correction or withdrawal is above the public tier. */
const outOfSightIn = (datums: readonly Datum[]): Set<string> => {
  const byId = new Map(datums.map((datum) => [datum.datumId, datum]))
  const before = ({ supersedes, retracts }: Datum): string | null => supersedes ?? retracts
  const replaced = new Set(datums.flatMap((datum) => before(datum) ?? []))
  const sealed = new Set<Datum>()
  for (const last of datums.filter(({ tier, datumId }) => tier !== 'public' && !replaced.has(datumId)))
    for (
      let one: Datum | undefined = last;
      one !== undefined && !sealed.has(one);
      one = byId.get(before(one) ?? '')
    )
      sealed.add(one)
  return new Set([...sealed].flatMap(({ externalId, datumId }) => [externalId ?? datumId, datumId]))
}

/** What is known today of an actor and public; with what was entered here, for a preview. */
const readHeld = async (
  db: Db,
  actor: string,
  today: string,
  { withEntered }: { withEntered: boolean },
): Promise<Held> => {
  const kinds = readShippedKinds()
  const actors = new Map((await listActors(db)).map((one) => [one.id, one]))
  const parentOf = (id: string) => actors.get(id)?.parent ?? null
  const kept = (datums: Datum[]): Datum[] => (withEntered ? datums : receivedAmong(datums))
  const current = (datums: Datum[]): Datum[] => knownOn(datums, today).filter(({ tier }) => tier === 'public')
  const own = await listDatums(db, { actor, kinds: [...engagementKinds(kinds), sectionKind] })
  // Made towards it, by whomever: the kinds that name whom they benefit.
  const towards = Object.keys(kinds).filter((kind) => kinds[kind]!.fields.beneficiaries !== undefined)
  const others = (await listDatums(db, { kinds: towards })).filter((datum) => datum.actor !== actor)
  const told = kept([...own.filter(({ kind }) => kind !== sectionKind), ...others])
  const ids = idsOf(told)
  const facts = current(told)
    .flatMap((datum) => engagementOf(datum, kinds) ?? [])
    .filter((one) => ['own', 'towards'].includes(relationTo(actor, one, parentOf) ?? ''))
    .sort((a, b) => (a.datum.datumId < b.datum.datumId ? -1 : 1))
    .map((engagement): Lasting => {
      const [id = engagement.id, ...alsoCalled] = ids.get(engagement.datum.datumId) ?? []
      return { engagement, id, alsoCalled }
    })
  const written = kept(own.filter(({ kind }) => kind === sectionKind))
  const sections = current(written)
  const sectionIds = idsOf(written)
  return {
    facts,
    sections,
    sectionIds: sections.flatMap(({ datumId }) => sectionIds.get(datumId) ?? []),
    outOfSight: outOfSightIn([...own, ...others]),
    actors,
  }
}

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

/** The lasting id of a fact that is named by any id it has had. */
const lastingIds = ({ facts }: Held): ReadonlyMap<string, string> =>
  new Map(facts.flatMap(({ id, alsoCalled }) => [id, ...alsoCalled].map((called) => [called, id] as const)))

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

const byOrder = (a: Datum, b: Datum): number => {
  const [first, second] = [a, b].map(({ body }) => (typeof body.order === 'number' ? body.order : Infinity))
  return first! === second! ? (a.datumId < b.datumId ? -1 : 1) : first! - second!
}

/** Every paragraph of a section in each language it is written in, side by side by their order. */
const writtenIn = (section: Datum, ownLanguage: string | null): Words[] => {
  const english = paragraphsOf(textOf(section, 'text') ?? '')
  const own = ownLanguage === null ? [] : paragraphsOf(textOf(section, 'ownText') ?? '')
  return Array.from({ length: Math.max(english.length, own.length) }, (_, i) => ({
    ...(english[i] ? { en: english[i] } : {}),
    ...(ownLanguage !== null && own[i] ? { [ownLanguage]: own[i] } : {}),
  })).filter((words) => Object.keys(words).length > 0)
}

const shownBy = (
  section: Datum,
  facts: readonly Placed[],
  lasting: ReadonlyMap<string, string>,
): Placed[] => [
  ...new Set(
    listOf(section, 'shows').flatMap((named) =>
      facts.filter(
        (fact) => fact.id === lasting.get(named) || fact.kind === named || `topic:${fact.topic}` === named,
      ),
    ),
  ),
]

/** In which language a section is written beside English; null where that is not known. */
const languageOf = (section: Datum, official: string | null): string | null => {
  const own = textOf(section, 'ownLanguage')
  if (own === null) return official
  return isLanguage(own) && own !== 'en' ? own : null
}

const sectionWritten = (
  section: Datum,
  facts: readonly Placed[],
  given: { name: Words; official: string | null; lasting: ReadonlyMap<string, string> },
): SectionOnPage => {
  const { name, official, lasting } = given
  const language = languageOf(section, official)
  const ownTitle = textOf(section, 'ownTitle')
  return {
    id: section.externalId ?? section.datumId,
    title: {
      en: textOf(section, 'title') ?? '',
      ...(ownTitle !== null && language !== null ? { [language]: ownTitle } : {}),
    },
    written: writtenIn(section, language),
    told: paragraphsTold(shownBy(section, facts, lasting), name),
  }
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
  /** Every id that a section which an office wrote has had. */
  sectionIds: string[]
  /** Ids of facts and sections that were taken out of public sight. */
  outOfSight: ReadonlySet<string>
}

const faultsOf = (sections: readonly Datum[], held: Held, official: string | null): PageFault[] => {
  const ids = lastingIds(held)
  const groups = new Set(held.facts.flatMap(({ engagement: { kind, topic } }) => [kind, `topic:${topic}`]))
  return sections.flatMap((section) => {
    const title = textOf(section, 'title') ?? section.datumId
    const words = ['text', 'ownText', 'title', 'ownTitle'].map((field) => textOf(section, field) ?? '')
    const fault = (kind: PageFault['fault']) => (found: string) => ({ section: title, fault: kind, found })
    const hasOwn = textOf(section, 'ownText') !== null || textOf(section, 'ownTitle') !== null
    return [
      ...words
        .flatMap(factsNamed)
        .filter((id) => !ids.has(id))
        .map(fault('fact')),
      ...listOf(section, 'shows')
        .filter((one) => !ids.has(one) && !groups.has(one))
        .map(fault('fact')),
      ...words.flatMap(typedFigures).map(fault('figure')),
      ...(hasOwn && languageOf(section, official) === null ? [fault('language')('ownText')] : []),
    ]
  })
}

/**
 * The page of an actor as the register has it today, and what keeps it from being published. `withEntered`: a preview, which
 * holds what was entered here too. Undefined where no such actor is held.
 */
export const makePage = async (
  db: Db,
  actor: string,
  { withEntered = false }: { withEntered?: boolean } = {},
): Promise<PageMade | undefined> => {
  const today = await todayIn(db)
  const held = await readHeld(db, actor, today, { withEntered })
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
    sectionIds: held.sectionIds,
    outOfSight: held.outOfSight,
  }
}

/** The languages in which an office wrote something of a section. */
const languagesIn = ({ written }: SectionOnPage): string[] => written.flatMap((words) => Object.keys(words))

/** How the facts of a page as it was frozen differ from those of the register now. */
export type PageChanges = {
  /** Ids of facts that say something else now, with what they are now. */
  corrected: { id: string; now: FactOnPage }[]
  /** Ids of facts that are no longer held. */
  gone: string[]
  /** Facts that a page made today would tell beside them. */
  added: FactOnPage[]
  /** Whether the words of its sections are others now. */
  isReworded: boolean
}

/** What a fact says and where it was read; under which number it stands is no matter. */
const saidBy = (
  { source, datumId: _, alsoCalled: __, ...fact }: FactOnPage,
  sources: readonly SourceOnPage[],
): string => {
  const { number: ___, ...read } = sources.find(({ number }) => number === source) ?? { number: 0 }
  return canonicalText([fact, read])
}

const wordsIn = ({ sections }: PageContent): string =>
  canonicalText(sections.map(({ title, written }) => [title, written]))

/** What changed in the register since a page was frozen. `now`: the page as it would be made today. */
export const changesSince = (frozen: PageContent, now: PageContent): PageChanges => {
  const current = new Map(now.facts.map((fact) => [fact.id, fact]))
  const before = new Set(frozen.facts.map(({ id }) => id))
  return {
    corrected: frozen.facts.flatMap((fact) => {
      const one = current.get(fact.id)
      return one === undefined || saidBy(one, now.sources) === saidBy(fact, frozen.sources)
        ? []
        : [{ id: fact.id, now: one }]
    }),
    gone: frozen.facts.filter(({ id }) => !current.has(id)).map(({ id }) => id),
    added: now.facts.filter(({ id }) => !before.has(id)),
    isReworded: frozen.isWritten !== now.isWritten || wordsIn(frozen) !== wordsIn(now),
  }
}
