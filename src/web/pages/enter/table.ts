// A table that others keep: its files brought, what would become of every row looked at, and just that stored.
import type { OpenAPIHono } from '@hono/zod-openapi'
import { z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { isDay } from '../../../facts/edtf.ts'
import { fatesTable } from '../../../mappings/fates.ts'
import { packSent, type Sent, unpackSent } from '../../../mappings/sent.ts'
import { type Issue, Problem, problem } from '../../../problem.ts'
import { asksForData } from '../../as-data.ts'
import { largestTable, type MappingShown, mostDrafted, type TableLooked } from '../../data/tables.ts'
import { answerRefused, answerWrong } from '../../forms/answered.ts'
import { byField, errorSummary, titleOf, type Wrong } from '../../forms/errors.ts'
import { type Field, fieldHtml, fieldId } from '../../forms/field.ts'
import { fileIssues } from '../../forms/file-issues.ts'
import { meanwhileNotice } from '../../forms/meanwhile.ts'
import { readPosted, seeOther } from '../../forms/posted.ts'
import { readUploadedForm, type UploadedForm } from '../../forms/uploaded.ts'
import { type Html, html, inLanguage, nothing } from '../../html.ts'
import { layout } from '../../layout.ts'
import { lookGives, rowsFields, rowsGive, storeFields, storeGives } from '../../schemas/tables.ts'
import { addressOf, type Site } from '../../site.ts'
import { siteFor } from '../../viewer.ts'
import { serveWrite } from '../../write.ts'
import { enteredNotice } from './start.ts'
import { countsLine, previewBody } from './table-preview.ts'
import { formatWords, megabytes, tablePath, tablesPath } from './table-words.ts'
import { kindWords, publisherWords, takenLine } from './tables.ts'
import { toldLine } from './told.ts'
import { actorField } from './whose.ts'

/** What is sent on from a preview: the files in signs of text. Bytes. */
const largestPosted = 2 * largestTable

type Typed = Readonly<Record<string, string>>
/** What was not taken: by field, or in the files. */
type NotTaken = { wrong: readonly Wrong[]; typed: Typed; file?: Problem }

const getMapping = async (site: Site, id: string): Promise<MappingShown> => {
  const one = (await site.data.listMappings()).find((mapping) => mapping.id === id)
  if (one === undefined) throw problem('not-found', `There is no mapping "${id}".`)
  return one
}

/** `title`: of what is done with the table; null where the page is about the table itself. */
const frame = (site: Site, one: MappingShown, title: string | null, isWrong: boolean, body: Html) => {
  const own = site.voice.names.ours(one.title)
  return layout(site, {
    title: titleOf(site, title === null ? own : `${title}: ${own}`, isWrong ? [true] : []),
    description: site.text('tables.description'),
    path: tablePath(one.id),
    hasTwins: false,
    crumbs: [
      { label: site.text('enter.nav'), path: '/enter' },
      { label: site.text('enter.chooseTable'), path: tablesPath },
      { label: own },
    ],
    part: 'enter',
    body,
  })
}

const placeWords = (site: Site, { file = '', line, path, sheet, cell }: Issue): string => {
  const { text } = site
  if (sheet !== undefined && cell !== undefined) return text('workbook.atCell', { sheet, cell })
  if (line === undefined) return path ?? file
  return path === undefined
    ? text('tables.inRow', { file, row: line })
    : text('tables.inColumn', { file, row: line, column: path })
}

const wrongFile = (site: Site, { message, issues }: Problem): Html =>
  html`<div class="wrong-summary" role="alert" id="problems" tabindex="-1" autofocus><p class="wrong-title">${inLanguage(message, 'en')}</p>${fileIssues(site, issues, (issue) => placeWords(site, issue))}<p>${site.text('tables.mend')}</p></div>`

type FileField = { name: string; label: string | Html; hint: string }

const fileField = (
  site: Site,
  { name, label, hint }: FileField,
  wrong: ReadonlyMap<string, string[]>,
): Html => {
  const id = fieldId(name)
  const words = wrong.get(name) ?? []
  return html`<div class="field-block${words.length === 0 ? '' : ' is-wrong'}"><label for="${id}">${label} <span class="needed">${site.text('form.needed')}</span></label><p class="hint" id="${id}-hint">${hint}</p>${words.length === 0 ? nothing : html`<p class="wrong" id="${id}-wrong"><span class="vh">${site.text('form.error')}</span> ${words.join(' ')}</p>`}<input type="file" id="${id}" name="${name}" accept=".csv,.tsv,.txt,.xlsx,.json,.gz" aria-describedby="${id}-hint${words.length === 0 ? '' : ` ${id}-wrong`}"${words.length === 0 ? nothing : html` aria-invalid="true"`}></div>`
}

const fileFields = (site: Site, one: MappingShown): FileField[] => [
  {
    ...{ name: 'file', label: site.text('tables.file') },
    hint: site.text('tables.file.hint', { format: formatWords(one.format) }),
  },
  ...one.beside.map(({ name, title }) => ({
    ...{ name: `beside.${name}`, label: inLanguage(title, 'en') },
    hint: site.text('tables.beside.hint'),
  })),
]

/** Whose facts: of those its reader writes for; at the desk everyone's, where nobody is chosen. */
const whoseField = async (site: Site): Promise<Field | undefined> => {
  const { text } = site
  const field = await actorField(site, 'fact', text('tables.actor'))
  if (field === undefined || field.as !== 'select') return field
  const withHint = { ...field, hint: text('tables.actor.hint') }
  if (site.person.as === 'person') return withHint
  const all = { value: '', label: text('tables.actor.all') }
  return {
    ...withHint,
    isNeeded: false,
    options: [all, ...field.options.filter(({ value }) => value !== '')],
  }
}

/** The commands that take in what is too large for a page. */
const commands = (site: Site, one: MappingShown): Html => {
  const isFictional = site.world === 'exercise'
  const options = [
    ...['FILE', '--mapping', isFictional ? `exercise/tables/${one.id}.yaml` : one.id],
    ...one.beside.flatMap(({ name }) => ['--with', `${name}=FILE`]),
    ...(isFictional ? ['--world', 'exercise'] : []),
  ].join(' ')
  return html`<p class="quiet">${site.text('tables.limit', { size: megabytes(largestTable) })}</p><ul class="quiet"><li><code>npm exec pacta -- data preview ${options}</code></li><li><code>npm exec pacta -- data import ${options}</code></li></ul>`
}

/** What it counts as, once it is recorded: received from whoever publishes it, or marked; drafts are their owner's word. */
const standsAs = (site: Site, { source, way }: MappingShown): Html => {
  const { text } = site
  if (site.world === 'exercise' || way !== 'recorded') return enteredNotice(site)
  return source.publisher !== null && source.address !== null
    ? html`<p class="notice">${text.rich('tables.received', { publisher: inLanguage(source.publisher, 'en') })}</p>`
    : html`<p class="notice">${text.rich('tables.marked', { mark: html`<span class="entered">${text('enter.marked')}</span>` })}</p>`
}

const headOf = ({ kicker, title, lead }: { kicker: Html | string; title: Html | string; lead: Html }): Html =>
  html`<header class="head"><p class="kicker">${kicker}</p><h1>${title}</h1>${lead}</header>`

const formOf = async (site: Site, one: MappingShown, { typed, wrong }: NotTaken): Promise<Html> => {
  const { text } = site
  const whose = await whoseField(site)
  if (one.way === 'command') return html`<p>${text('tables.way.command')}</p>${commands(site, one)}`
  if (whose === undefined) return html`<p>${text('whose.noFacts')}</p>`
  const words = byField(wrong)
  const received: Field = {
    ...{ as: 'text', name: 'receivedOn', label: text('tables.receivedOn'), width: 'short' },
    hint: text('tables.receivedOn.hint', { date: site.format.date(site.today()) }),
  }
  return html`<form class="entry" method="post" action="${addressOf(site, tablePath(one.id))}" enctype="multipart/form-data" novalidate>${fileFields(site, one).map((field) => fileField(site, field, words))}
${[whose, received].map((field) => fieldHtml(site, field, { typed, wrong: words }))}
<p class="buttons"><button type="submit">${text('tables.look')}</button></p></form>
${commands(site, one)}`
}

/** Where it begins; or what was not taken, with everything typed. A browser lets no page choose files again. */
const startPage = async (site: Site, one: MappingShown, not: NotTaken, isStored = false) => {
  const { text } = site
  const lead = html`<p>${site.voice.names.ours(one.reach)}</p>${standsAs(site, one)}${one.way === 'drafted' ? html`<p>${text('tables.way.drafted', { count: mostDrafted })}</p>` : nothing}`
  const told =
    isStored && one.taken.length > 0
      ? html`${text('tables.stored')} <a href="${addressOf(site, '/changes')}">${text('tables.goes.changes')}</a>`
      : undefined
  const facts: [string, Html][] = [
    [text('tables.publisher'), publisherWords(site, one)],
    [text('tables.becomes'), kindWords(site, one)],
  ]
  return frame(
    site,
    one,
    null,
    not.wrong.length > 0 || not.file !== undefined,
    html`${toldLine(told)}${not.file === undefined ? errorSummary(site, not.wrong) : wrongFile(site, not.file)}${headOf({ kicker: text('enter.chooseTable'), title: site.voice.names.ours(one.title), lead })}
<dl class="checked">${facts.map(([label, said]) => html`<div><dt>${label}</dt><dd>${said}</dd></div>`)}</dl>
${await formOf(site, one, not)}
${one.taken.length === 0 ? nothing : html`<section aria-labelledby="taken"><h2 id="taken">${text('tables.taken.before')}</h2><ul>${one.taken.map((taken) => html`<li>${takenLine(site, taken)}</li>`)}</ul></section>`}`,
  )
}

const previewPage = async (
  site: Site,
  one: MappingShown,
  sent: Sent,
  looked: TableLooked,
  isLate = false,
) => {
  const { text } = site
  const { toStore, isDrafted, summary } = looked
  const address = addressOf(site, tablePath(one.id))
  const actor = sent.actor === undefined ? undefined : await site.data.findActor(sent.actor)
  const lead = html`${countsLine(site, looked)}${actor === undefined ? nothing : html`<p>${text.rich('tables.onlyOf', { name: inLanguage(actor.name, null) })}</p>`}${standsAs(site, one)}`
  const store =
    toStore === 0
      ? nothing
      : isDrafted && toStore > mostDrafted
        ? html`<p class="notice">${text('tables.tooMany', { most: mostDrafted })}</p>`
        : html`<button type="submit">${text(isDrafted ? 'tables.ask' : 'tables.store')}</button> `
  return frame(
    site,
    one,
    text('tables.preview'),
    isLate,
    html`${isLate ? meanwhileNotice(text('tables.changed'), nothing) : nothing}${headOf({ kicker: site.voice.names.ours(one.title), title: text('tables.preview'), lead })}
${previewBody(site, looked)}
<form class="entry" method="post" action="${address}/store"><input type="hidden" name="sent" value="${packSent(sent)}"><input type="hidden" name="expects" value="${summary.outcome}">
<p class="buttons">${store}<button type="submit" class="second" formaction="${address}/rows">${text('tables.allRows')}</button> <a href="${address}">${text('tables.other')}</a></p></form>`,
  )
}

const isRefusal = (error: unknown): error is Problem =>
  error instanceof Problem && (error.type === 'input-rejected' || error.type === 'input-unreadable')

const wrongIn = (site: Site, one: MappingShown, { files, fields }: UploadedForm): Wrong[] => {
  const { text } = site
  const day = fields.receivedOn ?? ''
  const noDay =
    day === ''
      ? undefined
      : !isDay(day)
        ? text('tables.notADay', { found: day })
        : day > site.today()
          ? text('tables.ahead')
          : undefined
  return [
    ...fileFields(site, one).flatMap(({ name: field, label }) =>
      files.has(field) ? [] : [{ field, label, words: text('tables.noFile') }],
    ),
    ...(site.person.as === 'person' && !fields.actor
      ? [{ field: 'actor', label: text('tables.actor'), words: text('tables.noActor') }]
      : []),
    ...(noDay === undefined ? [] : [{ field: 'receivedOn', label: text('tables.receivedOn'), words: noDay }]),
  ]
}

const sentIn = (one: MappingShown, { files, fields }: UploadedForm): Sent => ({
  handed: {
    file: files.get('file')!,
    beside: new Map(one.beside.map(({ name }) => [name, files.get(`beside.${name}`)!])),
  },
  actor: fields.actor || undefined,
  receivedOn: fields.receivedOn || undefined,
})

const bring = async (c: Context, site: Site, one: MappingShown): Promise<Response> => {
  const words = site.text('tables.tooLarge', { size: megabytes(largestTable) })
  let form: UploadedForm
  try {
    form = await readUploadedForm(c, site, largestTable, words)
  } catch (error) {
    if (!(error instanceof Problem) || error.type !== 'form-too-large') throw error
    const wrong = [{ field: 'file', label: site.text('tables.file'), words }]
    return answerRefused(c, site, { type: 'form-too-large', words, wrong }, () =>
      startPage(site, one, { wrong, typed: {} }),
    )
  }
  const typed = form.fields
  const wrong = wrongIn(site, one, form)
  if (wrong.length > 0) return answerWrong(c, site, wrong, () => startPage(site, one, { wrong, typed }))
  const sent = sentIn(one, form)
  try {
    const looked = await site.data.lookAtTable({ mapping: one.id, ...sent })
    const { summary, toStore, waiting } = looked
    if (asksForData(c)) return c.json({ summary, toStore, waiting, sent: packSent(sent) })
    return c.html(await previewPage(site, one, sent, looked))
  } catch (error) {
    if (!isRefusal(error) || asksForData(c)) throw error
    return c.html(await startPage(site, one, { wrong: [], typed, file: error }), 422)
  }
}

/** What the preview sent on. Throws `usage` where it did not. */
const sentBack = (site: Site, posted: Typed): Sent => {
  // Names and the head take a little more than the files.
  const sent = unpackSent(posted.sent ?? '', largestTable + 16 * 1024)
  if (sent === undefined) throw problem('usage', site.text('form.notAForm'))
  return sent
}

const giveRows = async (c: Context, site: Site, one: MappingShown): Promise<Response> => {
  const sent = sentBack(site, await readPosted(c, site, largestPosted))
  const rows = await site.data.listFates({ mapping: one.id, ...sent })
  if (asksForData(c)) return c.json({ rows })
  return c.body(fatesTable(rows), 200, {
    'content-type': 'text/csv; charset=utf-8; header=present',
    'content-disposition': `attachment; filename="${one.id}-rows.csv"`,
  })
}

const store = async (c: Context, site: Site, one: MappingShown): Promise<Response> => {
  const posted = await readPosted(c, site, largestPosted)
  const sent = sentBack(site, posted)
  const asked = { mapping: one.id, ...sent }
  try {
    const stored = await site.data.storeTable({ ...asked, expects: posted.expects ?? '' })
    return site.person.as === 'person'
      ? seeOther(c, addressOf(site, '/waiting'), { more: stored })
      : seeOther(c, addressOf(site, tablePath(one.id)), { more: stored, said: { after: 'store' } })
  } catch (error) {
    if (error instanceof Problem && error.type === 'changed-meanwhile') {
      const looked = await site.data.lookAtTable(asked)
      const words = site.text('tables.changed')
      const more = { outcome: looked.summary.outcome }
      const refused = { type: 'changed-meanwhile', words, more } as const
      return answerRefused(c, site, refused, () => previewPage(site, one, sent, looked, true))
    }
    if (!isRefusal(error) || asksForData(c)) throw error
    return c.html(await startPage(site, one, { wrong: [], typed: {}, file: error }), 422)
  }
}

/** The page on which a table is brought, looked at and stored. */
export const serveTable = (app: OpenAPIHono, ofWorld: Site): void => {
  const siteAnd = async (c: Context): Promise<[Site, MappingShown]> => {
    const site = siteFor(c, ofWorld)
    return [site, await getMapping(site, c.req.param('mapping') ?? '')]
  }
  app.get(tablePath(':mapping'), async (c) => {
    const [site, one] = await siteAnd(c)
    return c.html(await startPage(site, one, { wrong: [], typed: {} }, c.req.query('after') === 'store'))
  })
  const look = {
    path: tablePath('{mapping}'),
    summary: 'Reads a table that others keep, and says what would become of every row; stores nothing',
    scope: 'enter',
    fields: z.object({}),
    file: 'file',
    fileDescription:
      'The file of the table. Beside it, as the mapping has them: further files in fields named "beside." and the name of the table; "actor", whose facts; "receivedOn", the day it was received',
    goesOn: false,
    gives: lookGives,
    refusals: ['input-unreadable'],
  } as const
  serveWrite(app, look, async (c) => bring(c, ...(await siteAnd(c))))
  const rows = {
    path: `${tablePath('{mapping}')}/rows`,
    summary: 'Lists what would become of every row of a table; stores nothing',
    scope: 'enter',
    fields: rowsFields,
    goesOn: false,
    gives: rowsGive,
    refusals: ['input-unreadable'],
  } as const
  serveWrite(app, rows, async (c) => giveRows(c, ...(await siteAnd(c))))
  const storing = {
    path: `${tablePath('{mapping}')}/store`,
    summary: 'Stores a table just as it was looked at, all of it or nothing',
    scope: 'enter',
    fields: storeFields,
    gives: storeGives,
    refusals: ['input-unreadable', 'changed-meanwhile'],
  } as const
  serveWrite(app, storing, async (c) => store(c, ...(await siteAnd(c))))
}
