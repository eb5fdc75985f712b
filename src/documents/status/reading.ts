// A release laid out for reading: values by indicator and year, indicators by action and section.
import type { ReleaseInstrument, ReleasePayload, ReleaseValue } from '../../releases/release.ts'
import { percentage } from '../../rules/evaluate.ts'

export type Indicator = ReleaseInstrument['indicators'][number]
export type Action = ReleaseInstrument['actions'][number]
export type Section = ReleaseInstrument['sections'][number]

export type Reading = {
  payload: ReleasePayload
  /** The plan's years up to the release's, in order. */
  years: number[]
  baseline: number
  /** The default value of an indicator in a year. */
  valueOf: (indicator: string, year: number) => ReleaseValue | undefined
  /** The other readings of the release's year. */
  readingsOf: (indicator: string) => ReleaseValue[]
  /** Sections that hold actions or indicators, in the order of the text; null for what stands under none. */
  sections: { section: Section | null; actions: { action: Action | null; indicators: Indicator[] }[] }[]
}

/** Percentage of a value whose indicator asks for one; null where it has none. */
export const percentOf = (value: ReleaseValue | undefined): number | null =>
  value === undefined || value.n === null || value.d === null || value.d === 0
    ? null
    : percentage(value.n, value.d)

export const isShare = (indicator: Indicator): boolean => indicator.unit === 'percentage'

/** What a trend compares: the percentage of a share, the number of anything else. */
export const measured = (indicator: Indicator, value: ReleaseValue | undefined): number | null =>
  isShare(indicator) ? percentOf(value) : (value?.n ?? null)

const sectionsOf = ({ instrument }: ReleasePayload): Reading['sections'] => {
  const byAction = Map.groupBy(instrument.indicators, (indicator) => indicator.action)
  const headings = [...instrument.sections.map((section) => section.heading), null]
  return headings
    .map((heading) => {
      const section = instrument.sections.find((one) => one.heading === heading) ?? null
      const actions = instrument.actions
        .filter((action) => action.section === heading)
        .map((action) => ({ action, indicators: byAction.get(action.id) ?? [] }))
      const loose = instrument.indicators.filter(
        (indicator) => indicator.action === null && indicator.section === heading,
      )
      return {
        section,
        actions: [...actions, ...(loose.length === 0 ? [] : [{ action: null, indicators: loose }])],
      }
    })
    .filter(({ section, actions }) => section !== null || actions.length > 0)
}

/** `payload` laid out. */
export const readingOf = (payload: ReleasePayload): Reading => {
  const values = new Map(
    payload.values
      .filter((value) => value.reading === 'default')
      .map((value) => [`${value.indicator}|${value.year}`, value]),
  )
  const years = payload.instrument.years.filter((year) => year <= payload.year)
  return {
    payload,
    years: years.includes(payload.year) ? years : [...years, payload.year].sort((a, b) => a - b),
    baseline: payload.instrument.years[0] ?? payload.year,
    valueOf: (indicator, year) => values.get(`${indicator}|${year}`),
    readingsOf: (indicator) =>
      payload.values.filter(
        (value) =>
          value.indicator === indicator && value.year === payload.year && value.reading !== 'default',
      ),
    sections: sectionsOf(payload),
  }
}
