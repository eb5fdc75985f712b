// What of a fact as typed may be so and may be an oversight: asked before it is stored, beside the numbers that do not agree.
import type { FieldIssue } from '../../../facts/kind.ts'
import type { Wrong } from '../../forms/errors.ts'
import { byField } from '../../forms/errors.ts'
import { type Field, fieldId } from '../../forms/field.ts'
import { issueWords } from '../../forms/issue-words.ts'
import { type Html, html, nothing } from '../../html.ts'
import type { Site } from '../../site.ts'
import { type FieldGroup, labelIn } from './fact-fields.ts'

/** The field by which whoever wrote it says that it is so. */
export const confirmedField = 'confirmed'

export const isConfirmed = (posted: Readonly<Record<string, string>>): boolean =>
  posted[confirmedField] === 'yes'

/** Said where it was sent on without a word on what was asked. */
export const unconfirmed = (site: Site, questions: readonly FieldIssue[]): Wrong[] =>
  questions.length === 0
    ? []
    : [
        {
          field: confirmedField,
          label: site.text('newFact.questions'),
          words: site.text('newFact.questions.unanswered'),
        },
      ]

const askedWords = (site: Site, groups: readonly FieldGroup[], one: FieldIssue): Html =>
  html`<b>${labelIn(groups, one.field) ?? one.field}</b>: ${issueWords(site, one)}`

/** The tick by which whoever wrote something says that it is so. */
export const confirmTick = ({ label, isMissing }: { label: string | Html; isMissing: boolean }): Html => {
  const id = fieldId(confirmedField)
  return html`<div class="tick"><input type="checkbox" id="${id}" name="${confirmedField}" value="yes"${isMissing ? html` aria-invalid="true" aria-describedby="${id}-wrong"` : nothing}><label for="${id}">${label}</label></div>`
}

/** The questions with the tick that answers them; nothing where nothing is asked. */
export const questionsHtml = (
  site: Site,
  groups: readonly FieldGroup[],
  questions: readonly FieldIssue[],
  isMissing: boolean,
): Html => {
  const { text } = site
  const id = fieldId(confirmedField)
  return questions.length === 0
    ? nothing
    : html`<fieldset class="field-block${isMissing ? ' is-wrong' : ''}"><legend>${text('newFact.questions')}</legend><ul>${questions.map((one) => html`<li>${askedWords(site, groups, one)}</li>`)}</ul>${isMissing ? html`<p class="wrong" id="${id}-wrong"><span class="vh">${text('form.error')}</span> ${text('newFact.questions.unanswered')}</p>` : nothing}
${confirmTick({ label: text('newFact.questions.isSo'), isMissing })}</fieldset>`
}

/** The fields of the form with what is asked of each beside it. */
export const withQuestions = (
  site: Site,
  groups: readonly FieldGroup[],
  questions: readonly FieldIssue[],
): FieldGroup[] => {
  const asked = byField(
    questions.map((one) => ({ field: one.field, label: one.field, words: issueWords(site, one) })),
  )
  const beside = (field: Field): Field => {
    const words = asked.get(field.name)
    return words === undefined ? field : { ...field, beside: words.map((one) => html`<p>${one}</p>`) }
  }
  return groups.map((group) => ({ ...group, fields: group.fields.map(beside) }))
}
