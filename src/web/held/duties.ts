// What the pages of duties read, from what is held.
import type { Db } from '../../db/store.ts'
import type { DutyOwed, MetBy } from '../../duties/owed.ts'
import { type DutySet, isBoundKnown, shippedDuties } from '../../duties/rules.ts'
import { listDuties, listPlanned, listWorkOf } from '../../indicators/duties-owed.ts'
import { findEvidence, listActorNames } from '../../indicators/evidence-store.ts'
import { listTreatiesHeld } from '../../parties/treaty-store.ts'
import type { DutyData, DutySetShown, DutyShown } from '../data/duties.ts'
import { factPath } from '../fact-path.ts'
import { dutyShown } from './duty-shown.ts'
import { promisePaths } from './promise-paths.ts'

/** Reports by their id, under the name their page has. */
type ReportNames = ReadonlyMap<string, string>

/** Where a fact or report stands: acts among a State's memberships, other facts among its facts. */
const pathOf = (actor: string, { id, type, kind }: MetBy, reports: ReportNames): string | null => {
  if (type === 'datum') return factPath({ kind, actor, datumId: id })
  const name = reports.get(id)
  return name === undefined ? null : `/reports/${name}`
}

/** Whether all who owe it have a page; promises held as facts and targets of pledges are of one State, and stand on its pages. */
const hasPage = ({ instrument, duty }: DutyOwed, sets: ReadonlyMap<string, DutySet>): boolean =>
  sets.get(instrument)?.duties[duty.slice(instrument.length + 1)] !== undefined

const setShown = (set: DutySet, held: readonly string[]): DutySetShown => ({
  instrument: set.instrument,
  kind: set.kind,
  treaty: set.treaty,
  title: set.title,
  sourceTitle: set.sourceTitle,
  address: set.address,
  language: set.language,
  isBoundKnown: isBoundKnown(set, held),
  titles: Object.fromEntries(
    [...Object.values(set.treatySet?.duties ?? {}), ...Object.values(set.duties)].map(({ id, title }) => [
      id,
      title,
    ]),
  ),
  duties: Object.values(set.duties),
})

const reportNames = async (db: Db, owed: readonly DutyOwed[]): Promise<ReportNames> => {
  const wanted = owed.flatMap(({ actor, metBy }) =>
    metBy.filter(({ type }) => type === 'report').map(({ id }) => ({ actor, id })),
  )
  return new Map(
    [...(await findEvidence(db, wanted))].flatMap(([id, { report }]) =>
      report === null ? [] : [[id, report]],
    ),
  )
}

/** Duties with the names around them, and the pages on which they and what met them stand. */
const allShown = async (db: Db, owed: readonly DutyOwed[]): Promise<DutyShown[]> => {
  const names = await listActorNames(db)
  const sets = new Map(shippedDuties().map((set) => [set.instrument, set]))
  const reports = await reportNames(db, owed)
  const paths = await promisePaths(db, owed)
  return owed.map((one) =>
    dutyShown(one, {
      actor: (id) => names.get(id) ?? id,
      instrument: (id) => sets.get(id)?.title ?? one.source.title,
      path: (by, actor) => {
        const promised = paths.metBy(by)
        return promised === undefined ? pathOf(actor, by, reports) : promised
      },
      page: (duty) => (hasPage(duty, sets) ? `/duties/${duty.duty}` : paths.promise(duty)),
    }),
  )
}

/** Duties owed in one world. */
export const dutiesHeld = (db: Db): DutyData => ({
  listDuties: async (asked) => allShown(db, await listDuties(db, asked)),
  listWorkOf: async (name, span) => allShown(db, await listWorkOf(db, { name, ...span })),
  listPlanned: async (asked) => allShown(db, await listPlanned(db, asked)),
  listDutySets: async () => {
    const held = await listTreatiesHeld(db)
    return shippedDuties().map((set) => setShown(set, held))
  },
})
