// What a ministry asks of its register, each question with its answer in a sentence, leading to the part of the page that shows it.
import { mayEnterOf } from '../../accounts/may.ts'
import type { EngagementShown, MinistryShown } from '../data/engagements.ts'
import type { CountByOthers, YearByOthers } from '../data/register.ts'
import { type Html, html, inLanguage, nothing } from '../html.ts'
import { onceFor } from '../once-for.ts'
import { addressOf, type Site } from '../site.ts'
import { inOrderOf, type TextKey } from '../text.ts'
import { countSoon } from './ministry-due.ts'
import { countUntold, yearMet } from './ministry-targets.ts'
import { figureWords, statedWhen, statusWords, whenWords } from './ministry-words.ts'

const factsAmong = onceFor((engagements: readonly EngagementShown[]) => {
  const byId = new Map(engagements.map((one) => [one.id, one]))
  return onceFor((ids: readonly string[]): readonly EngagementShown[] =>
    ids.flatMap((id) => byId.get(id) ?? []),
  )
})

/** The facts behind ids, in the order of the ids; those that stand on no part of the page are left out. */
export const factsOf = (shown: MinistryShown, ids: readonly string[]): readonly EngagementShown[] =>
  factsAmong(shown.engagements)(ids)

const isOwn = ({ relation }: EngagementShown): boolean => relation === 'own' || relation === 'unit'

const sentence = (parts: readonly (Html | string | null)[]): Html => {
  const said = parts.filter((part) => part !== null && part !== '')
  return html`${said.map((part, i) => html`${i === 0 ? '' : '; '}${part}`)}`
}

const dueAnswer = (site: Site, shown: MinistryShown): Html => {
  const { text } = site
  const { n, N, atRisk } = countSoon(shown)
  const undated = shown.owed.filter(({ due }) => due === null).length
  const until = String(Number(shown.today.slice(0, 4)) + 1)
  if (shown.owed.length === 0) return html`${text('register.due.nothing')}`
  return sentence([
    N === 0 ? text('register.due.none') : text('register.due', { n, N, until }),
    atRisk === 0 ? null : text('register.due.atRisk', { count: atRisk }),
    undated === 0 ? null : text('register.due.undated', { count: undated }),
  ])
}

/** Statements that were current only when they were written, by when that was; the most first. Of how many statements. */
const staleGroups = onceFor((engagements: readonly EngagementShown[]) => {
  const own = engagements.filter(isOwn)
  const stale = own.filter(
    (one) => one.statedAsCurrent && one.statedAsOf !== null && (one.yearsSince ?? 0) >= 1,
  )
  const groups = [...Map.groupBy(stale, (one) => one.statedAsOf)].sort(([, a], [, b]) => b.length - a.length)
  return { groups, all: own.length }
})

const staleLines = (site: Site, shown: MinistryShown): Html => {
  const { groups, all } = staleGroups(shown.engagements)
  return html`${groups.map(
    ([statedAsOf, group]) =>
      html`<span class="quiet block">${site.text('ministry.stale', {
        ...{ count: group.length, all },
        when: statedWhen(site, statedAsOf),
        years: group.reduce((least, one) => Math.min(least, one.yearsSince ?? 0), Number.POSITIVE_INFINITY),
      })}</span>`,
  )}`
}

const staleAnswer = (site: Site, shown: MinistryShown): Html => {
  const { aged } = shown.answers
  const { text } = site
  if (aged.all === 0) return html`${text('register.stale.nothing')}`
  const counted = sentence([
    text('register.stale', { n: aged.stale, N: aged.all }),
    aged.unsaid === 0 ? null : text('register.stale.unsaid', { count: aged.unsaid }),
  ])
  return html`${counted}${staleLines(site, shown)}`
}

/** How many of how many were met: this year so far, the year before, and how many years there are. */
const targetsAnswer = (site: Site, { answers: { targets }, today }: MinistryShown): Html => {
  const { text } = site
  if (targets.length === 0) return html`${text('register.targets.nothing')}`
  const [first, second, ...earlier] = targets
  const said = [first, second].flatMap((one) => {
    if (one === undefined) return []
    const [met, count] = [yearMet(site, one, today), countUntold(one)]
    return count === 0 ? met : text('register.targets.untold', { met, count })
  })
  return sentence([
    ...said,
    earlier.length === 0 ? null : text('register.targets.earlier', { count: earlier.length }),
  ])
}

const promisedAnswer = (site: Site, { answers, pledges }: MinistryShown): Html => {
  const { text } = site
  const N = answers.promises.length
  const nobody = answers.promisedTo.find(({ to }) => to === null)?.facts.length ?? 0
  const none =
    pledges.length === 0
      ? text('register.promised.nothing')
      : text('register.promised.pledges', { count: pledges.length })
  return sentence([
    N === 0 ? none : text('register.promised', { n: N - nobody, N }),
    answers.towards.length === 0
      ? null
      : text('register.promised.towards', { count: answers.towards.length }),
  ])
}

const responsibleAnswer = (site: Site, { answers: { seenTo, work } }: MinistryShown): Html => {
  const { text } = site
  const n = seenTo.filter(({ who }) => who.length > 0).length
  const promises =
    seenTo.length === 0
      ? text('register.promised.nothing')
      : `${text('register.responsible', { n, N: seenTo.length })}.`
  return html`${promises}${work.N === 0 ? nothing : html` ${text('register.responsible.work', work)}.`}`
}

/** "3 of 17 are stated as current, 2 of them about 2020": by when each source said so. */
const currentWords = (site: Site, list: readonly EngagementShown[]): string[] => {
  const groups = Map.groupBy(
    list.filter(({ statedAsCurrent }) => statedAsCurrent),
    ({ statedAsOf }) => statedAsOf,
  )
  return [...groups].map(([statedAsOf, group]) =>
    site.text('register.chairs.current', { count: group.length, when: statedWhen(site, statedAsOf) }),
  )
}

const chairsAnswer = (site: Site, shown: MinistryShown): Html => {
  const { text } = site
  const { chairs, hosts, pastTerms } = shown.answers
  const N = chairs.length + hosts.length
  if (N + pastTerms.length === 0) return html`${text('register.chairs.nothing')}`
  const list = [...factsOf(shown, chairs), ...factsOf(shown, hosts)]
  const undated = list.filter(({ held }) => held === null).length
  return sentence([
    text('register.chairs', { N, chairs: chairs.length, hosts: hosts.length }),
    ...currentWords(site, list),
    undated === 0 ? null : text('register.chairs.undated', { count: undated }),
    pastTerms.length === 0 ? null : text('register.chairs.past', { count: pastTerms.length }),
  ])
}

const mostFigures = 4

/** When a figure is of, for order alone: the first year, month or day that its date names; what has none comes last. */
const dayOfFigure = ({ asOf, held }: EngagementShown): string =>
  /\d[\dX]{3}(-\d\d){0,2}/.exec(asOf ?? held ?? '')?.[0].replaceAll('X', '0') ?? ''

const newestFirst = onceFor((list: readonly EngagementShown[]): readonly EngagementShown[] =>
  list
    .map((one) => ({ one, day: dayOfFigure(one) }))
    .sort((a, b) => (a.day === b.day ? 0 : a.day < b.day ? 1 : -1))
    .map(({ one }) => one),
)

/** A figure of its own, as its source has it, with its day and whose count it is. */
const ownFigure = (site: Site, one: EngagementShown): Html => {
  const { text } = site
  const { asOf, yearsSince } = one
  const publisher = one.source?.publisher ?? null
  const title = one.source?.title ?? null
  const whose =
    publisher !== null
      ? html` ${text.rich('register.serving.by', { whose: inLanguage(publisher, one.language) })}`
      : title !== null
        ? html` ${text.rich('others.countedIn', { table: inLanguage(title, one.language) })}`
        : nothing
  const age = yearsSince === null ? '' : `, ${text('ministry.yearsOld', { count: yearsSince })}`
  const dated =
    asOf === null
      ? html`<span class="quiet">${whenWords(site, one)}</span> ${statusWords(site, one)}`
      : html`<span class="status s-provisional">${text('ministry.asOf', { date: site.format.date(asOf) })}${age}</span>`
  const line = html`<b>${figureWords(site, one, 'quantity') ?? nothing}</b> (${inLanguage(one.title, 'en')}) ${dated}${whose}`
  return html`<li>${inOrderOf(text('register.serving.nothing'), line)}</li>`
}

/** "870 persons in 2 missions, 2020", as it stands everywhere on the page. */
const yearWords = (site: Site, { persons, missions, year }: YearByOthers): string =>
  `${site.text('others.count', { count: persons })} ${site.text('others.inMissions', { count: missions, year: String(year) })}`

const doubtfulWords = (site: Site, one: YearByOthers): Html =>
  html`${yearWords(site, one)} <span class="status s-provisional">${site.text('others.doubtful')}</span>`

/** The newest year that nothing makes doubtful is the answer; a doubtful one stands beside it, marked, and never in bold. */
const countOfOthers = (site: Site, { by, table, measure, newest, doubtful }: CountByOthers): Html => {
  const figure =
    newest === null
      ? html`${doubtful === null ? nothing : doubtfulWords(site, doubtful)} (${inLanguage(measure, 'en')})`
      : html`<b>${yearWords(site, newest)}</b> (${inLanguage(measure, 'en')})${doubtful === null ? nothing : html`; ${doubtfulWords(site, doubtful)}`}`
  const line = html`${figure}${table === null ? nothing : html`, ${site.text.rich('others.countedIn', { table: inLanguage(table, 'en') })}${by === null ? nothing : html` (${inLanguage(by, null)})`}`}`
  return html`<li>${inOrderOf(site.text('register.serving.nothing'), line)}</li>`
}

/** Its own figures and what tables of others count, beside each other: they measure different things and are never added. */
const servingAnswer = (site: Site, shown: MinistryShown): Html => {
  const { text } = site
  const list = newestFirst(factsOf(shown, shown.answers.serving))
  const { servingByOthers } = shown.answers
  const count = list.length + servingByOthers.length
  if (count === 0) return html`${text('register.serving.nothing')}`
  const by = new Set([
    ...list.map(({ source }) => source?.publisher ?? source?.title ?? ''),
    ...servingByOthers.map((one) => one.by ?? one.table ?? ''),
  ])
  const more = list.length > mostFigures ? text('register.more', { count: list.length - mostFigures }) : null
  return html`${text('register.serving', { count, sources: by.size })}<ul>${list.slice(0, mostFigures).map((one) => ownFigure(site, one))}${more === null ? nothing : html`<li><a href="#contributions">${more}</a></li>`}${servingByOthers.map((one) => countOfOthers(site, one))}</ul>`
}

type Asked = {
  question: TextKey
  /** Where it is shown; null where nothing is held. */
  path: string | null
  answer: (site: Site, shown: MinistryShown) => Html
}

const questionsOf = (shown: MinistryShown): Asked[] => {
  const { answers } = shown
  const place = (id: string, has: boolean): string | null => (has ? `#${id}` : null)
  const { chairs, hosts, pastTerms } = answers
  return [
    { question: 'register.q.due', path: place('due', shown.owed.length > 0), answer: dueAnswer },
    {
      question: 'register.q.stale',
      path: answers.aged.all > 0 ? `/staleness?state=${shown.state.id}` : null,
      answer: staleAnswer,
    },
    {
      question: 'register.q.targets',
      path: place('targets', answers.targets.length > 0),
      answer: targetsAnswer,
    },
    {
      question: 'register.q.promised',
      path: place('promised', hasPromised(shown)) ?? place('pledge', shown.pledges.length > 0),
      answer: promisedAnswer,
    },
    {
      question: 'register.q.responsible',
      path: place('responsible', answers.seenTo.length > 0),
      answer: responsibleAnswer,
    },
    {
      question: 'register.q.chairs',
      path: place('chairs', chairs.length + hosts.length + pastTerms.length > 0),
      answer: chairsAnswer,
    },
    {
      question: 'register.q.serving',
      path: `/ministries/${shown.state.id}/others`,
      answer: servingAnswer,
    },
  ]
}

/** Whether there is anything to say of what was promised, by it or towards it. */
export const hasPromised = ({ answers }: MinistryShown): boolean =>
  answers.promises.length + answers.towards.length > 0

const link = (site: Site, path: string, words: string): Html => {
  const [page = '', query] = path.split('?')
  if (page.startsWith('#')) return html`<a href="${page}">${words}</a>`
  const asked = query === undefined ? {} : Object.fromEntries(new URLSearchParams(query))
  return html`<a href="${addressOf(site, page, asked)}">${words}</a>`
}

/** What would stand here, and how it gets here; the form for who may write for the actor. */
const beginSection = (site: Site, { state }: MinistryShown): Html => {
  const { text } = site
  const form = mayEnterOf(site.person, 'fact', { world: site.world, actor: state.id })
    ? html`<li><a href="${addressOf(site, '/enter/facts/new', { actor: state.id })}">${text('register.begin.form')}</a></li>`
    : nothing
  return html`<section aria-labelledby="begin"><h2 id="begin">${text('register.begin')}</h2><p>${text('register.begin.lead', { name: state.name })}</p><ul>${form}<li>${text.rich('register.begin.file', { check: html`<code>pacta facts check FACTS.csv</code>`, take: html`<code>pacta facts import FACTS.csv</code>` })}</li><li>${text.rich('register.begin.table', { list: html`<code>pacta data mappings</code>` })}</li></ul></section>`
}

/** The seven questions with their answers; of an actor of which nothing is held, how to begin. */
export const questionsSection = (site: Site, shown: MinistryShown): Html => {
  const { text } = site
  const { servingByOthers } = shown.answers
  if (shown.engagements.length + shown.owed.length + shown.pledges.length + servingByOthers.length === 0)
    return beginSection(site, shown)
  return html`<section aria-labelledby="questions"><h2 id="questions">${text('register.questions')}</h2>
<dl class="register-answers">${questionsOf(shown).map(
    ({ question, path, answer }) =>
      html`<div><dt>${path === null ? text(question) : link(site, path, text(question))}</dt><dd>${answer(site, shown)}</dd></div>`,
  )}</dl></section>`
}
