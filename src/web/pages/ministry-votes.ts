// What a State voted, year by year: a mark and a word for each, the table behind it with what ties each roll call to
// its series.
import type { YearOfVote } from '../../engagements/votes.ts'
import type { MemberState } from '../../indicators/show.ts'
import type { VotesShown } from '../data/engagements.ts'
import { type Html, html, inLanguage, nothing } from '../html.ts'
import { shapeOf, slugOf } from '../marks.ts'
import { addressOf, type Site } from '../site.ts'
import { wordFor } from './ministry-words.ts'

type Cast = NonNullable<YearOfVote['vote']> | 'none'

/** The same marks as the states of members, which look alike: a tick, a cross, a dash, a question mark. */
const looks: Record<Cast, MemberState> = {
  yes: 'counted',
  no: 'not counted',
  abstain: 'not applicable',
  none: 'unknown',
}

const castOf = (one: YearOfVote): Cast => one.vote ?? 'none'

const voteMark = (site: Site, cast: Cast): Html =>
  html`<span class="state"><span class="field f-${slugOf(looks[cast])}">${shapeOf(looks[cast])}</span> <span class="state-word">${site.text(`ministry.vote.${cast}`)}</span></span>`

/** What is typed in here, and what another source than that of the rest says, is marked so. */
const marksOf = (site: Site, one: YearOfVote, common: VotesShown['source']): Html =>
  html`${one.entered ? html` <span class="entered">${site.text('fact.entered')}</span>` : nothing}${one.source === null || one.source.title === common?.title ? nothing : html`<span class="quiet block">${inLanguage(one.source.title, null)}</span>`}`

const countedWords = ({ from, until, memberFrom: _, ...counts }: VotesShown['counted']) => ({
  ...counts,
  from: String(from ?? ''),
  until: String(until ?? ''),
})

/** Roll calls of before it was a member: in none of the counts beside, and no vote withheld. */
const beforeWords = (site: Site, { counted: { before, memberFrom } }: VotesShown): Html =>
  before === 0 || memberFrom === null
    ? nothing
    : html` ${site.text('ministry.votes.before', { count: before, day: site.format.date(memberFrom) })}`

/** Its title, as the table has it: symbols alone tell nobody what was voted on. */
const titleLine = (site: Site, { titleInFile }: YearOfVote): Html =>
  html`<span class="block">${titleInFile === null ? site.text('ministry.votes.untitled') : inLanguage(titleInFile, 'en')}</span>`

const voteRow = (site: Site, one: YearOfVote, votes: VotesShown): Html => {
  const { text, format } = site
  const why =
    one.checked === null
      ? ''
      : text(one.checked === 'text' ? 'ministry.votes.byText' : 'ministry.votes.byFile')
  const { yes, no, abstain } = one
  return html`<tr role="row"><th role="rowheader" scope="row" class="num">${one.adoptedOn === null ? String(one.year) : html`<time datetime="${one.adoptedOn}">${format.shortDate(one.adoptedOn)}</time>`}</th><td role="cell" data-label="${text('ministry.votes.resolution')}"><span><span class="num">${one.symbol ?? '–'}</span>${votes.series === null ? titleLine(site, one) : nothing}</span></td><td role="cell" data-label="${text('ministry.votes.vote')}"><span>${voteMark(site, castOf(one))}${marksOf(site, one, votes.source)}</span></td><td role="cell" data-label="${text('ministry.votes.all')}">${text('ministry.votes.allWords', { yes, no, abstain })}</td>${votes.series !== null ? html`<td role="cell" data-label="${text('ministry.votes.why')}"><span>${why}<span class="quiet block">${one.why === null ? nothing : inLanguage(one.why, 'en')}</span></span></td>` : nothing}</tr>`
}

const votesTable = (site: Site, caption: Html | string, votes: VotesShown): Html => {
  const { text } = site
  const head = (label: string): Html => html`<th role="columnheader" scope="col">${label}</th>`
  return html`<table role="table" class="plain stacks"><caption class="vh">${caption}</caption><thead role="rowgroup"><tr role="row">${head(text('ministry.votes.year'))}${head(text('ministry.votes.resolution'))}${head(text('ministry.votes.vote'))}${head(text('ministry.votes.all'))}${votes.series !== null ? head(text('ministry.votes.why')) : nothing}</tr></thead><tbody role="rowgroup">${votes.years.map((one) => voteRow(site, one, votes))}</tbody></table>`
}

const sourceLine = (site: Site, votes: VotesShown): Html =>
  votes.source === null
    ? nothing
    : html`<p class="where">${votes.source.address === null ? inLanguage(votes.source.title, 'en') : html`<a href="${votes.source.address}" rel="external noreferrer">${inLanguage(votes.source.title, 'en')}</a>`} · <b>${site.text('fact.undated')}</b></p>`

const seriesPart = (site: Site, votes: VotesShown, series: string): Html => {
  const { text } = site
  const title = wordFor(site, 'series', series)
  return html`<h3>${title}</h3>
<p>${text('ministry.votes.count', countedWords(votes.counted))}${beforeWords(site, votes)}</p>
<ol class="vote-years" role="list">${votes.years.map((one) => html`<li><span class="num">${String(one.year)}</span> ${voteMark(site, castOf(one))}${one.entered ? html` <span class="entered">${text('fact.entered')}</span>` : nothing}</li>`)}</ol>
<p class="quiet">${text('ministry.votes.note')}</p>
<details><summary>${text('ministry.votes.table')} <span class="quiet num">${site.format.number(votes.years.length)}</span></summary>${votesTable(site, title, votes)}</details>${sourceLine(site, votes)}`
}

/** Roll calls of one page; there may be thousands, on everything the United Nations speaks of. */
const callsPerPage = 50

/** What is shown: whose votes, and which page of those that belong to no series, from 1. */
export type VotesAsked = { actor: string; page: number | undefined }

const pagesNavigation = (site: Site, { actor }: VotesAsked, page: number, pages: number): Html => {
  if (pages < 2) return nothing
  const link = (to: number, label: 'search.previous' | 'search.next', rel: string): Html =>
    to < 1 || to > pages
      ? nothing
      : html`<a rel="${rel}" href="${addressOf(site, `/ministries/${actor}`, { votes: to })}#other-votes">${site.text(label)}</a>`
  return html`<nav class="result-pages" aria-label="${site.text('ministry.votes.pages')}">${link(page - 1, 'search.previous', 'prev')}<span>${site.text('search.page', { number: page, pages })}</span>${link(page + 1, 'search.next', 'next')}</nav>`
}

const othersPart = (site: Site, votes: VotesShown, asked: VotesAsked): Html => {
  const { text } = site
  const all = votes.years.length
  const pages = Math.ceil(all / callsPerPage)
  const page = Math.min(asked.page ?? 1, pages)
  const first = (page - 1) * callsPerPage
  const years = votes.years.toReversed().slice(first, first + callsPerPage)
  const extent =
    pages < 2
      ? nothing
      : html`<p>${text('ministry.votes.shown', { first: first + 1, last: first + years.length, all })}</p>`
  return html`<h3 id="other-votes">${text('ministry.votes.others')}</h3><p>${text('ministry.votes.others.lead')}</p><p>${text('ministry.votes.others.count', countedWords(votes.counted))}${beforeWords(site, votes)}</p><details${asked.page === undefined ? nothing : html` open`}><summary>${text('ministry.votes.others.table')} <span class="quiet num">${site.format.number(all)}</span></summary>${extent}${votesTable(site, text('ministry.votes.others'), { ...votes, years })}${pagesNavigation(site, asked, page, pages)}</details>`
}

/** How far what is held reaches, of all roll calls: beyond it nothing is known. */
const reachLine = (site: Site, all: readonly VotesShown[]): Html => {
  const years = all.flatMap(({ counted }) => [counted.from ?? [], counted.until ?? []].flat())
  const count = all.reduce((sum, { counted }) => sum + counted.all, 0)
  const [from, until] = [String(Math.min(...years)), String(Math.max(...years))]
  return html`<p class="quiet">${site.text('ministry.votes.reach', { count, from, until })}</p>`
}

/** The section of recorded votes: series first, then roll calls that belong to none. */
export const votesSection = (site: Site, all: readonly VotesShown[], asked: VotesAsked): Html =>
  html`<section aria-labelledby="votes"><h2 id="votes">${site.text('ministry.votes')}</h2>${
    all.length === 0
      ? html`<p>${site.text('ministry.votes.none')}</p>`
      : html`${reachLine(site, all)}${all.map((votes) =>
          votes.series === null ? othersPart(site, votes, asked) : seriesPart(site, votes, votes.series),
        )}`
  }</section>`
