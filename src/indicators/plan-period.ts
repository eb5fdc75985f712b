// The years a plan or pledge runs, as its text says them.
import type { Plan } from '../instruments/plan.ts'

/** First year, the first that is no longer in it, and whether the text itself says so. */
export type PlanPeriod = { from: number; until: number; stated: boolean }

const month = "(?:(?:\\d{1,2}(?:st|nd|rd|th|er|º)?\\s+)?(?:de\\s+|d[’'])?\\p{L}{3,12}\\.?\\s+(?:de\\s+)?)?"

/** "2026-2029", "from 2026 to 2029", "between 2026 and 2029", "1 January 2026 to 31 December 2029". */
const yearsSaid = new RegExp(
  `(?<![\\d/])(20\\d\\d)(?:\\s*(?:гг?\\.?|год[а-я]*|он[а-яөү]*))?\\s*(?:[-–—/]|to|until|through|till|à|au|a|al|hasta(?: el)?|по|до|оноос|-?өөс|-?оос|إلى|حتى|至|到)\\s*${month}(20\\d\\d)(?![\\d/])|` +
    `(?<!\\p{L})(?:between|entre|между)\\s+${month}(20\\d\\d)\\s+(?:and|et|y|и)\\s+${month}(20\\d\\d)(?!\\d)`,
  'iu',
)

/**
 * The years a text says it runs: in its title, in the lines before its first part, in a heading, a paragraph or an action, in
 * this order. Where it says none, the year of `today` (YYYY-MM-DD) and four more, `stated` false. Never more than thirty years.
 */
export const periodOf = (
  { title, frontMatter, sections, actions }: Pick<Plan, 'title' | 'frontMatter' | 'sections' | 'actions'>,
  today: string,
): PlanPeriod => {
  const texts = [
    title,
    ...frontMatter.map(({ text }) => text),
    ...sections.map((section) => section.title),
    ...sections.flatMap(({ paragraphs, lists }) => [
      ...paragraphs.map(({ text }) => text),
      ...lists.flatMap(({ items }) => items.map(({ text }) => text)),
    ]),
    ...actions.map(({ text }) => text),
  ]
  const span = texts.map((text) => yearsSaid.exec(text)).find((found) => found !== null) ?? null
  const first = span === null ? Number(today.slice(0, 4)) : Number(span[1] ?? span[3])
  const last = span === null ? first + 4 : Number(span[2] ?? span[4])
  return { from: first, until: Math.min(Math.max(last, first), first + 30) + 1, stated: span !== null }
}
