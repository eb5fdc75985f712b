// The form of duties: who owes what, from which event, after how long, and what fulfils it. Data, not code: a treaty's
// duties stand in its convention.yaml, those of a plan or pledge in a `<name>.duties.yaml` beside its rules.
import { z } from 'zod'
import { chosen, conditionForm, name, slug, where, words } from './rule-forms.ts'
import type { Condition, Where } from './rule-schema.ts'

/** A fact of the one who owes, with the date field that counts (the day it holds from, where none is named). */
export type FactTrigger = { fact: string; on?: string | undefined; where?: Where | undefined }

/** The event a duty's date is counted from. */
export type Trigger =
  /** The day the treaty enters into force for the party. */
  | 'entry-into-force'
  /** One duty for each fact of the kind. */
  | FactTrigger
  /** The opening day of a meeting, by its code. */
  | { meeting: string }
  /** One duty for each meeting of the series. */
  | { eachMeeting: string[] }
  /** The first meeting of the series that opens after the fact. */
  | { nextMeeting: string[]; after: FactTrigger }
  /** The last meeting of the series that opens before the date of another duty: the one that can still decide on it. */
  | { lastMeeting: string[]; before: { duty: string } }
  /** The date of another duty, as granted. */
  | { duty: string }
  /** The due date of the Nth consecutive instance of another duty that was not met. */
  | { unmet: string; times: number }

const series = z.array(slug).min(1)
const factTrigger = z.strictObject({ fact: slug, on: name.optional(), where: where.optional() })
const triggerForm: z.ZodType<Trigger> = chosen((given) => {
  if (typeof given === 'string') return z.literal('entry-into-force')
  if (typeof given !== 'object' || given === null) return 'expected entry-into-force, or an event'
  if ('fact' in given) return factTrigger
  if ('meeting' in given) return z.strictObject({ meeting: name })
  if ('eachMeeting' in given) return z.strictObject({ eachMeeting: series })
  if ('nextMeeting' in given) return z.strictObject({ nextMeeting: series, after: factTrigger })
  if ('lastMeeting' in given)
    return z.strictObject({ lastMeeting: series, before: z.strictObject({ duty: slug }) })
  if ('unmet' in given) return z.strictObject({ unmet: slug, times: z.int().min(1) })
  if ('duty' in given) return z.strictObject({ duty: slug })
  return 'expected entry-into-force, fact, meeting, eachMeeting, nextMeeting, lastMeeting, duty or unmet'
}) as z.ZodType<Trigger>

/** A length of time: two centuries at most, so that every date has four digits to its year. */
const upTo = (most: number) => z.int().positive().max(most).optional()
const lengths = ['days', 'workingDays', 'months', 'years'] as const
const firstForm = z
  .strictObject({
    after: triggerForm.optional(),
    before: triggerForm.optional(),
    /** On the day of the event itself: "no later than the meeting". */
    at: triggerForm.optional(),
    days: upTo(73_000),
    /** Monday to Friday; holidays are not known. */
    workingDays: upTo(52_000),
    months: upTo(2400),
    years: upTo(200),
  })
  .refine(
    (first) => (['after', 'before', 'at'] as const).filter((way) => first[way] !== undefined).length === 1,
    'after, before or at, one of them',
  )
  .refine(
    (first) =>
      lengths.filter((unit) => first[unit] !== undefined).length === (first.at === undefined ? 1 : 0),
    'days, workingDays, months or years, one of them; with "at" none',
  )

/** One duty as it is written in a file. */
export const dutyForm = z.strictObject({
  title: words,
  /** The article, or the action of a plan: "5", "Action 9". */
  article: name,
  /** Verbatim. */
  words,
  /** Where the words stand: "Article 5, paragraph 1". */
  source: words,
  /** Where the rule that gives the date stands, if not in these words: title and address of the document. */
  basis: z.strictObject({ title: words, address: name.optional(), quotation: words.optional() }).optional(),
  /** What the text leaves open, or how it is read here. */
  note: words.optional(),
  /** Who acts, where it is not the one whose duty it is: "the President". */
  responsible: words.optional(),
  /** The obligation a report fulfils; absent for a duty that is not fulfilled by reporting. */
  obligation: slug.optional(),
  /** The first, or only, day. */
  first: firstForm.optional(),
  /** A yearly day, from the first on. */
  due: z.strictObject({ month: z.int().min(1).max(12), day: z.int().min(1).max(31) }).optional(),
  covers: z.enum(['previous-calendar-year']).optional(),
  /** An RFC 5545 rule for what recurs without a day: the last day of each period is the day; `times` of it in each. */
  recurs: z
    .strictObject({ rule: name, from: z.string().optional(), times: z.int().positive().max(366).optional() })
    .optional(),
  /** The text sets no day: why, in words. */
  undated: words.optional(),
  /** Who of those bound owes it; everyone bound where it is absent. An unknown outcome is shown as such. */
  owedBy: (conditionForm as z.ZodType<Condition>).optional(),
  /** Where this holds nothing is owed; where it is not known, `owedBy` decides alone. */
  unless: (conditionForm as z.ZodType<Condition>).optional(),
  /** A right and no duty, such as to ask for more time: listed only for those known to be in its case. */
  right: z.boolean().optional(),
  /** The day is practice: neither the words nor a document named in `basis` set it, and no derivation says they do. */
  practice: z.boolean().optional(),
  /**
   * What fulfils it: a condition, and the date field of the fact that tells when. `declared`: that day is one on which it
   * was declared or reported, and what it tells of may have been done before.
   */
  met: z
    .strictObject({
      by: conditionForm as z.ZodType<Condition>,
      on: name.optional(),
      declared: z.boolean().optional(),
    })
    .optional(),
  /**
   * What shows that it is not met yet, whatever the registers of what fulfils it hold: a deadline recorded as missed, an
   * obligation held as outstanding.
   */
  unmetBy: (conditionForm as z.ZodType<Condition>).optional(),
  /** From how many days before its day on it can, by the calendar, hardly be met any more. */
  atRisk: z.strictObject({ days: z.int().positive() }).optional(),
  /** Whether a later date can be granted (facts of kinds extension-granted and deadline, by treaty and article). */
  extendable: z.boolean().optional(),
})

/** A duty of an instrument. `id` is unique within its instrument. */
export type Duty = z.infer<typeof dutyForm> & { id: string }
/** The duties of a plan or pledge: `<name>.duties.yaml`. */
export const dutyFileForm = z.strictObject({ instrument: slug, duties: z.record(slug, dutyForm) })
