// A promise held as a fact, as something owed: what every instance of it shares.
import type { DutyOwed, MetBy } from '../duties/owed.ts'
import { precisionOf } from '../facts/precision.ts'
import type { Reason } from '../words/reason.ts'
import type { Engagement } from './engagement.ts'

/** Who promised: the parties it names, otherwise whose fact it is. */
export const ownersOf = ({ datum }: Engagement): string[] => {
  const { parties } = datum.body
  return Array.isArray(parties) && parties.length > 0 ? parties.map(String) : [datum.actor]
}

type Instance = {
  instance: string | null
  due: string | null
  derivation: Reason
  status: DutyOwed['status']
} & Partial<Pick<DutyOwed, 'isLate' | 'reason' | 'searched' | 'entered' | 'restsOn'>> & {
    metBy?: MetBy[]
    computed?: boolean
  }

/** One instance of a promise as a duty owed by its owners. */
export const owedOf = (promise: Engagement, given: Instance): DutyOwed => {
  const { datum } = promise
  const duty = `${promise.id}/${promise.kind}`
  const { instance, due, derivation } = given
  return {
    key: [duty, datum.actor, ...(instance === null ? [] : [instance])].join('/'),
    actor: datum.actor,
    owners: ownersOf(promise),
    instrument: promise.id,
    duty,
    title: promise.title,
    article: null,
    words: datum.quotation ?? promise.title,
    language: datum.quotation === null ? 'en' : (datum.language ?? 'und'),
    source: {
      title: datum.source?.title ?? promise.title,
      address: datum.source?.address ?? null,
      place: datum.locator,
    },
    note: typeof datum.body.note === 'string' ? datum.body.note : null,
    responsible: null,
    obligation: null,
    applies: 'yes',
    instance,
    due,
    precision: due === null ? null : precisionOf(due),
    status: given.status,
    isLate: given.isLate ?? null,
    computed: due === null || given.computed === false ? null : { on: due, derivation },
    granted: [],
    otherwise: [],
    derivation,
    waitsFor: null,
    metBy: given.metBy ?? [],
    reason: given.reason ?? null,
    searched: given.searched ?? [],
    ...(given.restsOn === undefined ? {} : { restsOn: given.restsOn }),
    entered: datum.entered || given.entered === true,
    datumIds: [datum.datumId],
  }
}
