// What is wrong with a draft, in words, each with the question it is about.
import type { FieldIssue } from '../../../facts/kind.ts'
import { issuesIn } from '../../../reports/draft-sections.ts'
import { answerableQuestions } from '../../../rules/questionnaire-schema.ts'
import type { DraftShown } from '../../data/enter.ts'
import type { Wrong } from '../../forms/errors.ts'
import { issueWords } from '../../forms/issue-words.ts'
import { type Html, inLanguage } from '../../html.ts'
import { addressOf, type Site } from '../../site.ts'
import type { TextKey } from '../../text.ts'

const documentLabels: Record<string, TextKey> = {
  'document.receivedOn': 'document.receivedOn',
  'document.title': 'document.title',
  'document.language': 'document.language',
  'document.form': 'document.form',
  'document.pages': 'document.pages',
  'document.voluntary': 'document.voluntary',
  'document.sourceTitle': 'document.sourceTitle',
  'document.sourceAddress': 'document.sourceAddress',
  'document.sourcePublisher': 'document.sourcePublisher',
  'document.sourceDate': 'document.sourceDate',
}

/** What a field of the form is called: the words of its question, or what is asked of the document. */
export const labelOf = (
  site: Site,
  { questionnaire }: Pick<DraftShown, 'questionnaire'>,
  field: string,
): string | Html => {
  const key = documentLabels[field]
  if (key !== undefined) return site.text(key)
  const id = field.startsWith('answers.') ? field.split('.')[1] : undefined
  const question = answerableQuestions(questionnaire).find((one) => one.id === id)
  return question === undefined ? site.text('check.this') : inLanguage(question.text, 'en')
}

const wrongOf = (site: Site, shown: DraftShown, issue: FieldIssue, page?: string): Wrong => ({
  field: issue.field,
  label: labelOf(site, shown, issue.field),
  words: issueWords(site, issue),
  ...(page === undefined ? {} : { page }),
})

/** What is wrong in one section. */
export const wrongInSection = (site: Site, shown: DraftShown, id: string): Wrong[] => {
  const section = shown.sections.find((one) => one.section.id === id)?.section
  return section === undefined
    ? []
    : issuesIn(section, shown.issues).map((issue) => wrongOf(site, shown, issue))
}

/** What is wrong in all of it, each with the page of its section. */
export const wrongInDraft = (site: Site, shown: DraftShown): Wrong[] =>
  shown.issues.map((issue) => {
    const own = shown.sections.find((one) => issuesIn(one.section, [issue]).length > 0)
    return own === undefined
      ? { ...wrongOf(site, shown, issue), field: undefined }
      : wrongOf(
          site,
          shown,
          issue,
          addressOf(site, `/enter/reports/${shown.draft.draftId}/${own.section.id}`),
        )
  })
