// The source documents a world starts from, and what their sentences became here.
import { heldPlans } from '../../indicators/plans.ts'
import type { ShippedInstrument } from '../../instruments/read.ts'
import type { BecameShown, DocumentData, DocumentPart, DocumentShown } from '../data/documents.ts'

type Indicator = ShippedInstrument['planIndicators'][number]

const becameIndicator = (plan: ShippedInstrument, { id, text }: Indicator): BecameShown => ({
  kind: 'indicator',
  title: id,
  label: text,
  language: plan.source.language,
  path: `/plans/${plan.id}/${id}`,
  indicator: `${plan.id}/${id}`,
})

/** The actions of a plan by section, each with its indicators, then those of the plan as a whole where they stand. */
const partsOf = (plan: ShippedInstrument): DocumentPart[] => {
  const language = plan.source.language
  const sections = plan.sections.map((section) => ({
    number: section.number,
    title: section.title,
    promises: [
      ...plan.actions
        .filter((action) => action.section === section.heading)
        .map((action) => ({
          sentence: action.text,
          language,
          became: [
            {
              kind: 'action',
              title: String(action.number),
              label: action.text,
              language,
              path: `/plans/${plan.id}#action-${action.number}`,
              indicator: null,
            },
            ...action.indicators.map((indicator) => becameIndicator(plan, indicator)),
          ],
        })),
    ],
  }))
  return sections.filter((section) => section.promises.length > 0)
}

const documentOf = (plan: ShippedInstrument): DocumentShown => ({
  id: plan.id,
  title: plan.title,
  notice: plan.notice ?? null,
  source: {
    title: plan.source.title,
    address: null,
    publisher: plan.source.publisher ?? null,
    date: plan.source.date ?? null,
  },
  language: plan.source.language,
  parts: partsOf(plan),
})

/** Documents of one world. */
export const documentsHeld = (): DocumentData => ({
  listDocuments: async () => heldPlans().map((plan) => documentOf(plan.instrument)),
})
