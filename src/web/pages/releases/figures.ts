// The frozen values of a release in the shapes that pages show values in.

import type { ValueShown } from '../../../indicators/show.ts'
import { statusWords } from '../../../indicators/store.ts'
import type { Release, ReleaseValue } from '../../../releases/release.ts'
import { percentage } from '../../../rules/evaluate.ts'

/** A frozen value as pages show values: the percentage is worked out from n and d, as anyone can. */
export const shownValue = ({ payload }: Release, value: ReleaseValue): ValueShown => {
  const unit = payload.instrument.indicators.find(({ number }) => number === value.indicator)?.unit ?? 'other'
  return {
    indicator: `${payload.instrument.id}/${value.indicator}`,
    number: value.indicator,
    year: value.year,
    asOf: value.asOf,
    numerator: value.n,
    denominator: value.d,
    value:
      unit !== 'percentage' ? value.n : value.n === null || !value.d ? null : percentage(value.n, value.d),
    status: statusWords(value.status, value.provisionalUntil),
    unit,
  }
}

/** The values of a year under the default reading, by indicator. */
export const valuesOf = ({ payload }: Release, year: number): Map<string, ReleaseValue> =>
  new Map(
    payload.values
      .filter((value) => value.year === year && value.reading === 'default')
      .map((value) => [value.indicator, value]),
  )

/** The first year of the plan that is in the release: what its figures are compared with. */
export const baselineYear = ({ payload }: Release): number =>
  Math.min(payload.year, ...payload.instrument.years)

/** The name of an actor in a language, or in English, or its id. */
export const nameIn = ({ payload }: Release, actor: string, language: string): string => {
  const names = payload.actors.find(({ id }) => id === actor)?.names
  return names?.[language]?.short ?? names?.en?.short ?? actor
}
