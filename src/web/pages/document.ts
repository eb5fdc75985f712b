// A source document: the sentences read from it, in its order, each with what it became here.
import { z } from '@hono/zod-openapi'
import type { ValueShown } from '../../indicators/show.ts'
import { problem } from '../../problem.ts'
import type { DocumentShown } from '../data/documents.ts'
import { type Html, html, inLanguage, nothing } from '../html.ts'
import { layout } from '../layout.ts'
import { noticeLine } from '../notice.ts'
import { idAsked } from '../schemas/asked.ts'
import { documentSchema } from '../schemas/documents.ts'
import { addressOf, type Site } from '../site.ts'
import type { Table, TwinPage } from '../twin.ts'
import { latestYear } from './plan-parts.ts'
import { countPromises, partTitle, promiseList, type ValueFor } from './promise-list.ts'

const params = z.object({ document: idAsked })
type Params = z.output<typeof params>
const query = z.object({})
type Query = z.output<typeof query>
type Loaded = { document: DocumentShown; values: ValueShown[]; planHeld: boolean }

/** Values of the year that is on, by indicator. */
export const valuesNow = (values: ValueShown[], today: string): ValueFor => {
  const year = latestYear(values, today)
  const now = new Map(values.filter((value) => value.year === year).map((value) => [value.indicator, value]))
  return (indicator) => now.get(indicator)
}

const load = async (site: Site, asked: { params: Params }): Promise<Loaded> => {
  const id = asked.params.document
  const document = (await site.data.listDocuments()).find((one) => one.id === id)
  if (document === undefined) throw problem('not-found', `No document is held under "${id}".`)
  const plan = await site.data.findPlan(id)
  return {
    document,
    values: plan === undefined ? [] : await site.data.listValues(id),
    planHeld: plan !== undefined,
  }
}

const sourceLine = (site: Site, { source }: DocumentShown): Html => {
  if (source === null) return nothing
  const title =
    source.address === null
      ? source.title
      : html`<a href="${source.address}" rel="external noreferrer">${source.title}</a>`
  const date =
    source.date === null
      ? site.text('fact.undated')
      : site.text('fact.statedOn', { date: site.format.date(source.date) })
  return html`<p class="quiet">${title}${source.publisher === null ? nothing : html` · ${source.publisher}`} · ${date}</p>`
}

const page = (site: Site, { document, values, planHeld }: Loaded): Html | Promise<Html> => {
  const { text } = site
  const valueFor = valuesNow(values, site.today())
  const count = countPromises(document.parts)
  return layout(site, {
    title: document.title,
    description: text('documents.description', { title: document.title, count }),
    path: `/documents/${document.id}`,
    crumbs: [{ label: document.title, language: document.language }],
    part: 'plans',
    body: html`${noticeLine(site, document)}
<header class="head"><h1>${inLanguage(document.title, document.language)}</h1>
<p class="lead">${text('documents.lead', { count })}</p>
${sourceLine(site, document)}
${planHeld ? html`<p><a href="${addressOf(site, `/plans/${document.id}`)}">${text('documents.toPlan')}</a></p>` : nothing}</header>
${document.parts.map((part, i) => {
  const words = partTitle(site, part, document.language)
  return html`<section class="document-part" aria-labelledby="part-${i + 1}"><h2 id="part-${i + 1}">${part.number === null ? nothing : html`<span class="section-number">${part.number}</span> `}${words}</h2>
${promiseList(site, part, valueFor)}</section>`
})}`,
  })
}

const csv = ({ document }: Loaded): Table => ({
  columns: ['document', 'part', 'sentence', 'language', 'became', 'label', 'address'],
  rows: document.parts.flatMap((part) =>
    part.promises.flatMap((promise) =>
      promise.became.map((became) => [
        document.id,
        part.title ?? part.topic,
        promise.sentence,
        promise.language,
        became.kind,
        became.label,
        became.path,
      ]),
    ),
  ),
})

export const documentPage: TwinPage<Params, Query, Loaded> = {
  path: '/documents/{document}',
  summary: 'A source document: its promises and what each became',
  params: params as unknown as z.ZodType<Params>,
  query,
  data: documentSchema,
  example: async (site) => {
    const [first] = await site.data.listDocuments()
    return first === undefined ? undefined : `/documents/${first.id}`
  },
  load,
  page,
  json: ({ document }) => ({ document }),
  csv,
}
