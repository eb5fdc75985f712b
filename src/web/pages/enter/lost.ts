// A section sent to a draft that is no longer there: what was typed is shown once more, so that it is not lost with it.
import type { Context } from 'hono'
import { answerableQuestions } from '../../../rules/questionnaire-schema.ts'
import { answerRefused } from '../../forms/answered.ts'
import { meanwhileNotice } from '../../forms/meanwhile.ts'
import { type Html, html, inLanguage, nothing } from '../../html.ts'
import { layout } from '../../layout.ts'
import { addressOf, type Site } from '../../site.ts'
import { partLabel, saysTyped } from './question.ts'
import { labelOf } from './wrong-answers.ts'

const typedList = async (site: Site, typed: readonly [string, string][]): Promise<Html> => {
  // The draft would have said of which report it was.
  const questionnaires = await site.data.enter.listQuestionnaires()
  const says = saysTyped(site)
  return html`<dl class="checked">${typed.map(([field, text]) => {
    const id = field.split('.')[1]
    const questionnaire =
      questionnaires.find((one) => answerableQuestions(one).some((question) => question.id === id)) ??
      questionnaires[0]
    const label = questionnaire === undefined ? field : labelOf(site, { questionnaire }, field)
    const part = partLabel(site, field)
    return html`<div><dt>${label}${part === undefined ? nothing : html` · ${part}`}</dt><dd>${says(field, text) ?? inLanguage(text, null)}</dd></div>`
  })}</dl>`
}

/** Says that the draft is gone (404), with everything that was typed into it. */
export const answerLost = (
  c: Context,
  site: Site,
  posted: Readonly<Record<string, string>>,
): Promise<Response> => {
  const { text } = site
  const typed = Object.entries(posted).filter(
    ([field, words]) => /^(document|answers)\./.test(field) && words.trim() !== '',
  )
  return answerRefused(c, site, { type: 'not-found', words: text('draft.lost') }, async () =>
    layout(site, {
      title: `${text('form.error')} ${text('entry.lost')}`,
      description: text('entry.lost'),
      path: '/enter',
      hasTwins: false,
      crumbs: [{ label: text('enter.nav'), path: '/enter' }, { label: text('entry.lost') }],
      part: 'enter',
      body: html`${meanwhileNotice(text('entry.lost'), html`<p>${text('draft.lost')}</p>`)}<header class="head"><h1>${text('entry.lost')}</h1></header>
${typed.length === 0 ? nothing : html`<p>${text('entry.lost.typed')}</p>${await typedList(site, typed)}`}
<p><a class="as-button" href="${addressOf(site, '/enter/reports/new')}">${text('begin.new')}</a></p>`,
    }),
  )
}
