// What the list of duties is asked: read from the address, each mistake told beside its field with what was typed kept.
import { z } from '@hono/zod-openapi'
import type { DutyStatus } from '../../../duties/owed.ts'
import { soonDays } from '../../../indicators/duties-owed.ts'
import { type Issue, problem } from '../../../problem.ts'
import { addDays } from '../../../rules/dates.ts'
import type { DutiesAsked, DutySetShown } from '../../data/duties.ts'
import type { ActorShown } from '../../data/states.ts'
import { dutyWord } from '../../duty-marks.ts'
import { errorSummary, type Wrong } from '../../forms/errors.ts'
import { fieldId } from '../../forms/field.ts'
import { type Html, html, nothing } from '../../html.ts'
import { dateAsked } from '../../schemas/asked.ts'
import { dutyStatuses } from '../../schemas/duties.ts'
import { addressOf, type Site } from '../../site.ts'
import type { TextKey } from '../../text.ts'

/** Statuses one can ask for: each by itself, or all whose day lies ahead. */
const askable = [...dutyStatuses, 'coming'] as const
type Askable = (typeof askable)[number]

const isAskable = (status: string): status is Askable => (askable as readonly string[]).includes(status)

/** The statuses behind one that is asked for. */
export const statusesOf = (asked: Askable): DutyStatus[] =>
  asked === 'coming' ? ['due', 'at-risk'] : [asked]

const typed = z.string().max(200, { message: 'is too long' })

/** Loose: what cannot be one is answered by the page itself, in its form. */
export const dutiesQuery = z.object({
  instrument: typed.optional().openapi({ description: 'Only duties of this treaty, plan or pledge' }),
  state: typed.optional().openapi({ description: 'Only duties of this State' }),
  status: typed.optional().openapi({
    description: `Only duties that stand so: ${dutyStatuses.join(', ')}; or coming: those due and at risk`,
  }),
  from: typed.optional().openapi({
    description: 'First day; without it 1 January of this year',
    format: 'date',
    example: '2026-01-01',
  }),
  until: typed.optional().openapi({
    description: 'Last day; without it 31 December of the next year',
    format: 'date',
    example: '2027-12-31',
  }),
  page: typed
    .optional()
    .openapi({ description: 'Which part of a long list; data are never cut', example: '1' }),
})
export type DutiesQuery = z.output<typeof dutiesQuery>

/** The first and last day of a list nobody gives a span for. */
export const usualSpan = (today: string): { from: string; until: string } => {
  const year = Number(today.slice(0, 4))
  return { from: `${year}-01-01`, until: `${year + 1}-12-31` }
}

export const soonSpan = (today: string): { from: string; until: string } => ({
  from: today,
  until: addDays(today, soonDays),
})

const fieldNames: Record<string, TextKey> = {
  instrument: 'duties.ask.instrument',
  state: 'cohort.member',
  status: 'duties.ask.status',
  from: 'duties.ask.from',
  until: 'duties.ask.until',
  page: 'duties.ask.page',
}

export type DutiesRead = {
  /** What can be asked of the list; its span always stands. */
  asked: Required<Pick<DutiesAsked, 'from' | 'until'>> & DutiesAsked
  page: number
  wrong: Wrong[]
  issues: Issue[]
  /** The refusal in words, where data is asked for. */
  detail: string
}

/** Reads the address; `sets` and `states` are what may be asked for. */
export const readAsked = (
  site: Site,
  query: DutiesQuery,
  sets: readonly DutySetShown[],
  states: readonly ActorShown[],
): DutiesRead => {
  const wrong: Wrong[] = []
  const issues: Issue[] = []
  const refuse = (field: keyof typeof fieldNames, words: string): undefined => {
    wrong.push({ field, label: site.text(fieldNames[field]!), words })
    issues.push({ path: field, message: words, found: query[field as keyof DutiesQuery] })
  }
  const day = (field: 'from' | 'until', otherwise: string): string => {
    const given = query[field]
    if (given === undefined) return otherwise
    const read = dateAsked.safeParse(given)
    if (read.success) return read.data
    refuse(field, site.text('duties.wrong.day'))
    return otherwise
  }
  const span = usualSpan(site.today())
  const from = day('from', span.from)
  // A span that begins after the usual one ends has no usual end: a year on.
  const until = day('until', from > span.until ? addDays(from, 365) : span.until)
  if (from > until) refuse('until', site.text('duties.wrong.span'))
  const { instrument, state, status } = query
  if (instrument !== undefined && !sets.some((set) => set.instrument === instrument))
    refuse('instrument', site.text('duties.wrong.instrument'))
  if (state !== undefined && !states.some((one) => one.id === state))
    refuse('state', site.text('duties.wrong.state'))
  if (status !== undefined && !isAskable(status)) refuse('status', site.text('duties.wrong.status'))
  const page = query.page === undefined ? 1 : /^[1-9]\d{0,4}$/.test(query.page) ? Number(query.page) : 0
  if (page === 0) refuse('page', site.text('duties.wrong.page'))
  return {
    asked: {
      from,
      until,
      // Nobody asked from when on: what is overdue from before belongs to the answer.
      withOverdue: query.from === undefined,
      ...(instrument === undefined ? {} : { instrument }),
      ...(state === undefined ? {} : { actors: [state] }),
      ...(status === undefined || !isAskable(status) ? {} : { status: statusesOf(status) }),
    },
    page: Math.max(1, page),
    wrong,
    issues,
    detail: site.text('problem.query'),
  }
}

/** For data there is no form to mend: what is wrong is refused. */
export const refuseWrong = ({ issues, detail }: Pick<DutiesRead, 'issues' | 'detail'>): void => {
  if (issues.length > 0) throw problem('usage', detail, issues)
}

const option = (value: string, label: string, chosen: string): Html =>
  html`<option value="${value}"${value === chosen ? html` selected` : nothing}>${label}</option>`

/** The form, with what was typed in its fields and what is wrong beside them. */
export const askForm = (
  site: Site,
  query: DutiesQuery,
  read: DutiesRead,
  sets: readonly DutySetShown[],
  states: readonly ActorShown[],
): Html => {
  const { text, format } = site
  const words = new Map(read.wrong.map((one) => [one.field, one.words]))
  const field = (
    name: 'instrument' | 'state' | 'status' | 'from' | 'until',
    input: (attributes: Html) => Html,
  ): Html => {
    const said = words.get(name)
    const id = fieldId(name)
    const attributes = html` id="${id}" name="${name}"${said === undefined ? nothing : html` aria-invalid="true" aria-describedby="${id}-wrong"`}`
    return html`<p${said === undefined ? nothing : html` class="is-wrong"`}><label for="${id}">${text(fieldNames[name]!)}</label>${said === undefined ? nothing : html`<span class="wrong" id="${id}-wrong"><span class="vh">${text('form.error')}</span> ${said}</span>`}${input(attributes)}</p>`
  }
  const select = (
    name: 'instrument' | 'state' | 'status',
    options: readonly (readonly [string, string])[],
  ): Html => {
    const chosen = query[name] ?? ''
    // What was typed by hand stays to be seen, though it cannot be chosen.
    const kept =
      chosen !== '' && !options.some(([value]) => value === chosen) ? [[chosen, chosen] as const] : []
    return field(
      name,
      (attributes) =>
        html`<select${attributes}>${option('', text('changes.all'), chosen)}${[...kept, ...options].map(([value, label]) => option(value, label, chosen))}</select>`,
    )
  }
  // A browser drops from a date field what is no date: that is kept in a field of text.
  const dayField = (name: 'from' | 'until'): Html =>
    field(
      name,
      (attributes) =>
        html`<input${attributes} type="${words.has(name) ? 'text' : 'date'}" value="${query[name] ?? read.asked[name]}">`,
    )
  const named = states
    .map((state) => [state.id, state.name] as const)
    .sort(([, a], [, b]) => format.compare(a, b))
  return html`${errorSummary(site, read.wrong)}<form class="ask" method="get" action="${addressOf(site, '/duties')}" aria-label="${text('duties.ask')}">
${select(
  'instrument',
  sets.map((set) => [set.instrument, site.voice.names.ours(set.title)] as const),
)}
${select('state', named)}
${select('status', [
  ['coming', text('duties.status.coming')],
  ...dutyStatuses.map((status) => [status, dutyWord(site, status)] as const),
])}
${dayField('from')}
${dayField('until')}
<p><button type="submit">${text('indicator.change.button')}</button></p></form>`
}
