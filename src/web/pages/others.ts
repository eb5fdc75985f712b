// What others count of a State, beside its own figures: the answer first, each figure with its measure and source, then the
// tables. Nothing here is added to anything.
import { z } from '@hono/zod-openapi'
import { problem } from '../../problem.ts'
import type { OthersShown } from '../data/others.ts'
import { html } from '../html.ts'
import { layout } from '../layout.ts'
import { idAsked } from '../schemas/asked.ts'
import { othersSchema } from '../schemas/others.ts'
import type { Site } from '../site.ts'
import { enteredMark, type Table, type TwinPage } from '../twin.ts'
import { crumbsOfState, pageOfState } from './of-state.ts'
import { personnelSection } from './others-personnel.ts'
import { reviewSection } from './others-review.ts'

const params = z.object({ actor: idAsked })
type Params = z.output<typeof params>
const query = z.object({
  session: z
    .string()
    .regex(/^[1-9]\d{0,3}$/, { message: 'is not the number of a session' })
    .transform(Number)
    .optional()
    .openapi({
      description: 'Session of the review whose statements are shown; the newest where not given',
      type: 'integer',
    }),
})
type Query = z.output<typeof query>

const load = async (site: Site, { params: { actor } }: { params: Params }): Promise<OthersShown> => {
  const shown = await site.data.showOthers(actor)
  if (shown === undefined) throw problem('not-found', `No State or other actor is held under "${actor}".`)
  return shown
}

const csv = ({ actor, personnel, statements }: OthersShown): Table => ({
  columns: [
    ...['actor', 'row', 'year', 'mission', 'persons', 'women', 'men', 'measure'],
    ...['session', 'held', 'made_by', 'response', 'text', 'language', 'issues'],
    ...['note', 'source_title', 'source_address', 'locator', 'mark'],
  ],
  rows: [
    ...personnel.flatMap(({ source, measure, rows }) =>
      rows.map((one) => [
        ...[actor.id, 'personnel', one.year, one.mission, one.persons, one.women, one.men, measure],
        ...[null, null, null, null, null, null, null],
        one.note,
        ...[source?.title ?? null, source?.address ?? null, one.locator, one.entered ? enteredMark : null],
      ]),
    ),
    ...statements.map((one) => [
      ...[actor.id, one.kind, null, null, null, null, null, null],
      ...[one.session, one.held, one.madeBy, one.response, one.text, one.language, one.issues.join('; ')],
      null,
      ...[
        one.source?.title ?? null,
        one.source?.address ?? null,
        one.locator,
        one.entered ? enteredMark : null,
      ],
    ]),
  ],
})

export const othersPage: TwinPage<Params, Query, OthersShown> = {
  path: '/ministries/{actor}/others',
  summary:
    'What others count of a State, beside its own figures: personnel in missions, recommendations received',
  params: params as unknown as z.ZodType<Params>,
  query,
  data: othersSchema,
  ...pageOfState('actor', (id) => `/ministries/${id}/others`),
  load,
  page: (site, shown, { query: asked }) => {
    const { text } = site
    const { id, name } = shown.actor
    return layout(site, {
      title: text('others.title', { name }),
      description: text('others.description', { name }),
      path: `/ministries/${id}/others`,
      query: asked,
      crumbs: crumbsOfState(
        site,
        shown.actor,
        { label: text('ministry.crumb'), path: `/ministries/${id}` },
        { label: text('others.crumb') },
      ),
      part: 'states',
      body: html`<header class="head"><p class="kicker">${name}</p><h1>${text('others.crumb')}</h1><p class="lead">${text('others.lead')}</p></header>
${personnelSection(site, shown)}
${reviewSection(site, shown, asked.session)}`,
    })
  },
  json: (shown) => shown,
  csv,
}
