// A page and its data twins: the same question answered as HTML, JSON, CSV and XLSX at one address, with `.json`, `.csv`
// and `.xlsx` behind it; where its answer is days, as a calendar with `.ics` too. The schemas given here check what is
// asked and stand in the OpenAPI document.
import { createHash } from 'node:crypto'
import type { OpenAPIHono } from '@hono/zod-openapi'
import { z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { writeCsv } from '../formats/csv.ts'
import type { Calendar } from '../formats/ical.ts'
import { xlsxType } from '../formats/xlsx.ts'
import { type Issue, Problem, type ProblemType, problem, problemTypes } from '../problem.ts'
import type { Html } from './html.ts'
import { nameStates } from './names.ts'
import { problemSchema } from './schemas/problem.ts'
import { addressOf, type Site, twinOf } from './site.ts'
import type { Table } from './table.ts'
import { withoutMarks } from './text.ts'
import { answerCalendar, type CalendarAsked, calendarQuery } from './twin-calendar.ts'
import { asWorkbook, type TableOrigin } from './twin-workbook.ts'
import { siteFor } from './viewer.ts'

export type { CsvValue, Table } from './table.ts'

/** What is typed in here says so in what people copy, too: the word of a table's column `mark`. */
export const enteredMark = 'entered here, not received'

export type TwinPage<P, Q, D> = {
  /** With its parameters in braces: `/states/{id}`. */
  path: string
  summary: string
  params: z.ZodType<P>
  query: z.ZodObject
  /** The shape of the JSON twin. */
  data: z.ZodType
  /** An address of this kind that answers in this world, without the world's base; undefined where there is none yet. Not needed where the path has no parameters. */
  example?: (site: Site) => Promise<string | undefined>
  /** Refusals beside `usage` and `not-found`. */
  refusals?: readonly ProblemType[]
  load: (site: Site, asked: { params: P; query: Q }) => Promise<D>
  /** What to ask for instead where nothing is held under what people typed: a State's id for its code or name. */
  moved?: (site: Site, params: P) => Promise<P | undefined>
  /** Parts of the data, too many to walk through, in which no State is called by a name that a language has (names.ts). */
  unnamed?: readonly (keyof D & string)[]
  page: (site: Site, data: D, asked: { params: P; query: Q }) => Html | Promise<Html>
  /**
   * The page without what is another each time it is made, such as a form that is good once: two that are the same but for that
   * are the same to whoever asks whether theirs still stands.
   */
  withoutChance?: (page: string) => string
  json: (data: D) => object
  csv: (data: D) => Table
  /** Its days as a calendar to subscribe to, in the language of the address. Refuses what `load` would refuse. */
  calendar?: (site: Site, asked: { params: P } & CalendarAsked) => Promise<Calendar>
}

/** A page as the site serves it: what it registers, and an address of it that answers. */
export type ServedPage = {
  /** True for what is sent or taken at an address of its own and belongs to another page: a form's target, a file. */
  isPart?: boolean
  path: string
  example?: ((site: Site) => Promise<string | undefined>) | undefined
  serve: (app: OpenAPIHono, site: Site) => void
}

type Form = 'html' | 'json' | 'csv' | 'xlsx' | 'ics'

const honoPath = (path: string): string => path.replace(/\{(\w+)\}/g, ':$1')

const lastParameter = (path: string): string => /\{(\w+)\}$/.exec(path)?.[1] ?? ''

/** Takes the suffix off the last parameter: `/states/XAA.json` asks for XAA as JSON. */
const takeSuffix = (
  path: string,
  params: Record<string, string>,
  hasCalendar: boolean,
): { params: Record<string, string>; form: Form } => {
  const last = lastParameter(path)
  const match = /^(.+)\.(json|csv|xlsx|ics)$/.exec(params[last] ?? '')
  if (match === null || (match[2] === 'ics' && !hasCalendar)) return { params, form: 'html' }
  return { params: { ...params, [last]: match[1] as string }, form: match[2] as Form }
}

const issuesOf = (error: z.ZodError, asked: Record<string, unknown>, known: string[], site: Site): Issue[] =>
  error.issues.flatMap((issue): Issue[] => {
    if (issue.code === 'unrecognized_keys')
      return issue.keys.map((key) => ({
        path: key,
        message: site.text('problem.query.unknown'),
        expected: known.join(', '),
      }))
    const path = issue.path.join('.')
    const found = asked[String(issue.path[0])]
    return [{ path, message: issue.message, found: typeof found === 'string' ? found : undefined }]
  })

const check = <T>(site: Site, schema: z.ZodType, asked: Record<string, unknown>): T => {
  const result = schema.safeParse(asked)
  if (result.success) return result.data as T
  const known = schema instanceof z.ZodObject ? Object.keys(schema.shape) : []
  throw problem('usage', site.text('problem.query'), issuesOf(result.error, asked, known, site))
}

/** A table as CSV of this world. */
const asCsv = (site: Site, table: Table): string =>
  // The world stands in every row, so that a fictional figure says so wherever the row is copied to.
  writeCsv(
    ['world', ...table.columns],
    table.rows.map((row) => [site.world, ...row]),
  )

const fileName = (site: Site, path: string, form: Form): string =>
  `${site.world === 'exercise' ? 'exercise-' : ''}${path.replace(/^\//, '').replace(/[^\w.-]+/g, '-') || 'index'}.${form}`

/** A table as the answer to a request, with a file's name. */
export const answerTable = (
  c: Context,
  site: Site,
  form: 'csv' | 'xlsx',
  table: Table,
  path: string,
  origin: TableOrigin,
): Response =>
  form === 'csv'
    ? c.body(asCsv(site, table), 200, {
        'content-type': 'text/csv; charset=utf-8; header=present',
        'content-disposition': `inline; filename="${fileName(site, path, 'csv')}"`,
      })
    : c.body(new Uint8Array(asWorkbook(site, table, origin)), 200, {
        'content-type': xlsxType,
        'content-disposition': `attachment; filename="${fileName(site, path, 'xlsx')}"`,
      })

/** Where a table is from; the days it speaks to are those its JSON names. */
export const originOf = (
  c: Context,
  site: Site,
  asked: { page: string; path: string; given: Record<string, string>; json: object },
): TableOrigin => {
  const day = (name: string): string | null => {
    const value = (asked.json as Record<string, unknown>)[name]
    return typeof value === 'string' ? value : null
  }
  return {
    page: asked.page,
    address: new URL(addressOf(site, asked.path, asked.given), c.req.url).href,
    asOf: day('asOf'),
    knownOn: day('knownOn'),
  }
}

const answer = async <P, Q, D>(
  c: Context,
  ofWorld: Site,
  page: TwinPage<P, Q, D>,
  form: Form,
  rawParams: Record<string, string>,
): Promise<Response> => {
  const site = siteFor(c, ofWorld)
  const params = check<P>(site, page.params, rawParams)
  // A form sends empty fields for what was not asked. Signs for private use are ours (text.ts).
  const given = Object.fromEntries(
    Object.entries(c.req.query())
      .map(([name, value]) => [name, withoutMarks(value)] as const)
      .filter(([, value]) => value !== ''),
  )
  const path = page.path.replace(/\{(\w+)\}/g, (_, name: string) => rawParams[name] ?? '')
  let query: Q
  let data: D
  try {
    if (form === 'ics' && page.calendar !== undefined) {
      const { reminders } = check<z.output<typeof calendarQuery>>(site, calendarQuery.strict(), given)
      const absolute = (to: string): string => new URL(to, c.req.url).href
      const asked = { params, hasReminders: reminders !== 'none', absolute }
      return answerCalendar(c, fileName(site, path, 'ics'), await page.calendar(site, asked))
    }
    query = check<Q>(site, page.query.strict(), given)
    data = await page.load(site, { params, query })
  } catch (error) {
    const isMissing = error instanceof Problem && error.type === 'not-found'
    const other = isMissing ? await page.moved?.(site, params) : undefined
    if (other === undefined) throw error
    const moved = page.path.replace(/\{(\w+)\}/g, (_, name: string) =>
      String((other as Record<string, unknown>)[name]),
    )
    return c.redirect(form === 'html' ? addressOf(site, moved, given) : twinOf(site, moved, form, given))
  }
  if (form === 'json') {
    const notice = site.banner === null ? {} : { notice: site.banner }
    const body = JSON.stringify({ world: site.world, ...notice, ...page.json(data) }, null, 2)
    return c.body(body, 200, { 'content-type': 'application/json; charset=utf-8' })
  }
  if (form === 'xlsx' || form === 'csv') {
    const asked = { page: page.summary, path, given, json: page.json(data) }
    return answerTable(c, site, form, page.csv(data), path, originOf(c, site, asked))
  }
  const made = await page.page(site, await nameStates(site, data, page.unnamed), { params, query })
  if (page.withoutChance !== undefined) {
    const same = createHash('sha1').update(page.withoutChance(String(made)))
    c.header('etag', `W/"${same.digest('hex')}"`)
  }
  return c.html(made)
}

const describe = <P, Q, D>(app: OpenAPIHono, page: TwinPage<P, Q, D>): void => {
  const hasParameters = page.path.includes('{')
  const forms: { form: Form; path: string; type: string; schema: z.ZodType }[] = [
    { form: 'html', path: page.path, type: 'text/html', schema: z.string() },
    {
      form: 'json',
      path: page.path === '/' ? '/index.json' : `${page.path}.json`,
      type: 'application/json',
      schema: page.data,
    },
    {
      form: 'csv',
      path: page.path === '/' ? '/index.csv' : `${page.path}.csv`,
      type: 'text/csv',
      schema: z.string(),
    },
    {
      form: 'xlsx',
      path: page.path === '/' ? '/index.xlsx' : `${page.path}.xlsx`,
      type: xlsxType,
      schema: z.string().openapi({ format: 'binary' }),
    },
    ...(page.calendar === undefined
      ? []
      : [{ form: 'ics' as const, path: `${page.path}.ics`, type: 'text/calendar', schema: z.string() }]),
  ]
  const refusals: ProblemType[] = [
    'usage',
    ...(hasParameters ? ['not-found' as const] : []),
    ...(page.refusals ?? []),
  ]
  const refusal = (description: string) => ({
    description,
    content: { 'application/problem+json': { schema: problemSchema } },
  })
  for (const { form, path, type, schema } of forms) {
    app.openAPIRegistry.registerPath({
      method: 'get',
      path,
      operationId: `${page.summary.replace(/[^a-zA-Z]+/g, '-').toLowerCase()}-${form}`,
      summary: form === 'html' ? page.summary : `${page.summary} (${form.toUpperCase()})`,
      request: {
        ...(hasParameters ? { params: page.params as unknown as z.ZodObject } : {}),
        query: form === 'ics' ? calendarQuery : page.query,
      },
      responses: {
        200: { description: page.summary, content: { [type]: { schema } } },
        304: { description: 'Not modified since the answer whose ETag was sent as If-None-Match' },
        ...Object.fromEntries(
          refusals.map((kind) => [problemTypes[kind].status, refusal(problemTypes[kind].title)]),
        ),
      },
    })
  }
}

/** Adds the page and its twins to the app, and to its OpenAPI document. */
export const servePage = <P, Q, D>(app: OpenAPIHono, site: Site, page: TwinPage<P, Q, D>): void => {
  describe(app, page)
  if (page.path.endsWith('}')) {
    app.get(honoPath(page.path), (c) => {
      const { params, form } = takeSuffix(
        page.path,
        c.req.param() as Record<string, string>,
        page.calendar !== undefined,
      )
      return answer(c, site, page, form, params)
    })
    return
  }
  const path = honoPath(page.path)
  const stem = path === '/' ? '/index' : path
  const answerAs = (form: Form) => (c: Context) =>
    answer(c, site, page, form, c.req.param() as Record<string, string>)
  app.get(path, answerAs('html'))
  app.get(`${stem}.json`, answerAs('json'))
  app.get(`${stem}.csv`, answerAs('csv'))
  app.get(`${stem}.xlsx`, answerAs('xlsx'))
  if (page.calendar !== undefined) app.get(`${stem}.ics`, answerAs('ics'))
}
