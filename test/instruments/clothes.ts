// The draft plan that ships, in parts, so that tests can dress it as such documents are published; and what must come
// out of every dress: the very texts of the text import.
import type { Plan } from '../../src/instruments/plan.ts'
import { readPlan } from '../../src/instruments/read.ts'

export type DraftAction = { number: number; text: string; indicators: string[] }
/** A section with its numbered paragraphs, its list, and the actions under it. */
export type DraftPart = {
  heading: string
  number: string
  title: string
  paragraphs: string[]
  list: string[]
  actions: DraftAction[]
}

export const draftId = 'siem-reap-angkor-draft-2024-08'

/** The sections of the draft, each with its actions. */
export const draftParts = (): DraftPart[] => {
  const plan = readPlan(draftId)
  return plan.sections.map((section) => ({
    heading: section.heading,
    number: section.number ?? '',
    title: section.title,
    paragraphs: section.paragraphs.map((paragraph) => paragraph.text),
    list: section.lists.flatMap((list) => list.items.map((item) => item.text)),
    actions: plan.actions
      .filter((action) => action.section === section.heading)
      .map((action) => ({
        number: Number(action.number),
        text: action.text,
        indicators: action.indicators.map((indicator) => indicator.text),
      })),
  }))
}

export const draftTitle = 'Draft Siem Reap – Angkor Action Plan 2025-2029'

type Items = {
  actions: { id: string; text: string; indicators: { id: string; text: string; unit: string }[] }[]
}

/** "7: text" and "7.1 percentage: text" of a plan, in order: what must be equal whatever the dress. */
export const promisesOf = ({ actions }: Items): string[] =>
  actions.flatMap((action) => [
    `${action.id}: ${action.text}`,
    ...action.indicators.map(({ id, unit, text }) => `${id} ${unit}: ${text}`),
  ])

/** The promises of the draft as the text import has them. */
export const draftPromises = (): string[] => promisesOf(readPlan(draftId))

/** Unplaced lines, in words. */
export const unplacedOf = (plan: Plan): string[] => plan.unplaced.map(({ text }) => text)
