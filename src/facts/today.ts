// The day it is in a world: fixed for an exercise, the calendar's otherwise.
import { readConfig } from '../config.ts'
import { findSetting } from '../db/setting-store.ts'
import type { Db } from '../db/store.ts'

/** Today's date where this process runs, YYYY-MM-DD. */
export const calendarToday = (now = new Date()): string => {
  const two = (n: number) => String(n).padStart(2, '0')
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
}

/** The world's today: its setting `today`, else PACTA_TODAY, else the calendar's. */
export const todayIn = async (db: Db): Promise<string> =>
  (await findSetting(db, 'today')) ?? readConfig().today ?? calendarToday()
