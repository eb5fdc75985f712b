// The invented plan as a source document: its sentences, and what each became.
import type { DocumentShown } from '../../../src/web/data/documents.ts'
import { plan } from './plan.ts'

export const fictionalDocument: DocumentShown = {
  id: plan.id,
  title: plan.title,
  notice: plan.notice,
  noticeIn: plan.noticeIn,
  source: plan.source,
  language: plan.language,
  parts: plan.sections
    .filter((section) => section.actions.length > 0)
    .map((section) => ({
      number: section.number,
      title: section.title,
      topic: null,
      promises: section.actions.map((action) => ({
        sentence: action.text,
        language: plan.language,
        became: [
          {
            kind: 'action',
            title: action.number,
            label: action.text,
            language: plan.language,
            path: `/plans/${plan.id}`,
            indicator: null,
          },
          ...action.indicators.map((indicator) => ({
            kind: 'indicator',
            title: indicator.number,
            label: indicator.text,
            language: plan.language,
            path: `/plans/${plan.id}/${indicator.number}`,
            indicator: indicator.id,
          })),
        ],
      })),
    })),
}
