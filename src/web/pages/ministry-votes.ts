// What a State voted, year by year: a mark and a word for each, the table behind it with what ties each roll call to
// its series.
import type { YearOfVote } from '../../engagements/votes.ts'
import type { MemberState } from '../../indicators/show.ts'
import type { VotesShown } from '../data/engagements.ts'
import { type Html, html, inLanguage, nothing } from '../html.ts'
import { shapeOf, slugOf } from '../marks.ts'
import type { Site } from '../site.ts'
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

const countedWords = ({ from, until, ...counts }: VotesShown['counted']) => ({
  ...counts,
  from: String(from ?? ''),
  until: String(until ?? ''),
})

const voteRow = (site: Site, one: YearOfVote, votes: VotesShown): Html => {
  const { text, format } = site
  const why =
    one.checked === null
      ? ''
      : text(one.checked === 'text' ? 'ministry.votes.byText' : 'ministry.votes.byFile')
  const { yes, no, abstain } = one
  return html`<tr role="row"><th role="rowheader" scope="row" class="num">${one.adoptedOn === null ? String(one.year) : html`<time datetime="${one.adoptedOn}">${format.shortDate(one.adoptedOn)}</time>`}</th><td role="cell" data-label="${text('ministry.votes.resolution')}"><span class="num">${one.symbol ?? '–'}</span></td><td role="cell" data-label="${text('ministry.votes.vote')}"><span>${voteMark(site, castOf(one))}${marksOf(site, one, votes.source)}</span></td><td role="cell" data-label="${text('ministry.votes.all')}">${text('ministry.votes.allWords', { yes, no, abstain })}</td>${votes.series !== null ? html`<td role="cell" data-label="${text('ministry.votes.why')}"><span>${why}<span class="quiet block">${one.why === null ? nothing : inLanguage(one.why, 'en')}</span></span></td>` : nothing}</tr>`
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
<p>${text('ministry.votes.count', countedWords(votes.counted))}</p>
<ol class="vote-years" role="list">${votes.years.map((one) => html`<li><span class="num">${String(one.year)}</span> ${voteMark(site, castOf(one))}${one.entered ? html` <span class="entered">${text('fact.entered')}</span>` : nothing}</li>`)}</ol>
<p class="quiet">${text('ministry.votes.note')}</p>
<details><summary>${text('ministry.votes.table')}</summary>${votesTable(site, title, votes)}</details>${sourceLine(site, votes)}`
}

const othersPart = (site: Site, votes: VotesShown): Html =>
  html`<h3>${site.text('ministry.votes.others')}</h3><p>${site.text('ministry.votes.others.lead')}</p><p>${site.text('ministry.votes.others.count', countedWords(votes.counted))}${votes.years.length < votes.counted.all ? html` ${site.text('ministry.votes.newest', { shown: votes.years.length, all: votes.counted.all })}` : nothing}</p><details><summary>${site.text('ministry.votes.others.table')}</summary>${votesTable(site, site.text('ministry.votes.others'), votes)}<ul class="quiet">${votes.years.map((one) => html`<li><span class="num">${one.symbol ?? String(one.year)}</span>: ${one.titleInFile === null ? site.text('ministry.votes.untitled') : inLanguage(one.titleInFile, 'en')}</li>`)}</ul></details>`

/** The section of recorded votes: series first, then roll calls that belong to none. */
export const votesSection = (site: Site, all: readonly VotesShown[]): Html =>
  html`<section aria-labelledby="votes"><h2 id="votes">${site.text('ministry.votes')}</h2>${
    all.length === 0
      ? html`<p>${site.text('ministry.votes.none')}</p>`
      : all.map((votes) =>
          votes.series === null ? othersPart(site, votes) : seriesPart(site, votes, votes.series),
        )
  }</section>`
