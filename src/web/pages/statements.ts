// Declarations, reservations and objections to treaties, folded: who, what, when or upon which act, whom it is against, and
// the words as the status page has them, with the place on it.
import type { NamedParty, StatementShown, TreatyStatements } from '../data/statements.ts'
import { type Html, html, inLanguage, nothing, spokenIn } from '../html.ts'
import { locatorWords } from '../locator.ts'
import { addressOf, type Site } from '../site.ts'
import { uponKey, whatKey } from '../statement-words.ts'

const partyLink = (site: Site, { id, name, isState }: NamedParty): Html =>
  isState
    ? html`<a href="${addressOf(site, `/ministries/${id}`)}#statements">${inLanguage(name, null)}</a>`
    : inLanguage(name, null)

const paragraphs = (words: string): Html =>
  html`${words.split('\n').map((paragraph) => html`<p>${paragraph}</p>`)}`

const quoted = (words: string, language: string | null): Html =>
  html`<blockquote class="quote"${language === null ? nothing : spokenIn(language)}>${paragraphs(words)}</blockquote>`

/** The act in words; an act without a word of ours as it is held. */
const uponWords = (site: Site, act: string): string => {
  const key = uponKey(act)
  return key === undefined ? act : site.text(key)
}

/** When it was made, as far as the page says: a day, an act, or the page's own words. */
const whenMade = (site: Site, one: StatementShown): Html[] => {
  const { text, format } = site
  const day = (date: string) => html`<time datetime="${date}">${format.date(date)}</time>`
  return [
    ...(one.madeOn === null ? [] : [day(one.madeOn)]),
    ...(one.dateWords === null ? [] : [html`<q lang="en">${one.dateWords}</q>`]),
    ...(one.upon === null ? [] : [html`${uponWords(site, one.upon)}`]),
    ...(one.confirmedUpon === null
      ? []
      : [html`${text('statements.confirmed', { act: uponWords(site, one.confirmedUpon) })}`]),
    ...(one.withdrawnOn === null || one.withdrawnOn === one.madeOn
      ? []
      : [html`${text('statements.withdrawnOn', { date: format.date(one.withdrawnOn) })}`]),
  ]
}

const whereRead = (site: Site, { source, locator }: StatementShown): Html => {
  const { text, format } = site
  if (source === null) return html`<p class="where">${text('fact.noSource')}</p>`
  const asAt =
    source.date === null
      ? text('fact.undated')
      : text('ministry.treaty.asOf', { date: format.date(source.date) })
  const page =
    source.address === null
      ? inLanguage(source.title, 'en')
      : html`<a href="${source.address}" rel="external noreferrer">${inLanguage(source.title, 'en')}</a>`
  return html`<p class="where">${page}, ${asAt}${locator === null ? nothing : html`, ${locatorWords(site, locator)}`}</p>`
}

/** One statement; `lead` is what stands first in its line: who made it, or to which treaty. */
const statementItem = (site: Site, one: StatementShown, lead: Html | null): Html => {
  const { text } = site
  const parts = [
    html`<b>${text(whatKey(one.what))}</b>`,
    ...whenMade(site, one),
    ...(one.against.length === 0
      ? []
      : [
          text.rich('statements.against', {
            names: html`${one.against.map((party, i) => html`${i === 0 ? '' : ', '}${partyLink(site, party)}`)}`,
          }),
        ]),
  ]
  return html`<li class="fact" id="statement-${one.id}"><p>${lead === null ? nothing : html`${lead} · `}${parts.map((part, i) => html`${i === 0 ? '' : ' · '}${part}`)}${one.entered ? html` <span class="entered">${text('fact.entered')}</span>` : nothing}</p>
${one.heading === null ? nothing : html`<p class="quiet" lang="en" dir="ltr">${one.heading}</p>`}${one.words === null ? html`<p>${text('statements.noWords')}</p>` : quoted(one.words, one.language)}${one.rule === null ? nothing : html`<p class="quiet" lang="en" dir="ltr">${one.rule}</p>`}${one.note === null ? nothing : html`<details><summary>${text('statements.note')}</summary>${quoted(one.note, 'en')}</details>`}
${whereRead(site, one)}</li>`
}

const counted = (site: Site, list: readonly StatementShown[]): string =>
  [...Map.groupBy(list, ({ what }) => what)]
    .sort(([, a], [, b]) => b.length - a.length)
    .map(([what, { length }]) => `${site.text(whatKey(what))}: ${site.format.number(length)}`)
    .join(' · ')

const folded = (
  site: Site,
  title: Html | string,
  list: readonly StatementShown[],
  items: Html,
  { lead = nothing, isOpen = false }: { lead?: Html; isOpen?: boolean },
): Html =>
  html`<details${isOpen ? html` open` : nothing}><summary>${title} <span class="quiet num">${site.format.number(list.length)}</span></summary>${lead}<ul class="facts statements" role="list">${items}</ul></details>`

/** So many statements stand on a treaty's page with their words; of more those of the participant that is asked for. */
const mostWithWords = 200
/** So many objections to what a State declared to one treaty stand on its ministry's page; the treaty's page has all. */
const mostObjections = 40

/** Whose statements are asked for, and the address of the page that shows those of one participant. */
export type StatementsOf = { actor: string | undefined; addressOf: (actor: string) => string }

/** Participant by participant, by name: with the words, or, of too many, where those are. */
const participants = (
  site: Site,
  all: readonly StatementShown[],
  { actor, addressOf: pageOf, areMany }: StatementsOf & { areMany: boolean },
): Html => {
  const groups = [...Map.groupBy(all, (one) => one.actor.id).values()].sort((a, b) =>
    site.format.compare(a[0]!.actor.name, b[0]!.actor.name),
  )
  const withWords = (own: readonly StatementShown[], isOpen: boolean): Html =>
    folded(
      site,
      inLanguage(own[0]!.actor.name, null),
      own,
      html`${own.map((one) => statementItem(site, one, null))}`,
      { isOpen },
    )
  if (!areMany) return html`${groups.map((own) => withWords(own, false))}`
  return html`<ul class="same" role="list">${groups.map((own) => {
    const { id, name } = own[0]!.actor
    return id === actor
      ? html`<li>${withWords(own, true)}</li>`
      : html`<li><a href="${pageOf(id)}#statements">${inLanguage(name, null)}</a> <span class="quiet num">${site.format.number(own.length)}</span></li>`
  })}</ul>`
}

/** On a treaty's page: section by section of the status page, and in it participant by participant. */
export const treatyStatementsSection = (
  site: Site,
  { readAsOf, list }: TreatyStatements,
  of: StatementsOf,
): Html => {
  const { text, format } = site
  const sections = Map.groupBy(list, ({ section }) => section)
  const areMany = list.length > mostWithWords
  const isOpen = (all: readonly StatementShown[]) => areMany && all.some(({ actor }) => actor.id === of.actor)
  const said =
    readAsOf === null
      ? text(list.length === 0 ? 'statements.notRead' : 'statements.others')
      : text(list.length === 0 ? 'statements.none' : 'statements.asAt', { date: format.date(readAsOf) })
  return html`<section aria-labelledby="statements"><h2 id="statements">${text('statements.title')}</h2><p class="quiet">${said}</p>
${list.length === 0 ? nothing : html`<p>${counted(site, list)}</p>`}${areMany ? html`<p>${text('statements.byOne')}</p>` : nothing}${[
  ...sections,
].map(
  ([section, all]) =>
    html`<details${isOpen(all) ? html` open` : nothing}><summary>${section === null ? text('statements.untitled') : inLanguage(section, 'en')} <span class="quiet num">${format.number(all.length)}</span></summary><div class="statement-parts">${participants(site, all, { ...of, areMany })}</div></details>`,
)}</section>`
}

const treatyLink = (site: Site, one: StatementShown): Html =>
  html`<a href="${addressOf(site, `/treaties/${one.treaty}`)}#statements">${site.text('statements.all')}</a>`

/** Where all of a treaty stand, and how many of how many stand here. */
const allLine = (site: Site, own: readonly StatementShown[], shown: number): Html =>
  html`<p>${shown === own.length ? nothing : html`${site.text('statements.cut', { shown, all: own.length })} `}${treatyLink(site, own[0]!)}</p>`

type OfState = {
  name: string
  statements: readonly StatementShown[]
  objections: readonly StatementShown[]
  treaties: readonly { treaty: string; title: string; statementsReadAsOf: string | null }[]
}

/** On a ministry's page: what its State declared, treaty by treaty, and what others objected to in that. */
export const stateStatementsSection = (
  site: Site,
  { name, statements, objections, treaties }: OfState,
): Html => {
  const { text } = site
  const unread = treaties.filter(({ statementsReadAsOf }) => statementsReadAsOf === null)
  const byTreaty = (
    list: readonly StatementShown[],
    lead: (one: StatementShown) => Html | null,
    most = Number.POSITIVE_INFINITY,
  ): Html =>
    html`${[...Map.groupBy(list, ({ treaty }) => treaty).values()].map((own) => {
      const shown = own.slice(0, most)
      return folded(
        site,
        site.voice.names.ours(own[0]!.treatyTitle),
        own,
        html`${shown.map((one) => statementItem(site, one, lead(one)))}`,
        { lead: allLine(site, own, shown.length) },
      )
    })}`
  const isRead = unread.length < treaties.length
  return html`<section aria-labelledby="statements"><h2 id="statements">${text('ministry.statements')}</h2>
${statements.length === 0 ? (isRead ? html`<p>${text('ministry.statements.none', { name })}</p>` : nothing) : html`<p>${counted(site, statements)}</p>${byTreaty(statements, () => null)}`}
${objections.length === 0 ? nothing : html`<h3>${text('ministry.objections', { name })}</h3>${byTreaty(objections, (one) => partyLink(site, one.actor), mostObjections)}`}
${unread.length === 0 ? nothing : html`<p class="quiet">${text('ministry.statements.notRead', { titles: unread.map(({ title }) => site.voice.names.ours(title)).join('; ') })}</p>`}</section>`
}

export const statementColumns = [
  ...['statement', 'statement_section', 'statement_heading', 'made_on', 'made_upon', 'confirmed_upon'],
  ...['against', 'withdrawn_on', 'words', 'words_language', 'locator'],
]

/** A statement in the cells of `statementColumns`. */
export const statementCells = (one: StatementShown): (string | null)[] => [
  ...[
    one.what,
    one.section,
    one.heading,
    one.madeOn ?? one.dateWords,
    one.upon ?? one.rule,
    one.confirmedUpon,
  ],
  ...[
    one.against.map(({ id }) => id).join('; ') || null,
    one.withdrawnOn,
    one.words,
    one.language,
    one.locator,
  ],
]
