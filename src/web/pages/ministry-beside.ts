// What else is held of one fact: other sources on the same thing, and the facts that belong to it or speak of it.
import type { EngagementShown, MinistryOnPage } from '../data/engagements.ts'
import type { RegisterAnswers } from '../data/register.ts'
import { type Html, html, inLanguage, nothing } from '../html.ts'
import { onceFor } from '../once-for.ts'
import type { Site } from '../site.ts'
import { hrefOf } from './ministry-many.ts'
import { figureWords, whenWords, wordFor } from './ministry-words.ts'

type Beside = RegisterAnswers['beside'][number]
type Around = {
  byId: ReadonlyMap<string, EngagementShown>
  /** The facts that name a fact as what they are part of or concern. */
  naming: ReadonlyMap<string, EngagementShown[]>
}

// Asked for by every fact of a page; worked out once for all facts of an actor.
const around = onceFor((engagements: readonly EngagementShown[]): Around => {
  const pairs = engagements.flatMap((one) =>
    [...(one.partOf === null ? [] : [one.partOf]), ...one.concerns].map((named) => ({ named, one })),
  )
  return {
    byId: new Map(engagements.flatMap((one) => [one.id, ...one.alsoCalled].map((id) => [id, one] as const))),
    naming: new Map(
      [...Map.groupBy(pairs, ({ named }) => named)].map(([id, group]) => [id, group.map(({ one }) => one)]),
    ),
  }
})

const besideById = onceFor(
  (list: readonly Beside[]): ReadonlyMap<string, Beside> => new Map(list.map((one) => [one.id, one])),
)

/** A fact of the page by its id. */
export const factById = (shown: MinistryOnPage, id: string): EngagementShown | undefined =>
  around(shown.engagements).byId.get(id)

/** Whether they agree is told by those that are listed; where they do and there are more, it is not known of all. */
const markKey = ({ others, more }: Beside) => {
  if (others.some(({ differs }) => differs.length > 0)) return 'register.beside.differ'
  return more > 0 ? 'register.beside.some' : 'register.beside.agree'
}

/** On the line of a fact: how many other sources speak of the same thing, and whether they agree. */
export const besideMark = (site: Site, shown: MinistryOnPage, { id }: EngagementShown): Html => {
  const beside = besideById(shown.answers.beside).get(id)
  if (beside === undefined) return nothing
  return html` <span class="status s-provisional">${site.text(markKey(beside), { count: beside.sources })}</span>`
}

const fieldWords = (site: Site, name: string): Html | string =>
  name === 'date' ? site.text('ministry.when') : wordFor(site, 'field', name)

/** What each other source says of the same thing, and in which fields the two are not alike. Both stay. */
export const besideList = (site: Site, shown: MinistryOnPage, { id }: EngagementShown): Html => {
  const { byId } = around(shown.engagements)
  const given = besideById(shown.answers.beside).get(id)
  const others = (given?.others ?? []).flatMap((other) => {
    const fact = byId.get(other.id)
    return fact === undefined ? [] : [{ fact, differs: other.differs }]
  })
  if (others.length === 0) return nothing
  const line = ({ fact, differs }: (typeof others)[number]): Html => {
    const figure = figureWords(site, fact, 'quantity') ?? figureWords(site, fact, 'target')
    const whose = fact.source?.publisher ?? fact.source?.title ?? null
    const told =
      differs.length === 0
        ? html`${site.text('register.beside.same')}`
        : html`${site.text('register.beside.in')} ${differs.map((name, i) => html`${i === 0 ? '' : ', '}${fieldWords(site, name)}`)}`
    return html`<li><a href="${hrefOf(shown, fact.id)}">${inLanguage(fact.title, 'en')}</a>${figure === null ? nothing : html`: <b>${figure}</b>`} · ${whenWords(site, fact)}${whose === null ? nothing : html` · ${inLanguage(whose, fact.language)}`}<span class="engagement-line">${told}</span></li>`
  }
  const more = given?.more ?? 0
  return html`<div class="beside"><p>${site.text('register.beside.title')}</p><ul>${others.map(line)}</ul>${more > 0 ? html`<p class="quiet">${site.text('register.more', { count: more })}</p>` : nothing}</div>`
}

const most = 25

/** What belongs to it, or is said of it: the sessions of a series, its changes, what was observed of a milestone. */
export const namingList = (site: Site, shown: MinistryOnPage, { id }: EngagementShown): Html => {
  const list = around(shown.engagements).naming.get(id) ?? []
  if (list.length === 0) return nothing
  return html`<details><summary>${site.text('register.naming', { count: list.length })}</summary><ul>${list.slice(0, most).map((one) => html`<li><a href="${hrefOf(shown, one.id)}">${inLanguage(one.title, 'en')}</a> · ${wordFor(site, 'kind', one.kind, one.kindTitle)} · ${whenWords(site, one)}</li>`)}</ul>${list.length > most ? html`<p class="quiet">${site.text('register.more', { count: list.length - most })}</p>` : nothing}</details>`
}

/** What of a series changed and when, by the facts that say so: "2017: track → 1.5". */
export const changesOf = (site: Site, shown: MinistryOnPage, series: string): Html => {
  const changes = (around(shown.engagements).naming.get(series) ?? []).flatMap((one) => {
    const given = (name: string) => one.fields.find((field) => field.name === name)?.value
    const [attribute, to] = [given('attribute'), given('changedTo')]
    return attribute === undefined || to === undefined ? [] : [{ one, attribute, to }]
  })
  return changes.length === 0
    ? nothing
    : html`<ul class="series-changes">${changes.map(
        ({ one, attribute, to }) =>
          html`<li>${site.text.rich('register.series.changed', {
            when: whenWords(site, one),
            attribute: inLanguage(String(attribute), 'en'),
            to: inLanguage(String(to), 'en'),
          })} · <a href="${hrefOf(shown, one.id)}">${inLanguage(one.title, 'en')}</a></li>`,
      )}</ul>`
}
