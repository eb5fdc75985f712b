// What an end note tells of a statement taken back, and on which day; never guessed where it names several.
import { oneLine } from './html.ts'
import { dayOf, dayPattern } from './status-date.ts'

const takesBack =
  /\b(?:withdr(?:aw|aws|ew|awn|awing|awal)|lift(?:s|ed|ing)?)\b[^.;]{0,120}\b(?:reservations?|declarations?|objections?|understandings?|statements?|notifications?|communications?)\b|\b(?:reservations?|declarations?|objections?|understandings?|statements?)\b[^.;]{0,120}\bwithdr(?:awn|awal)\b/i
/** Not the first of several days. */
const alone = String.raw`(?!\s*(?:and|,|to)\s*(?:on\s+)?\d)`
const opening = new RegExp(
  String.raw`^(?:subsequently,?\s+|further,?\s+|then,?\s+)?(?:on|in an?\s+(?:\w+\s+)?(?:communication|notification|letter|note)\s+(?:received|dated|of)(?:\s+(?:on|by the Secretary-General on))?)\s+${dayPattern}${alone}`,
  'i',
)
const received = new RegExp(
  String.raw`\b(?:received|deposited|notified|informed)\b[^.;]{0,160}?\bon\s+${dayPattern}${alone}`,
  'i',
)

export type TakenBack = {
  /** `YYYY-MM-DD`; null where the words name no day of it, or several. */
  on: string | null
}

const withoutQuotations = (text: string): string =>
  text.replace(/“[^”]*”|"[^"]*"|«[^»]*»/g, ' … ').replace(/\([^()]*\)/g, ' ')

/** Whether the words tell that a statement was withdrawn, in whole or in part; others' words in quotation marks do not count. */
export const takenBackIn = (words: string): TakenBack | undefined => {
  const sentences = withoutQuotations(words.replaceAll('\n', ' '))
    .split(/(?<=[.;:])\s+(?=\p{Lu})/u)
    .map(oneLine)
    .filter((sentence) => takesBack.test(sentence))
  if (sentences.length === 0) return undefined
  const days = new Set(
    sentences.flatMap((sentence) => {
      const found = opening.exec(sentence) ?? received.exec(sentence)
      const day = found === null ? undefined : dayOf(found[1]!, found[2]!, found[3]!)
      return day === undefined ? [''] : [day]
    }),
  )
  const [day] = days
  return { on: days.size === 1 && day !== '' ? day! : null }
}
