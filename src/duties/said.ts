// Small words about a duty that pages and calendars share.
import { isIdOnly } from '../facts/id-only.ts'
import type { Text } from '../words/text.ts'
import type { DutyOwed } from './owed.ts'

/** "Article 5" of a treaty, "Action 9" of a plan; nothing where it has no number. */
export const articleSaid = (text: Text, article: string | null): string =>
  article === null ? '' : /^\d/.test(article) ? text('duty.article', { article }) : article

/**
 * Which of several, as people say it: a meeting by its code, "first", "2nd of its period", the end of a term. Nothing where the date says
 * it already, or where it is only the id of a fact.
 */
export const instanceSaid = (text: Text, { instance, due }: Pick<DutyOwed, 'instance' | 'due'>): string => {
  if (instance === null || due?.startsWith(instance) === true || isIdOnly(instance)) return ''
  if (instance === 'ends') return text('duty.instance.ends')
  if (instance === 'first') return text('duty.instance.first')
  const nth = due !== null && instance.startsWith(`${due}-`) ? instance.slice(due.length + 1) : ''
  return /^\d+$/.test(nth) ? text('duty.instance.nth', { nth }) : instance
}
