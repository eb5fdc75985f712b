// Figures in words: n of N first and the percentage behind it, so that 2 of 3 is never only 66.7 %.
import type { ReleaseValue } from '../../releases/release.ts'
import type { Indicator, Reading } from './reading.ts'
import { isShare, measured, percentOf } from './reading.ts'
import type { Speaker } from './speaker.ts'

/** "not known", "no cases", "provisional (to 1 March 2026)", "known". */
export const statusWords = ({ text, format }: Speaker, value: ReleaseValue | undefined): string => {
  if (value === undefined) return text('value.noValues')
  if (value.status === 'provisional')
    return text('status.provisionalTo', { date: format.shortDate(value.provisionalUntil ?? '') })
  if (value.status === 'not known') return text('status.notKnown')
  return text(value.status === 'no cases' ? 'status.noCases' : 'status.known')
}

/** "25 of 32"; "3 (of 34)" for a count; the status where there is no figure. */
export const countWords = (
  speaker: Speaker,
  indicator: Indicator,
  value: ReleaseValue | undefined,
): string => {
  const { text, format } = speaker
  if (value === undefined || value.n === null || value.status === 'no cases')
    return statusWords(speaker, value)
  const n = format.number(value.n)
  if (value.d === null) return n
  const N = format.number(value.d)
  return isShare(indicator) ? text('value.of', { n, N }) : text('statusDocument.count', { n, N })
}

/** "25 / 32", "3 / 34", "21", or a dash: where a table has no room for words and has a status beside it. */
export const countInFigures = ({ format }: Speaker, value: ReleaseValue | undefined): string => {
  if (value === undefined || value.n === null || value.status === 'no cases') return '–'
  const n = format.number(value.n)
  return value.d === null ? n : `${n} / ${format.number(value.d)}`
}

/** "25 of 32 (78.1 %)", "3 (of 34)", "not known". */
export const figureWords = (
  speaker: Speaker,
  indicator: Indicator,
  value: ReleaseValue | undefined,
): string => {
  const percent = isShare(indicator) ? percentOf(value) : null
  const count = countWords(speaker, indicator, value)
  return percent === null
    ? count
    : speaker.text('statusDocument.share', { count, percent: speaker.format.percent(percent) })
}

/** The percentage alone; a dash where the indicator counts, or has no value. */
export const percentWords = (
  speaker: Speaker,
  indicator: Indicator,
  value: ReleaseValue | undefined,
): string => {
  const percent = isShare(indicator) ? percentOf(value) : null
  return percent === null ? '–' : speaker.format.percent(percent)
}

type Change = (
  speaker: Speaker,
  indicator: Indicator,
  before: ReleaseValue | undefined,
  after: ReleaseValue | undefined,
) => string

const change =
  (points: (speaker: Speaker, size: string) => string): Change =>
  (speaker, indicator, before, after) => {
    const { format } = speaker
    const [from, to] = [measured(indicator, before), measured(indicator, after)]
    if (from === null || to === null) return '–'
    const share = isShare(indicator)
    const difference = share ? Math.round((to - from) * 10) / 10 : to - from
    const size = share
      ? points(speaker, format.points(Math.abs(difference)))
      : format.number(Math.abs(difference))
    return difference === 0 ? size : `${difference > 0 ? '+' : '−'}${size}`
  }

/** "+4.2 points", "−1"; a dash where one of the two is missing. */
export const changeWords: Change = change(({ text }, points) => text('statusDocument.points', { points }))

/** "+4.2", "−1", where the head of the column says of what. */
export const shortChange: Change = change((_, points) => points)

/** The default values of an indicator in the years of the plan so far. */
export const valuesOf = (reading: Reading, indicator: Indicator) =>
  reading.years.map((year) => ({ year, value: reading.valueOf(indicator.number, year) }))
