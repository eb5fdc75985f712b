// Of a kind of fact of which an actor has many, the page of a ministry shows the newest, and all of them where they are asked
// for. What is not shown is counted and linked all the same.
import { placeOf } from '../../engagements/engagement.ts'
import { readDate } from '../../facts/edtf.ts'
import { mostOfKind } from '../../search/records.ts'
import type { EngagementShown, MinistryOnPage } from '../data/engagements.ts'
import { type Html, html, nothing } from '../html.ts'
import { onceFor } from '../once-for.ts'
import type { Site } from '../site.ts'
import { wordFor } from './ministry-words.ts'

/** What day a fact is about: the first on which it may hold, or, where it names none, that of its source. */
const dayOf = ({ held, source, knownFrom }: EngagementShown): string => {
  const from = held === null ? undefined : readDate(held)?.from
  return from ?? source?.date ?? knownFrom
}

/** The places of the facts that are not shown, with their kinds. */
type Hidden = ReadonlyMap<string, string>

const hiddenAmong = (engagements: readonly EngagementShown[]): Hidden => {
  const groups = Map.groupBy(engagements, ({ actor, kind }) => `${actor.id}/${kind}`)
  return new Map(
    [...groups.values()].flatMap((group) =>
      group.length <= mostOfKind
        ? []
        : group
            .map((one, at) => ({ one, at, day: dayOf(one) }))
            .sort((a, b) => (b.day < a.day ? -1 : b.day > a.day ? 1 : b.at - a.at))
            .slice(mostOfKind)
            .flatMap(({ one }) => [one.id, ...one.alsoCalled].map((id) => [placeOf(id), one.kind] as const)),
    ),
  )
}

/** Where no kind is asked for whole. */
const mostlyHidden = onceFor(hiddenAmong)

const hiddenAs = (shown: MinistryOnPage, place: string): string | undefined => {
  const kind = mostlyHidden(shown.engagements).get(place)
  return kind === shown.whole ? undefined : kind
}

/** The address of a place of the page, `#fact-ID`: where all facts of the kind are, if it is not shown here. */
export const hrefOfPlace = (shown: MinistryOnPage, place: string): string => {
  const kind = hiddenAs(shown, place)
  return kind === undefined ? `#${place}` : `?facts=${kind}#${place}`
}

/** The address of a fact on the page. */
export const hrefOf = (shown: MinistryOnPage, id: string): string => hrefOfPlace(shown, placeOf(id))

/** A list of facts by kind, with those that are shown where none is asked for whole. */
type ByKind = ReadonlyMap<string, { all: readonly EngagementShown[]; newest: readonly EngagementShown[] }>

const kindsOf = onceFor((engagements: readonly EngagementShown[]) =>
  onceFor((list: readonly EngagementShown[]): ByKind => {
    const hidden = mostlyHidden(engagements)
    return new Map(
      [...Map.groupBy(list, ({ kind }) => kind)].map(([kind, all]) => [
        kind,
        { all, newest: all.filter(({ id }) => !hidden.has(placeOf(id))) },
      ]),
    )
  }),
)

/** Those of a list that are shown, in its order. The list is the same for the same facts. */
export const shownOf = (
  shown: MinistryOnPage,
  list: readonly EngagementShown[],
): readonly EngagementShown[] => {
  const kinds = [...kindsOf(shown.engagements)(list)]
  const left = new Set(kinds.flatMap(([kind, { all, newest }]) => (kind === shown.whole ? all : newest)))
  return left.size === list.length ? list : list.filter((one) => left.has(one))
}

/** Of each kind of a list of which not all are shown: how many of how many are, and where all are. */
export const cutLines = (
  site: Site,
  shown: MinistryOnPage,
  { id, list }: { id: string; list: readonly EngagementShown[] },
): Html => {
  const kinds = [...kindsOf(shown.engagements)(list)].flatMap(([kind, { all, newest }]) =>
    kind === shown.whole || newest.length === all.length
      ? []
      : [{ first: all[0]!, all: all.length, left: newest.length }],
  )
  const { text } = site
  return kinds.length === 0
    ? nothing
    : html`<ul class="plain-list">${kinds.map(
        ({ first, all, left }) =>
          html`<li>${wordFor(site, 'kind', first.kind, first.kindTitle)}: ${text('stateSheet.facts.newest', { shown: left, all })} <a href="?facts=${first.kind}#${id}">${text('stateSheet.facts.all', { all })}<span class="vh">: ${wordFor(site, 'kind', first.kind, first.kindTitle)}</span></a></li>`,
      )}</ul>`
}
