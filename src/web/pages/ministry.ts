// A State's engagements, for its ministry: what it promised, joined, hosts, gives and voted, by what is held. The answer
// first, what is due next, then everything with its source.
import { z } from '@hono/zod-openapi'
import { problem } from '../../problem.ts'
import { pagePath } from '../cooperation-path.ts'
import type { EngagementShown, MinistryOnPage, MinistryShown } from '../data/engagements.ts'
import { dutyShapes } from '../duty-marks.ts'
import { type Html, html, inLanguage, nothing } from '../html.ts'
import { layout } from '../layout.ts'
import { markShapes } from '../marks.ts'
import { onceFor } from '../once-for.ts'
import { longList } from '../rest-fold.ts'
import { idAsked } from '../schemas/asked.ts'
import { ministrySchema } from '../schemas/engagements.ts'
import { addressOf, type Site } from '../site.ts'
import type { TwinPage } from '../twin.ts'
import { chairsSection, hasChairs } from './ministry-chairs.ts'
import { ministryTable } from './ministry-csv.ts'
import { dueSection, seriesSection } from './ministry-due.ts'
import { engagementItem } from './ministry-engagement.ts'
import { cutLines, shownOf } from './ministry-many.ts'
import { pledgesSection } from './ministry-pledges.ts'
import { promisedSection, responsibleSection } from './ministry-promised.ts'
import { hasPromised, questionsSection } from './ministry-questions.ts'
import { targetsSection } from './ministry-targets.ts'
import { isJoined, treatiesSection } from './ministry-treaties.ts'
import { votesSection } from './ministry-votes.ts'
import { statedWhen, wordFor } from './ministry-words.ts'
import { stateStatementsSection } from './statements.ts'
import { stateCalled } from './states.ts'

const params = z.object({ actor: idAsked })
type Params = z.output<typeof params>
const query = z.object({
  facts: z
    .string()
    .max(80)
    .optional()
    .openapi({ description: 'A kind of fact to be shown whole on the page' }),
  votes: z
    .string()
    .regex(/^[1-9]\d{0,3}$/, { message: 'is not the number of a page' })
    .transform(Number)
    .optional()
    .openapi({
      description: 'Page of the roll calls that belong to no series, from 1; the data have all of them',
      type: 'integer',
    }),
})
type Query = z.output<typeof query>

/** The parts in which engagements stand, in this order; topics of later kinds follow. */
const topics = [
  ...['promises', 'agreements', 'memberships', 'resolutions', 'contributions', 'events', 'positions'],
]

const load = async (site: Site, { params: { actor } }: { params: Params }): Promise<MinistryShown> => {
  const shown = await site.data.showMinistry(actor)
  if (shown === undefined) throw problem('not-found', `No State or other actor is held under "${actor}".`)
  return shown
}

const isOwn = ({ relation }: EngagementShown): boolean => relation === 'own' || relation === 'unit'

/** Facts part by part, in the order of the page, with how many are the State's own or its units'. */
const inParts = onceFor((engagements: readonly EngagementShown[]) => {
  const own = engagements.filter(isOwn)
  const byTopic = Map.groupBy(own, ({ topic }) => topic)
  const known = [...new Set([...topics, ...byTopic.keys()])]
  const ofTopic = known.map((topic) => ({ id: topic, isTopic: true, list: byTopic.get(topic) ?? [] }))
  const related = (['towards', 'named'] as const).map((relation) => ({
    id: relation,
    isTopic: false,
    list: engagements.filter((one) => one.relation === relation),
  }))
  return { own: own.length, parts: [...ofTopic, ...related].filter(({ list }) => list.length > 0) }
})

const bySource = onceFor((engagements: readonly EngagementShown[]) => {
  const groups = Map.groupBy(engagements, (one) => one.source?.title ?? '')
  groups.delete('')
  return [...groups]
})

const card = (figure: Html | string, words: string, more: Html | string = ''): Html =>
  html`<div><dt>${words}${more === '' ? nothing : html`<span class="quiet block">${more}</span>`}</dt><dd class="figure">${figure}</dd></div>`

/** The figures a minister's office asks for first. Each has its N. */
const glance = (site: Site, shown: MinistryShown): Html => {
  const { text } = site
  const of = (n: number, N: number): string => text('ministry.of', { n, N })
  const cards: Html[] = []
  const { pledges, treaties, votes } = shown
  if (pledges.length > 0) {
    const actions = pledges.reduce((sum, { plan }) => sum + plan.actions, 0)
    const indicators = pledges.reduce((sum, { plan }) => sum + plan.indicators, 0)
    cards.push(
      card(
        site.format.number(pledges.length),
        text('ministry.glance.pledges', { count: pledges.length }),
        text('ministry.glance.pledged', { actions, indicators }),
      ),
    )
  }
  if (treaties.length > 0) {
    const not = treaties
      .filter((treaty) => !isJoined(treaty))
      .map((treaty) => site.voice.names.ours(treaty.title))
    cards.push(
      card(
        of(treaties.filter(isJoined).length, treaties.length),
        text('ministry.glance.treaties'),
        not.length === 0 || not.length > 3
          ? ''
          : text.rich('ministry.glance.not', {
              titles: html`${not.map((title, i) => html`${i === 0 ? '' : '; '}${title}`)}`,
            }),
      ),
    )
  }
  for (const { series, counted } of votes) {
    if (series === null) continue
    const { yes, all, from, until } = counted
    cards.push(
      card(
        of(yes, all),
        text('ministry.glance.votes'),
        text('ministry.glance.votesTo', { from: String(from ?? ''), until: String(until ?? '') }),
      ),
    )
  }
  return cards.length === 0
    ? nothing
    : html`<section aria-labelledby="glance"><h2 class="vh" id="glance">${text('ministry.glance')}</h2><dl class="ministry-glance">${cards}</dl></section>`
}

const listOf = (site: Site, shown: MinistryOnPage, list: readonly EngagementShown[]): Html =>
  longList(site, 'engagements', shownOf(shown, list), (one) => engagementItem(site, shown, one))

const leadOf = (site: Site, { pledges, state, answers }: MinistryShown, count: number): string => {
  if (count > 0) return site.text('ministry.lead', { count })
  if (pledges.length > 0) return site.text('ministry.pledgeOnly', { count: pledges.length })
  const key = answers.servingByOthers.length > 0 ? 'ministry.othersOnly' : 'ministry.none'
  return site.text(key, { name: state.name })
}

type Part = { id: string; title: Html | string; body: Html }

const partsOf = (site: Site, shown: MinistryOnPage): Part[] => {
  return inParts(shown.engagements).parts.map(({ id, isTopic, list }) => {
    const title = isTopic
      ? wordFor(site, 'topic', id)
      : site.text(id === 'towards' ? 'ministry.towards' : 'ministry.named')
    return {
      id,
      title,
      body: html`<section aria-labelledby="${id}"><h2 id="${id}">${title} <span class="quiet num">${site.format.number(list.length)}</span></h2>${cutLines(site, shown, { id, list })}${listOf(site, shown, list)}</section>`,
    }
  })
}

const sourcesSection = (site: Site, shown: MinistryShown): Html => {
  const { text, format } = site
  const groups = bySource(shown.engagements)
  if (groups.length === 0) return nothing
  return html`<section aria-labelledby="sources"><h2 id="sources">${text('ministry.sources')}</h2><ul>${groups.map(
    ([title, facts]) => {
      const [first] = facts
      const source = first!.source!
      const about = first!.statedAsOf
      const stated =
        source.date !== null
          ? text('fact.statedOn', { date: format.date(source.date) })
          : about === null
            ? text('fact.undated')
            : text('ministry.sources.about', { when: statedWhen(site, about) })
      return html`<li>${source.address === null ? inLanguage(title, first!.language) : html`<a href="${source.address}" rel="external noreferrer">${inLanguage(title, first!.language)}</a>`}${source.publisher === null ? nothing : html`, ${inLanguage(source.publisher, 'en')}`}<span class="quiet block">${stated} · ${text('ministry.received', { date: format.date(first!.knownFrom) })} · ${text('ministry.sources.facts', { count: facts.length })}</span></li>`
    },
  )}</ul></section>`
}

const page = (site: Site, held: MinistryShown, { query: asked }: { query: Query }): Html | Promise<Html> => {
  const { text } = site
  const shown: MinistryOnPage = { ...held, whole: asked.facts }
  const { state } = shown
  const { name } = state
  const isState = state.kind === 'state'
  const { own } = inParts(shown.engagements)
  const parts = partsOf(site, shown)
  const jumps: { id: string; title: Html | string }[] = [
    ...(shown.owed.length > 0 ? [{ id: 'due', title: text('ministry.due') }] : []),
    ...(shown.owed.some(({ instance, due }) => instance !== null && due !== null)
      ? [{ id: 'series', title: text('ministry.series') }]
      : []),
    ...(shown.answers.targets.length > 0 ? [{ id: 'targets', title: text('register.targets.title') }] : []),
    ...(hasPromised(shown) ? [{ id: 'promised', title: text('register.promised.title') }] : []),
    ...(shown.answers.seenTo.length > 0
      ? [{ id: 'responsible', title: text('register.responsible.title') }]
      : []),
    ...(hasChairs(shown) ? [{ id: 'chairs', title: text('register.chairs.title') }] : []),
    ...(shown.pledges.length > 0 ? [{ id: 'pledge', title: text('ministry.pledge') }] : []),
    // Only States join treaties and vote.
    ...(isState
      ? [
          { id: 'treaties', title: text('ministry.treaties') },
          { id: 'statements', title: text('ministry.statements') },
          { id: 'votes', title: text('ministry.votes') },
        ]
      : []),
    ...parts,
  ]
  return layout(site, {
    title: text('ministry.title', { name }),
    description: text('ministry.description', { name }),
    path: `/ministries/${state.id}`,
    query: asked,
    crumbs: [
      { label: text('states.title'), path: '/states' },
      { label: name, path: `/states/${state.id}` },
      { label: text('ministry.crumb') },
    ],
    part: 'states',
    keepsFolds: true,
    body: html`${markShapes}${dutyShapes}
<header class="head"><p class="kicker">${text('ministry.kicker')}</p>
<h1>${inLanguage(name, null)}</h1>
<p class="lead">${leadOf(site, shown, own)}</p>
<ul class="onward"><li><a href="${addressOf(site, pagePath(state.id))}">${text('cooperation.link', { name })}</a></li><li><a href="${addressOf(site, `/states/${state.id}`)}">${text('ministry.sheet', { name })}</a></li><li><a href="${addressOf(site, `/ministries/${state.id}/others`)}">${text('others.link')}</a></li></ul></header>
${glance(site, shown)}
${questionsSection(site, shown)}
<nav class="jumps" aria-label="${text('ministry.contents')}"><details><summary>${text('ministry.contents')}</summary><ul role="list">${jumps.map(({ id, title }) => html`<li><a href="#${id}">${title}</a></li>`)}</ul></details></nav>
${dueSection(site, shown)}
${seriesSection(site, shown)}
${targetsSection(site, shown)}
${promisedSection(site, shown)}
${responsibleSection(site, shown)}
${chairsSection(site, shown)}
${pledgesSection(site, shown.pledges)}
${
  isState
    ? html`${treatiesSection(site, shown.treaties)}
${stateStatementsSection(site, { ...shown, name })}
${votesSection(site, shown.votes, { actor: state.id, page: asked.votes })}`
    : nothing
}
${parts.map(({ body }) => body)}
${sourcesSection(site, shown)}`,
  })
}

export const ministryPage: TwinPage<Params, Query, MinistryShown> = {
  path: '/ministries/{actor}',
  summary: 'What a State promised, joined, hosts, gives and voted',
  params: params as unknown as z.ZodType<Params>,
  query,
  data: ministrySchema,
  example: async (site) => {
    const [first] = await site.data.listStates()
    return first === undefined ? undefined : `/ministries/${first.id}`
  },
  load,
  moved: async (site, { actor }) => {
    const state = await stateCalled(site, actor)
    return state === undefined ? undefined : { actor: state.id }
  },
  page,
  unnamed: ['engagements', 'votes'],
  json: ({ pledges, ...rest }) => ({
    ...rest,
    pledges: pledges.map(({ plan, values }) => ({ plan: plan.id, title: plan.title, values })),
  }),
  csv: ministryTable,
}
