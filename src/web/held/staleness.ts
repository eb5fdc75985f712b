// Figures and how old they are, from what is held.
import type { Db } from '../../db/store.ts'
import { placeOf, stateOf } from '../../engagements/engagement.ts'
import type { Staleness } from '../../engagements/staleness.ts'
import { type AgedFigure, listStale } from '../../indicators/stale.ts'
import { listActors } from '../../parties/actor-store.ts'
import { readShippedKinds } from '../../reports/shipped.ts'
import { mostOfKind } from '../../search/records.ts'
import { readManyOfKind } from '../../search/store.ts'
import type { AgeShown, StaleFigure, StalenessData } from '../data/staleness.ts'

export const ageShown = (staleness: Staleness): AgeShown => {
  const { rule, ...age } = staleness
  return { ...age, after: rule.after, rule: rule.scope }
}

/** Staleness in one world. */
export const stalenessHeld = (seen: Db): StalenessData => ({
  showStaleness: async (actor) => {
    const shown = await listStale(seen, { actor })
    const actors = new Map((await listActors(seen)).map((one) => [one.id, one]))
    const kinds = readShippedKinds()
    const known = {
      parentOf: (id: string) => actors.get(id)?.parent ?? null,
      isState: (id: string) => actors.get(id)?.kind === 'state',
    }
    const many = await readManyOfKind(seen, mostOfKind, [...new Set(shown.figures.map((one) => one.actor))])
    const pathOf = (figure: AgedFigure): string | null => {
      const asked = many.has(`${figure.actor}/${figure.kind}`) ? `?facts=${figure.kind}` : ''
      if (kinds[figure.kind]?.topic === undefined)
        return known.isState(figure.actor) ? `/states/${figure.actor}${asked}#fact-${figure.datumId}` : null
      const state = stateOf({ actor: figure.actor, subject: figure.subject }, known)
      return state === undefined
        ? null
        : `/ministries/${state}${asked}#${placeOf(figure.id ?? figure.datumId)}`
    }
    return {
      ...shown,
      figures: shown.figures.map((figure): StaleFigure => ({ ...figure, path: pathOf(figure) })),
    }
  },
})
