// When something promised for a period is at risk by the calendar: reference/at-risk.yaml says from which day on.
import { z } from 'zod'
import { referencePath } from '../parties/reference.ts'
import { readYaml } from '../rules/read-yaml.ts'

const ruleForm = z.strictObject({ daysForEach: z.int().positive(), why: z.string().min(1) })
const fileForm = z.strictObject({ default: ruleForm, promises: z.record(z.string(), ruleForm) })

let held: z.infer<typeof fileForm> | undefined

/** Days that should be left for each one still missing, of the promise `id`. Throws `input-rejected` for another form. */
export const daysForEach = (id: string): number => {
  held ??= readYaml(referencePath('at-risk.yaml'), fileForm)
  return (held.promises[id] ?? held.default).daysForEach
}

/** Whole days from `day` to `lastDay`; 0 on the last day. */
export const daysBetween = (day: string, lastDay: string): number =>
  Math.round((Date.parse(lastDay) - Date.parse(day)) / 86_400_000)
