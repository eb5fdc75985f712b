// One version of a report: who said what when; every question with its answer and what it rests on.
import { z } from '@hono/zod-openapi'
import { problem } from '../../problem.ts'
import { answerMark, answerNumber, answerStates, answerWord, lookOf } from '../answer-marks.ts'
import type { DutySetShown } from '../data/duties.ts'
import type { QuestionAsked, ReportOpened } from '../data/reports.ts'
import { type Html, html, inLanguage, nothing } from '../html.ts'
import { layout } from '../layout.ts'
import { markShapes, proportionBar, shapeOf, slugOf } from '../marks.ts'
import { idAsked } from '../schemas/asked.ts'
import { reportSchema } from '../schemas/reports.ts'
import { addressOf, type Site } from '../site.ts'
import { markOf, submittedMark, whoCoded } from '../submitted-mark.ts'
import type { TextKey } from '../text.ts'
import type { Table, TwinPage } from '../twin.ts'
import { historyOf } from './history/parts.ts'
import { changesSection } from './report-changes.ts'
import { indicatorLinks } from './reports.ts'

const params = z.object({ report: idAsked })
type Params = z.output<typeof params>
const query = z.object({
  answers: z.literal('given').optional().openapi({ description: '"given": only what is answered' }),
})
type Query = z.output<typeof query>

const isAnswered = (asked: QuestionAsked): boolean =>
  asked.answer !== null && asked.answer.state !== 'not reported'

/** The questions that are answered, under their headings; headings with none are left out. */
const answeredAmong = (questions: readonly QuestionAsked[]): QuestionAsked[] =>
  questions.flatMap((asked) => {
    if (asked.parts.length === 0) return isAnswered(asked) ? [asked] : []
    const parts = answeredAmong(asked.parts)
    return parts.length === 0 ? [] : [{ ...asked, parts }]
  })

type Loaded = {
  report: ReportOpened
  /** The groups asked for: all, or what is answered of them. */
  groups: ReportOpened['groups']
  /** The duties such a report fulfils. */
  duties: { path: string; title: string }[]
}

const dutiesOf = (sets: readonly DutySetShown[], obligation: string): Loaded['duties'] =>
  sets.flatMap(({ instrument, duties }) =>
    duties
      .filter((duty) => duty.obligation === obligation)
      .map(({ id, title }) => ({ path: `/duties/${instrument}/${id}`, title })),
  )

const load = async (site: Site, asked: { params: Params; query: Query }): Promise<Loaded> => {
  const report = await site.data.findReport(asked.params.report)
  if (report === undefined) throw problem('not-found', `No report is held under "${asked.params.report}".`)
  const groups =
    asked.query.answers === undefined
      ? report.groups
      : report.groups
          .map((group) => ({ ...group, questions: answeredAmong(group.questions) }))
          .filter((group) => group.questions.length > 0)
  return { report, groups, duties: dutiesOf(await site.data.listDutySets(), report.obligation) }
}

/** Questions that are answered, in order: headings are asked through their parts. */
const answerable = (questions: readonly QuestionAsked[]): QuestionAsked[] =>
  questions.flatMap((asked) => (asked.parts.length === 0 ? [asked] : answerable(asked.parts)))

const stateOf = (asked: QuestionAsked) => asked.answer?.state ?? 'not reported'

const evidenceOf = (site: Site, report: ReportOpened, { answer }: QuestionAsked): Html => {
  if (answer === null) return nothing
  const { text } = site
  const { page, quotation, language } = answer.evidence
  const place = [
    page === null ? null : /^\d/.test(page) ? text('report.page', { page }) : page,
    answer.codedBy === null
      ? null
      : text('report.codedBy', { name: whoCoded(site, answer.codedBy, 'coder') }),
    answer.confirmedBy === null
      ? answer.codedBy === null
        ? null
        : text('report.notConfirmed')
      : text('report.confirmedBy', { name: whoCoded(site, answer.confirmedBy, 'reviewer') }),
  ].filter((part) => part !== null)
  return html`${answer.text === null ? nothing : html`<p class="verbatim answer-text">${inLanguage(answer.text, report.language)}</p>`}${
    quotation === null
      ? nothing
      : html`<blockquote class="quote">${inLanguage(quotation, language ?? report.language)}</blockquote>`
  }${place.length === 0 ? nothing : html`<p class="where">${place.join(' · ')}</p>`}`
}

const readers = (site: Site, report: ReportOpened, asked: QuestionAsked): Html =>
  asked.readBy.length === 0
    ? html`<p class="where">${site.text('report.readByNone')}</p>`
    : html`<p class="where">${site.text('report.readBy')} ${indicatorLinks(site, asked.readBy, report.year)}</p>`

const questionItem = (site: Site, report: ReportOpened, asked: QuestionAsked): Html => {
  const words = html`<p class="question">${site.voice.names.ours(asked.text)}</p>`
  if (asked.parts.length > 0)
    return html`<li id="q-${asked.id}" class="asked heading">${words}<ul class="questions" role="list">${asked.parts.map((part) => questionItem(site, report, part))}</ul></li>`
  const { answer } = asked
  return html`<li id="q-${asked.id}" class="asked">${words}<div class="said"><p class="says">${answerMark(site, stateOf(asked))}${answer === null ? nothing : answerNumber(site, answer)}</p>${evidenceOf(site, report, asked)}${readers(site, report, asked)}</div></li>`
}

const groupSection = (site: Site, report: ReportOpened, group: ReportOpened['groups'][number]): Html => {
  const whole = report.groups.find((one) => one.id === group.id) ?? group
  const asked = answerable(whole.questions)
  const answered = asked.filter((one) => stateOf(one) !== 'not reported').length
  return html`<section class="plan-section" aria-labelledby="g-${group.id}"><h2 id="g-${group.id}">${site.voice.names.ours(group.title)}</h2>
<p class="quiet num">${site.text('report.answered', { n: answered, N: asked.length })}${group.form === null ? nothing : html` · ${site.text('report.form', { form: group.form })}`}</p>
<ul class="questions" role="list">${group.questions.map((question) => questionItem(site, report, question))}</ul></section>`
}

const contents = (site: Site, { report, groups }: Loaded): Html =>
  html`<nav class="contents" aria-label="${site.text('report.contents')}"><h2>${site.text('report.contents')}</h2><ol role="list">${groups.map(
    (group) => {
      const whole = report.groups.find((one) => one.id === group.id) ?? group
      const asked = answerable(whole.questions)
      const answered = asked.filter((one) => stateOf(one) !== 'not reported').length
      return html`<li class="wide"><a href="#g-${group.id}">${site.voice.names.ours(group.title)}</a> <span class="quiet num">${site.text('reports.of', { n: answered, N: asked.length })}</span></li>`
    },
  )}</ol></nav>`

const fieldWords: Record<string, TextKey> = {
  title: 'reportField.title',
  form: 'reportField.form',
  pages: 'reportField.pages',
  voluntary: 'reportField.voluntary',
}

const formWords: Record<string, TextKey> = {
  'guide-to-reporting': 'reportField.form.guide',
  forms: 'reportField.form.forms',
  'cover-page': 'reportField.form.cover',
}

const documentSection = (site: Site, report: ReportOpened): Html => {
  const { text, format } = site
  const value = (one: string | number | boolean): string =>
    typeof one === 'boolean'
      ? text(one ? 'report.yes' : 'report.no')
      : typeof one === 'number'
        ? format.number(one)
        : one
  const line = (label: string, words: Html | string | null): Html =>
    words === null ? nothing : html`<div><dt>${label}</dt><dd>${words}</dd></div>`
  const { source } = report
  return html`<section aria-labelledby="document"><h2 id="document">${text('report.document')}</h2><dl class="codes">
${Object.entries(report.document).map(([name, one]) => {
  const key = fieldWords[name]
  const form = name === 'form' ? formWords[String(one)] : undefined
  return line(
    key === undefined ? name : text(key),
    form === undefined ? inLanguage(value(one), null) : text(form),
  )
})}
${line(text('report.language'), report.language === null ? null : format.language(report.language))}
${line(text('report.subject'), report.subject)}
${line(
  text('report.source'),
  source === null
    ? text('report.noSource')
    : source.address === null
      ? source.title
      : html`<a href="${source.address}" rel="external noreferrer">${source.title}</a>`,
)}</dl></section>`
}

const versionsSection = (site: Site, report: ReportOpened): Html => {
  if (report.versions.length < 2) return nothing
  const { text, format } = site
  return html`<section aria-labelledby="versions"><h2 id="versions">${text('report.versions')}</h2><ul class="readings" role="list">${report.versions.map(
    (version) => {
      const here = version.name === report.name
      return html`<li${here ? html` class="here" aria-current="true"` : nothing}><p class="reading-name"><a href="${addressOf(site, `/reports/${version.name}`)}">${text('report.version', { version: version.version })}</a>${here ? html` <span class="quiet">${text('report.versions.here')}</span>` : nothing}</p>
<p class="reading-figure">${text('report.receivedOn', { date: format.shortDate(version.receivedOn) })}</p><p class="reading-words">${text(version.current ? 'report.current' : 'report.superseded')}</p></li>`
    },
  )}</ul></section>`
}

const dutiesPart = (site: Site, { report, duties }: Loaded): Html =>
  duties.length === 0
    ? nothing
    : html`<p class="quiet">${site.text('report.duty')} ${duties.map(({ path, title }, i) => html`${i === 0 ? '' : ', '}<a href="${addressOf(site, path)}">${site.voice.names.ours(title)}</a>`)} · <a href="${addressOf(site, `/states/${report.actor}/duties`)}">${site.text('report.duties')}</a></p>`

const answerSection = (site: Site, loaded: Loaded): Html => {
  const { report } = loaded
  const { text, format } = site
  const asked = report.groups.flatMap((group) => answerable(group.questions))
  const states = answerStates
    .map((state) => ({ state, members: asked.filter((one) => stateOf(one) === state).length }))
    .filter(({ members }) => members > 0)
  const answered = asked.filter((one) => stateOf(one) !== 'not reported').length
  return html`<section class="answer s-known" aria-labelledby="answer"><h2 id="answer" class="vh">${text('indicator.answer')}</h2>
<div class="answer-figure"><p class="big words">${text('report.version', { version: report.version })}</p><p class="big-of">${text('report.receivedOn', { date: format.date(report.receivedOn) })}</p></div>
<div class="answer-words"><p><span class="status">${text(report.current ? 'report.current' : 'report.superseded')}</span>${report.entered ? html` <span class="entered">${text('fact.entered')}</span>` : submittedMark(site, report)}${report.document.voluntary === true ? html` <span class="status">${text('stateSheet.voluntary')}</span>` : nothing}</p>
${report.entered ? html`<p>${text('report.enteredMeans')}</p>` : nothing}
${report.dueOn === null || report.isLate === null ? nothing : html`<p>${text(report.isLate ? 'report.late' : 'report.inTime', { date: format.date(report.dueOn) })}</p>`}
<p>${text('report.answered', { n: answered, N: asked.length })}</p>
${report.readBy.length === 0 ? nothing : html`<p class="quiet">${text('report.countedBy')} ${indicatorLinks(site, report.readBy, report.year)}</p>`}
${dutiesPart(site, loaded)}</div>
${
  states.length === 0
    ? nothing
    : html`<div class="answer-bar">${proportionBar(states.map(({ state, members }) => ({ state: lookOf(state), members })))}<ul class="legend" role="list">${states.map(({ state, members }) => html`<li><span class="field f-${slugOf(lookOf(state))}">${shapeOf(lookOf(state))}</span> <b class="num">${format.number(members)}</b> ${answerWord(site, state)}</li>`)}</ul></div>`
}</section>`
}

const otherAnswers = (site: Site, report: ReportOpened): Html =>
  report.otherAnswers.length === 0
    ? nothing
    : html`<section class="plan-section" aria-labelledby="other-answers"><h2 id="other-answers">${site.text('report.otherAnswers')}</h2><ul class="questions" role="list">${report.otherAnswers.map((answer) => questionItem(site, report, { id: answer.question, text: answer.question, help: null, unit: null, form: null, answer, readBy: [], parts: [] }))}</ul></section>`

/** Every question of these, headings too. */
const idsIn = (questions: readonly QuestionAsked[]): Set<string> =>
  new Set(questions.flatMap((asked) => [asked.id, ...idsIn(asked.parts)]))

const textsIn = (questions: readonly QuestionAsked[]): [string, string][] =>
  questions.flatMap((asked) => [[asked.id, asked.text] as [string, string], ...textsIn(asked.parts)])

/** All questions, or only what is answered. */
const choices = (site: Site, report: ReportOpened, asked: Query): Html => {
  const path = `/reports/${report.name}`
  const link = (answers: Query['answers'], label: TextKey): Html =>
    html`<li><a href="${addressOf(site, path, { answers })}#answers"${asked.answers === answers ? html` aria-current="true"` : nothing}>${site.text(label)}</a></li>`
  return html`<nav aria-label="${site.text('report.choose')}"><ul class="choices" role="list">${link(undefined, 'report.choose.all')}${link('given', 'report.choose.answered')}</ul></nav>`
}

const page = async (site: Site, loaded: Loaded, { query: chosen }: { query: Query }): Promise<Html> => {
  const { report, groups } = loaded
  const { text } = site
  const asked = { name: report.actorName, year: report.coversYear }
  const texts = new Map(report.groups.flatMap((group) => textsIn(group.questions)))
  return layout(site, {
    title: `${text('report.title', asked)}, ${text('report.version', { version: report.version })}`,
    description: text('report.description', { ...asked, title: report.title, version: report.version }),
    path: `/reports/${report.name}`,
    query: chosen,
    crumbs: [
      {
        label: text('reports.title'),
        path: '/reports',
        query: { obligation: report.obligation, year: report.year },
      },
      { label: text('report.title', asked) },
    ],
    part: 'reports',
    body: html`${markShapes}
<header class="head"><p class="kicker"><a href="${addressOf(site, `/states/${report.actor}`)}">${inLanguage(report.actorName, null)}</a> · ${site.voice.names.ours(report.title)}</p><h1>${text.rich('report.title', { name: inLanguage(report.actorName, null), year: String(report.coversYear) })}</h1>${await historyOf(site, `report:${report.name}`)}</header>
${answerSection(site, loaded)}
<div class="pair">${documentSection(site, report)}${versionsSection(site, report)}</div>
${changesSection(site, report, texts, idsIn(groups.flatMap((group) => group.questions)))}
<section aria-labelledby="answers"><h2 id="answers">${text('report.answers')}</h2>${choices(site, report, chosen)}</section>
<div class="with-contents">${contents(site, loaded)}<div class="plan-text">${groups.map((group) => groupSection(site, report, group))}${otherAnswers(site, report)}</div></div>`,
  })
}

const csv = ({ report, groups }: Loaded): Table => {
  const rows = (group: string | null, questions: readonly QuestionAsked[]) =>
    answerable(questions).map((asked) => [
      report.name,
      report.actor,
      report.obligation,
      report.coversYear,
      report.version,
      report.receivedOn,
      group,
      asked.id,
      asked.text,
      stateOf(asked),
      asked.answer?.number ?? null,
      asked.answer?.unit ?? asked.unit,
      asked.answer?.text ?? null,
      asked.answer?.evidence.page ?? null,
      asked.answer?.evidence.quotation ?? null,
      asked.answer?.evidence.language ?? null,
      asked.answer?.codedBy ?? null,
      asked.answer?.confirmedBy ?? null,
      asked.readBy.join(' '),
      markOf(report),
    ])
  return {
    columns: [
      'report',
      'actor',
      'obligation',
      'covers_year',
      'version',
      'received_on',
      'group',
      'question',
      'text',
      'state',
      'number',
      'unit',
      'says',
      'page',
      'quotation',
      'quotation_language',
      'coded_by',
      'confirmed_by',
      'read_by',
      'mark',
    ],
    rows: [
      ...groups.flatMap((group) => rows(group.id, group.questions)),
      ...report.otherAnswers.flatMap((answer) =>
        rows(null, [
          {
            id: answer.question,
            text: '',
            help: null,
            unit: null,
            form: null,
            answer,
            readBy: [],
            parts: [],
          },
        ]),
      ),
    ],
  }
}

export const reportPage: TwinPage<Params, Query, Loaded> = {
  path: '/reports/{report}',
  summary: 'One version of a report with its answers',
  params: params as unknown as z.ZodType<Params>,
  query,
  data: reportSchema,
  example: async (site) => {
    for (const { obligation, years } of await site.data.listReportingCycles())
      for (const year of years) {
        const { receipts } = await site.data.showReporting({ obligation, year })
        const received = receipts.find((receipt) => receipt.report !== null)
        if (received !== undefined) return `/reports/${received.report}`
      }
    return undefined
  },
  load,
  page,
  json: ({ report, groups }) => ({ ...report, groups }),
  csv,
}
