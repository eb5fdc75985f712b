// What the sheet of a State reads beside facts and memberships, from what is held.
import type { Db } from '../../db/store.ts'
import { nextDates } from '../../duties/next.ts'
import { type Datum, knownOn } from '../../facts/datum.ts'
import { listDatums } from '../../facts/store.ts'
import { todayIn } from '../../facts/today.ts'
import { listCohortsOf } from '../../indicators/cohorts-of.ts'
import { treatyTitle } from '../../indicators/names.ts'
import { listReportingCycles } from '../../indicators/reporting.ts'
import { membershipsFor } from '../../parties/membership.ts'
import { actOf } from '../../parties/status-event.ts'
import { findTreaty, treatyMeantBy } from '../../parties/treaty.ts'
import type { DateShown, ReceiptOfState, SheetData } from '../data/sheet.ts'
import { reportingPage } from './reports.ts'

/** The treaties whose law is held that bind an actor on a day, with the day from which they do. */
const bindingOn = (datums: readonly Datum[], day: string): { treaty: string; from: string }[] => {
  const acts = datums.filter((datum) => datum.kind === 'status-event')
  return [...Map.groupBy(acts, (datum) => String(datum.body.treaty))].flatMap(([treaty, own]) =>
    membershipsFor(
      own.map((datum) => actOf(datum.actor, datum.body)),
      findTreaty(treaty),
    ).flatMap(({ from, until }) =>
      from !== null && from <= day && (until === null || day < until) ? [{ treaty, from }] : [],
    ),
  )
}

/** What sources say of a deadline or its completion is not another treaty's with the same article. */
const isUnder = (treaty: string, { body }: Datum): boolean => (treatyMeantBy(body) ?? treaty) === treaty

const datesOf = async (db: Db, actor: string): Promise<DateShown[]> => {
  const today = await todayIn(db)
  const datums = knownOn(await listDatums(db, { actor }), today).filter((datum) => datum.tier === 'public')
  return bindingOn(datums, today).flatMap(({ treaty, from }) => {
    const law = findTreaty(treaty)
    return law === undefined
      ? []
      : nextDates(
          law,
          from,
          datums.filter((datum) => isUnder(treaty, datum)),
          today,
        ).map((date) => ({ ...date, treatyTitle: treatyTitle(treaty) }))
  })
}

const receiptsOf = async (db: Db, actor: string): Promise<ReceiptOfState[]> => {
  const thisYear = Number((await todayIn(db)).slice(0, 4))
  const all: ReceiptOfState[] = []
  for (const { obligation, title, years } of await listReportingCycles(db))
    for (const year of [...new Set([thisYear, ...years])].sort((a, b) => b - a)) {
      const { receipts, coversYear } = await reportingPage(db, { obligation, year })
      for (const receipt of receipts)
        if (receipt.actor === actor && receipt.dueOn !== null)
          all.push({ ...receipt, obligation, title, year, coversYear })
    }
  return all
}

/** The rest of a State's sheet in one world. */
export const sheetHeld = (db: Db): SheetData => ({
  listCohortsOf: async (actor) =>
    (await listCohortsOf(db, actor)).map((cohort) => ({ ...cohort, datumIds: [...cohort.datumIds] })),
  listDatesOf: (actor) => datesOf(db, actor),
  listReceiptsOf: (actor) => receiptsOf(db, actor),
})
