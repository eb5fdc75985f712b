// What an address can ask for: days, years and names, each refused in words where it cannot be one.
import { z } from '@hono/zod-openapi'
import { calendarToday } from '../../facts/today.ts'

const isCalendarDate = (text: string): boolean => {
  const parsed = new Date(`${text}T00:00:00Z`)
  return (
    /^\d{4}-\d{2}-\d{2}$/.test(text) &&
    !Number.isNaN(parsed.valueOf()) &&
    parsed.toISOString().startsWith(text)
  )
}

/** The first day pages can be asked for. */
export const earliestDay = '1900-01-01'

/** The last one: pages go through every year up to the day they are asked for, and what is held ends long before it. */
export const latestDay = (): string => `${Number(calendarToday().slice(0, 4)) + 25}-12-31`

/** A day that exists, as YYYY-MM-DD, from 1900 to 25 years ahead. */
export const dateAsked = z
  .string()
  .refine(isCalendarDate, { message: 'is not a date; write it as 2025-12-01', abort: true })
  .refine((day) => day >= earliestDay && day <= latestDay(), {
    error: () => `lies too far off; write a day from ${earliestDay} to ${latestDay()}`,
  })
  .openapi({ format: 'date', example: '2025-12-01' })

export const yearAsked = z
  .string()
  .regex(/^(19|20)\d{2}$/, { message: 'is not a year; write it as 2025' })
  .transform(Number)
  .openapi({ type: 'integer', example: 2025 })

/** Slugs and codes: what an id may consist of. Letters of any script: a text may number its actions "а)", "б)". */
export const idAsked = z
  .string()
  .max(200, { message: 'is too long for a name' })
  .regex(/^[\p{L}\p{N}_.@:-]+$/u, { message: 'holds characters that no name here has' })
