// The first page: what is promised, where people come in, who is bound, and the documents all of it starts from.
import { z } from '@hono/zod-openapi'
import type { ValueShown } from '../../indicators/show.ts'
import type { TreatyStatus } from '../../parties/treaty-status.ts'
import { Problem } from '../../problem.ts'
import { addDays } from '../../rules/dates.ts'
import type { DocumentShown } from '../data/documents.ts'
import type { PlanHeld } from '../data/plans.ts'
import type { ActorShown } from '../data/states.ts'
import { type Html, html, inLanguage, nothing } from '../html.ts'
import { layout } from '../layout.ts'
import { noticeLine } from '../notice.ts'
import { homeSchema } from '../schemas/home.ts'
import { addressOf, baseOf, type Site } from '../site.ts'
import { treatyFigure } from '../treaty-figure.ts'
import type { Table, TwinPage } from '../twin.ts'
import { valuesNow } from './document.ts'
import { type DueTogether, nextList, nextTogether } from './duties/next.ts'
import { countPromises, partTitle, promiseList } from './promise-list.ts'

const nothingAsked = z.object({})
type Nothing = z.output<typeof nothingAsked>

type DocumentEntry = DocumentShown & { values: ValueShown[] }
type Loaded = {
  documents: DocumentEntry[]
  plans: PlanHeld[]
  /** The treaty the largest plan serves, as it stands today. */
  treaty: TreatyStatus | null
  /** The State most of whose promises are held; null where none are. */
  ministry: ActorShown | null
  /** What falls due next, of all who owe something. */
  next: DueTogether[]
}

/** How many of the next dates stand on the first page, and how far ahead they lie at the most. */
const mostNext = 5
const daysAhead = 366

const treatyOf = async (site: Site, treaty: string | null): Promise<TreatyStatus | null> => {
  if (treaty === null) return null
  const on = { asOf: site.today(), knownOn: site.today() }
  try {
    return await site.data.showTreaty({ treaty, ...on })
  } catch (error) {
    // Nothing of its status is held: the page has no picture, and does without.
    if (error instanceof Problem && error.type === 'not-found') return null
    throw error
  }
}

/** Whose page of promises the sentences lead to most often. */
const ministryOf = async (site: Site, documents: readonly DocumentShown[]): Promise<ActorShown | null> => {
  const led = documents
    .flatMap(({ parts }) => parts.flatMap(({ promises }) => promises.flatMap(({ became }) => became)))
    .flatMap(({ path }) => /^\/ministries\/([^#]+)/.exec(path ?? '')?.[1] ?? [])
  const [most] = [...Map.groupBy(led, (id) => id)].sort(([, a], [, b]) => b.length - a.length)
  return most === undefined ? null : ((await site.data.findActor(most[0])) ?? null)
}

const load = async (site: Site): Promise<Loaded> => {
  const plans = await site.data.listPlans()
  const documents: DocumentEntry[] = []
  for (const document of await site.data.listDocuments()) {
    const isPlan = plans.some((plan) => plan.id === document.id)
    documents.push({ ...document, values: isPlan ? await site.data.listValues(document.id) : [] })
  }
  const treaty = await treatyOf(site, largest(plans)?.treaty ?? null)
  const today = site.today()
  const duties = await site.data.listDuties({
    from: today,
    until: addDays(today, daysAhead),
    status: ['due', 'at-risk'],
  })
  return {
    documents,
    plans,
    treaty,
    ministry: await ministryOf(site, documents),
    next: nextTogether(duties, today, mostNext),
  }
}

/** A way in: for whom, where it leads, and the questions it answers. */
const door = (
  site: Site,
  key: 'secretariat' | 'authority' | 'ministry',
  path: string,
  more: Html = nothing,
): Html =>
  html`<li class="door"><p class="kicker">${site.text(`home.door.${key}.for`)}</p>
<h3><a href="${addressOf(site, path)}">${site.text(`home.door.${key}.title`)}</a></h3>
<p>${site.text(`home.door.${key}.lead`)}</p>${more}</li>`

const lookUp = (site: Site): Html =>
  html`<form class="look-up" method="get" action="${addressOf(site, '/states')}"><label for="q">${site.text('home.lookUp.label')}</label><span class="one-line"><input id="q" name="q" type="search" autocomplete="off"><button type="submit">${site.text('home.lookUp.button')}</button></span></form>`

const documentItem = (site: Site, document: DocumentEntry): Html => {
  const { text } = site
  const valueFor = valuesNow(document.values, site.today())
  const size = text('home.document.size', { count: countPromises(document.parts) })
  return html`<li class="document"><div><h3><a href="${addressOf(site, `/documents/${document.id}`)}">${inLanguage(document.title, document.language)}</a></h3>
${noticeLine(site, document)}
<p class="quiet">${document.source?.publisher == null ? nothing : html`${document.source.publisher} · `}${size}</p></div>
<div>${document.parts.map(
    (part) =>
      html`<details class="part"><summary>${part.number === null ? nothing : html`<span class="section-number">${part.number}</span> `}${partTitle(site, part, document.language)} <span class="quiet num">${site.format.number(part.promises.length)}</span></summary>
${promiseList(site, part, valueFor)}</details>`,
  )}</div></li>`
}

/** The plan with most indicators: what a newcomer is shown in the fictional world. */
const largest = (plans: PlanHeld[]): PlanHeld | undefined =>
  plans.toSorted((a, b) => b.indicators - a.indicators)[0]

const tryIt = (site: Site, plan: PlanHeld | undefined): Html => {
  if (plan === undefined) return nothing
  const address = `${baseOf('exercise', site.language)}/plans/${plan.id}`
  const phrase = site.world === 'exercise' ? 'home.seeAll.here' : 'home.seeAll'
  return html`<p class="try"><a href="${address}">${site.text(phrase, { count: plan.indicators })}</a></p>`
}

const treatySection = (site: Site, treaty: TreatyStatus | null): Html =>
  treaty === null
    ? nothing
    : html`<section aria-labelledby="treaty"><h2 id="treaty">${site.voice.names.ours(treaty.title)}</h2>
${treatyFigure(site, treaty)}
<p><a href="${addressOf(site, `/treaties/${treaty.treaty}`)}">${site.text('home.treaty.more')}</a> · <a href="${addressOf(site, '/treaties')}">${site.text('home.treaty.all')}</a></p></section>`

const nextSection = (site: Site, next: readonly DueTogether[]): Html =>
  html`<section aria-labelledby="next"><h2 id="next">${site.text('home.next')}</h2>
${next.length === 0 ? html`<p>${site.text('home.next.none')}</p>` : nextList(site, next)}
<p><a href="${addressOf(site, '/duties')}">${site.text('home.next.all')}</a></p></section>`

const page = (site: Site, { documents, plans, treaty, ministry, next }: Loaded): Html | Promise<Html> => {
  const { text } = site
  return layout(site, {
    title: text('site.name'),
    description: text('home.description'),
    path: '/',
    crumbs: [],
    body: html`<header class="head hero"><h1>${text('home.title')}</h1><p class="lead">${text('home.lead')}</p>
${tryIt(site, largest(plans))}</header>
<section aria-labelledby="doors"><h2 id="doors">${text('home.doors')}</h2>
<ul class="doors" role="list">${door(site, 'secretariat', treaty === null ? '/plans' : `/conventions/${treaty.treaty}`)}${door(site, 'authority', '/states', lookUp(site))}${door(site, 'ministry', ministry === null ? '/states' : `/ministries/${ministry.id}`, ministry === null ? nothing : html`<p><a href="${addressOf(site, `/ministries/${ministry.id}`)}">${ministry.name}</a></p>`)}</ul></section>
${nextSection(site, next)}
${treatySection(site, treaty)}
<section aria-labelledby="documents"><h2 id="documents">${text('home.documents')}</h2>
<p>${text('home.documents.lead')}</p>
${documents.length === 0 ? html`<p>${text('home.noPlans')}</p>` : html`<ul class="documents" role="list">${documents.map((document) => documentItem(site, document))}</ul>`}</section>`,
  })
}

const csv = ({ documents }: Loaded): Table => ({
  columns: ['document', 'title', 'notice', 'source', 'source_date', 'promises'],
  rows: documents.map((document) => [
    document.id,
    document.title,
    document.notice,
    document.source?.title ?? null,
    document.source?.date ?? null,
    countPromises(document.parts),
  ]),
})

export const homePage: TwinPage<Nothing, Nothing, Loaded> = {
  path: '/',
  summary: 'The source documents with their promises',
  params: nothingAsked as unknown as z.ZodType<Nothing>,
  query: nothingAsked,
  data: homeSchema,
  load,
  page,
  json: ({ documents, treaty, next }) => ({
    next: next.map(({ on, first, actors, duties }) => ({
      on,
      duty: duties > 1 ? null : first.duty,
      title: duties > 1 ? null : first.title,
      duties,
      actor: actors > 1 ? null : first.actor,
      actors,
    })),
    treaty:
      treaty === null
        ? null
        : { treaty: treaty.treaty, asOf: treaty.asOf, knownOn: treaty.knownOn, parties: treaty.counts.party },
    documents: documents.map(({ values: _, ...document }) => document),
  }),
  csv,
}
