// Recommendations that a State received at its review by others, and the pledges it made there, by session: how many it
// accepted, then the words themselves.
import type { ReviewSession, ReviewStatement, Span } from '../../engagements/others.ts'
import type { OthersShown, StatementShown } from '../data/others.ts'
import { type Html, html, inLanguage, nothing } from '../html.ts'
import { addressOf, type Site } from '../site.ts'
import { reachLines, spanWords } from './others-personnel.ts'

/** As the other headings of the table begin. */
const capital = (words: string): string => words.replace(/\p{L}/u, (first) => first.toUpperCase())

const numberHead = (label: string): Html =>
  html`<th role="columnheader" scope="col" class="num">${label}</th>`
const head = (label: string): Html => html`<th role="columnheader" scope="col">${label}</th>`

/** Every response that any session has, what was none last. */
const responsesIn = (sessions: readonly ReviewSession[]): string[] =>
  [...new Set(sessions.flatMap(({ responses }) => Object.keys(responses)))].sort((a, b) =>
    a === '' ? 1 : b === '' ? -1 : a < b ? -1 : 1,
  )

const responseWords = (site: Site, response: string): string =>
  response === '' ? site.text('others.noResponse') : site.voice.names.entry('response', response)

const sessionsTable = (site: Site, { sessions, actor }: OthersShown, shown: number): Html => {
  const { text, format } = site
  const responses = responsesIn(sessions)
  const num = (label: string, n: number | null): Html =>
    html`<td role="cell" class="num" data-label="${label}"><span>${n === null ? html`<span class="status s-not-known">${text('others.notHeld')}</span>` : format.number(n)}</span></td>`
  const ofResponse = (one: ReviewSession, response: string): number | null =>
    one.recommendations === null ? null : (one.responses[response] ?? 0)
  return html`<table role="table" class="plain stacks counts"><caption class="vh">${text('others.review')}</caption><thead role="rowgroup"><tr role="row">${head(text('others.session'))}${head(text('others.held'))}${numberHead(text('others.received'))}${responses.map((one) => numberHead(capital(responseWords(site, one))))}${numberHead(text('others.pledges'))}</tr></thead><tbody role="rowgroup">${sessions.map(
    (one) =>
      html`<tr role="row"><th role="rowheader" scope="row" class="num">${one.session === shown ? text('others.sessionOf', { session: String(one.session) }) : html`<a href="${addressOf(site, `/ministries/${actor.id}/others`, { session: one.session })}#statements">${text('others.sessionOf', { session: String(one.session) })}</a>`}</th><td role="cell" data-label="${text('others.held')}"><span>${one.held === null ? text('others.notSaid') : format.date(one.held)}</span></td>${num(text('others.received'), one.recommendations)}${responses.map((response) => num(capital(responseWords(site, response)), ofResponse(one, response)))}${num(text('others.pledges'), one.pledges)}</tr>`,
  )}</tbody></table>`
}

const statementRow = (site: Site, one: StatementShown): Html => {
  const { text } = site
  const by =
    one.kind === 'pledge'
      ? text('others.itself')
      : one.madeByName === null
        ? html`<span class="status s-not-known">${text('others.notSaid')}</span>`
        : html`${inLanguage(one.madeByName, null)}`
  return html`<tr role="row" id="statement-${one.id}"><th role="rowheader" scope="row">${by}${one.entered ? html` <span class="entered">${text('fact.entered')}</span>` : nothing}</th><td role="cell" data-label="${text('others.words')}"><span><q class="verbatim">${inLanguage(one.text, one.language)}</q>${one.issues.length === 0 ? nothing : html`<span class="quiet block">${inLanguage(one.issues.join(', '), 'en')}</span>`}</span></td><td role="cell" data-label="${text('others.response')}"><span>${one.kind === 'pledge' ? '–' : responseWords(site, one.response ?? '')}</span></td></tr>`
}

/** More than these stand folded, with their number. */
const mostOpen = 30

const statementsPart = (site: Site, session: ReviewSession, all: readonly StatementShown[]): Html => {
  const { text } = site
  const own = all.filter((one) => one.session === session.session)
  const title = text('others.statements', { session: String(session.session) })
  const sources = [...new Map(own.map(({ source }) => [JSON.stringify(source), source])).values()]
  const table = html`<table role="table" class="plain stacks"><caption class="vh">${title}</caption><thead role="rowgroup"><tr role="row">${head(text('others.madeBy'))}${head(text('others.words'))}${head(text('others.response'))}</tr></thead><tbody role="rowgroup">${own.map((one) => statementRow(site, one))}</tbody></table>`
  return html`<h3 id="statements">${title} <span class="quiet num">${site.format.number(own.length)}</span></h3>
${own.length > mostOpen ? html`<details><summary>${text('others.statements.open')} <span class="quiet num">${site.format.number(own.length)}</span></summary>${table}</details>` : table}
${sources.map((source) =>
  source === null
    ? nothing
    : html`<p class="where">${source.address === null ? inLanguage(source.title, 'en') : html`<a href="${source.address}" rel="external noreferrer">${inLanguage(source.title, 'en')}</a>`}</p>`,
)}`
}

const unheldKeys = {
  recommendation: { none: 'others.unheld.recommendation', reach: 'others.unheld.recommendation.reach' },
  pledge: { none: 'others.unheld.pledge', reach: 'others.unheld.pledge.reach' },
} as const

/** Sessions of which nothing is held, and how far what is held reaches; nothing where all are held. */
const unheldWords = (
  site: Site,
  kind: ReviewStatement['kind'],
  unheld: readonly ReviewSession[],
  whole: readonly Span[],
): Html => {
  const { text, format } = site
  if (unheld.length === 0) return nothing
  const sessions = format.list(unheld.map(({ session }) => String(session)).toReversed())
  const asked = { count: unheld.length, sessions }
  if (whole.length === 0) return html` ${text(unheldKeys[kind].none, asked)}`
  const reach = format.list(whole.map((span) => spanWords(site, 'session', span)))
  return html` ${text(unheldKeys[kind].reach, { ...asked, reach })}`
}

/** The answer in sentences: how many, in which sessions, with what response; and of which sessions it is not held. */
const answer = (site: Site, { sessions, reviewWhole }: OthersShown): Html => {
  const { text, format } = site
  const isHeld = ({ recommendations }: ReviewSession) => recommendations !== null
  const isPledgeHeld = ({ pledges }: ReviewSession) => pledges !== null
  const held = sessions.filter(isHeld)
  const sum = (list: readonly ReviewSession[], of: (one: ReviewSession) => number | null) =>
    list.reduce((all, one) => all + (of(one) ?? 0), 0)
  const N = sum(held, (one) => one.recommendations)
  const named = (list: readonly ReviewSession[]) =>
    format.list(list.map(({ session }) => String(session)).toReversed())
  const responses = responsesIn(held).map(
    (response, i) =>
      html`${i === 0 ? ': ' : '; '}${responseWords(site, response)}: <b class="num">${text('ministry.of', { n: sum(held, (one) => one.responses[response] ?? 0), N })}</b>`,
  )
  const received =
    held.length === 0
      ? nothing
      : html`${text('others.review.answer', { sessions: named(held), count: N })}${responses}.`
  const pledged = sessions.filter(isPledgeHeld)
  const pledges =
    pledged.length === 0
      ? nothing
      : html` ${text('others.review.pledges', { sessions: named(pledged), count: sum(pledged, (one) => one.pledges) })}`
  const notReceived = sessions.filter((one) => !isHeld(one))
  const notPledged = sessions.filter((one) => !isPledgeHeld(one))
  return html`<p>${received}${unheldWords(site, 'recommendation', notReceived, reviewWhole.recommendation)}${pledges}${unheldWords(site, 'pledge', notPledged, reviewWhole.pledge)}</p>`
}

/** The section of the review; `asked` is the session whose words are shown, the newest where none is or it has none. */
export const reviewSection = (site: Site, shown: OthersShown, asked: number | undefined): Html => {
  const { text } = site
  const { sessions, statements, reviewReach, actor } = shown
  const session = sessions.find((one) => one.session === asked) ?? sessions[0]
  return html`<section aria-labelledby="review"><h2 id="review">${text('others.review')}</h2>
${
  session === undefined
    ? html`<p>${text(reviewReach.length === 0 ? 'others.review.noTable' : 'others.review.notIn', { name: actor.name })}</p>`
    : html`${answer(site, shown)}${sessionsTable(site, shown, session.session)}`
}
${reachLines(site, 'session', reviewReach)}
${session === undefined ? nothing : statementsPart(site, session, statements)}</section>`
}
