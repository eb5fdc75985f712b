// The day it is in a world: fixed for an exercise, the calendar's otherwise.
import { sql } from 'kysely'
import type { Db } from '../db/store.ts'

/** Today's date where this process runs, YYYY-MM-DD. */
export const calendarToday = (now = new Date()): string => {
  const two = (n: number) => String(n).padStart(2, '0')
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
}

/** The world's today: its setting `today`, otherwise the calendar's. */
export const todayIn = async (db: Db): Promise<string> => {
  const { rows } = await sql<{ value: string }>`select value from setting where key = 'today'`.execute(db)
  return rows[0]?.value ?? process.env.PACTA_TODAY ?? calendarToday()
}
