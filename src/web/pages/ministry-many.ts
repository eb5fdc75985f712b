// Of a kind of fact of which an actor has many, the page of a ministry shows the newest, and all of them where they are asked
// for. What is not shown is counted and linked all the same.
import { placeOf } from '../../engagements/engagement.ts'
import { readDate } from '../../facts/edtf.ts'
import { mostOfKind } from '../../search/records.ts'
import type { EngagementShown, MinistryOnPage } from '../data/engagements.ts'
import { type Html, html, nothing } from '../html.ts'
import type { Site } from '../site.ts'
import { wordFor } from './ministry-words.ts'

/** What day a fact is about: the first on which it may hold, or, where it names none, that of its source. */
const dayOf = ({ held, source, knownFrom }: EngagementShown): string => {
  const from = held === null ? undefined : readDate(held)?.from
  return from ?? source?.date ?? knownFrom
}

/** The places of the facts that are not shown, with their kinds. */
type Hidden = ReadonlyMap<string, string>

const known = new WeakMap<MinistryOnPage, Hidden>()

const hiddenOf = (shown: MinistryOnPage): Hidden => {
  const held = known.get(shown)
  if (held !== undefined) return held
  const groups = Map.groupBy(shown.engagements, ({ actor, kind }) => `${actor.id}/${kind}`)
  const hidden = new Map(
    [...groups.values()].flatMap((group) =>
      group.length <= mostOfKind || group[0]!.kind === shown.whole
        ? []
        : group
            .map((one, at) => ({ one, at, day: dayOf(one) }))
            .sort((a, b) => (b.day < a.day ? -1 : b.day > a.day ? 1 : b.at - a.at))
            .slice(mostOfKind)
            .flatMap(({ one }) => [one.id, ...one.alsoCalled].map((id) => [placeOf(id), one.kind] as const)),
    ),
  )
  known.set(shown, hidden)
  return hidden
}

/** The address of a place of the page, `#fact-ID`: where all facts of the kind are, if it is not shown here. */
export const hrefOfPlace = (shown: MinistryOnPage, place: string): string => {
  const kind = hiddenOf(shown).get(place)
  return kind === undefined ? `#${place}` : `?facts=${kind}#${place}`
}

/** The address of a fact on the page. */
export const hrefOf = (shown: MinistryOnPage, id: string): string => hrefOfPlace(shown, placeOf(id))

/** Those of a list that are shown. */
export const shownOf = (
  shown: MinistryOnPage,
  list: readonly EngagementShown[],
): readonly EngagementShown[] => {
  const hidden = hiddenOf(shown)
  return hidden.size === 0 ? list : list.filter(({ id }) => !hidden.has(placeOf(id)))
}

/** Of each kind of a list of which not all are shown: how many of how many are, and where all are. */
export const cutLines = (
  site: Site,
  shown: MinistryOnPage,
  { id, list }: { id: string; list: readonly EngagementShown[] },
): Html => {
  const cut = new Set(shownOf(shown, list))
  const kinds = [...Map.groupBy(list, ({ kind }) => kind).values()].flatMap((all) => {
    const left = all.filter((one) => cut.has(one)).length
    return left === all.length ? [] : [{ first: all[0]!, all: all.length, left }]
  })
  const { text } = site
  return kinds.length === 0
    ? nothing
    : html`<ul class="plain-list">${kinds.map(
        ({ first, all, left }) =>
          html`<li>${wordFor(site, 'kind', first.kind, first.kindTitle)}: ${text('stateSheet.facts.newest', { shown: left, all })} <a href="?facts=${first.kind}#${id}">${text('stateSheet.facts.all', { all })}<span class="vh">: ${wordFor(site, 'kind', first.kind, first.kindTitle)}</span></a></li>`,
      )}</ul>`
}
