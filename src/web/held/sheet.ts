// What the sheet of a State reads beside facts and memberships, from what is held.
import type { Db } from '../../db/store.ts'
import { todayIn } from '../../facts/today.ts'
import { listCohortsOf } from '../../indicators/cohorts-of.ts'
import { listReportingCycles } from '../../indicators/reporting.ts'
import type { ReceiptOfState, SheetData } from '../data/sheet.ts'
import { reportingPage } from './reports.ts'

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
  listReceiptsOf: (actor) => receiptsOf(db, actor),
})
