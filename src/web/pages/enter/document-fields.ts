// The fields about the report itself: when it was received, what it is, where it was read.
import { isAskedOf } from '../../../reports/own-report.ts'
import { reportForms } from '../../../reports/report.ts'
import type { DraftShown } from '../../data/enter.ts'
import type { Field } from '../../forms/field.ts'
import type { Site } from '../../site.ts'
import { meanwhileIn, type SectionFilled } from './question.ts'

const formKeys = {
  'guide-to-reporting': 'document.form.guide-to-reporting',
  forms: 'document.form.forms',
  'cover-page': 'document.form.cover-page',
} as const

const formField = ({ text }: Site): Field => ({
  as: 'choice',
  name: 'document.form',
  label: text('document.form'),
  options: [
    ...reportForms.map((form) => ({ value: form, label: text(formKeys[form]) })),
    { value: '', label: text('document.form.none') },
  ],
})

/**
 * `hasForms`: the questionnaire places its questions in forms, so that the report may have been made on them. Whoever
 * writes their own report is not asked when it was received, nor where it was read.
 */
export const fieldsOfDocument = (
  site: Site,
  { draft }: Pick<DraftShown, 'draft'>,
  filled: SectionFilled,
  hasForms: boolean,
): Field[] => {
  const { text } = site
  const fields: Field[] = [
    {
      as: 'text',
      name: 'document.receivedOn',
      label: text('document.receivedOn'),
      hint: text('document.receivedOn.hint'),
      isNeeded: true,
      width: 'short',
      inputMode: 'numeric',
    },
    { as: 'text', name: 'document.title', label: text('document.title') },
    {
      as: 'text',
      name: 'document.language',
      label: text('document.language'),
      hint: text('entry.language.hint'),
      width: 'year',
    },
    // What was said of it once is not lost by being saved again.
    ...(hasForms || filled.typed['document.form'] ? [formField(site)] : []),
    {
      as: 'text',
      name: 'document.pages',
      label: text('document.pages'),
      hint: text('document.pages.hint'),
      width: 'year',
      inputMode: 'numeric',
    },
    {
      as: 'choice',
      name: 'document.voluntary',
      label: text('document.voluntary'),
      options: [
        { value: 'yes', label: text('document.voluntary.yes') },
        { value: 'no', label: text('document.voluntary.no') },
        { value: '', label: text('document.voluntary.open') },
      ],
    },
    {
      as: 'text',
      name: 'document.sourceTitle',
      label: text('document.sourceTitle'),
      hint: text('document.sourceTitle.hint'),
    },
    {
      as: 'text',
      name: 'document.sourceAddress',
      label: text('document.sourceAddress'),
      hint: text('document.sourceAddress.hint'),
      inputMode: 'url',
    },
    { as: 'text', name: 'document.sourcePublisher', label: text('document.sourcePublisher') },
    {
      as: 'text',
      name: 'document.sourceDate',
      label: text('document.sourceDate'),
      hint: text('document.sourceDate.hint'),
      width: 'short',
    },
  ]
  const asked = fields.filter(({ name }) => isAskedOf(draft, name))
  return asked.map((field) => ({ ...field, beside: meanwhileIn(site, filled, field.name) }))
}
