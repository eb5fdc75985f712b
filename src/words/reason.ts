// Why something is so: a key with its values, put into words only where somebody reads it (decision 0010). Pure, and
// above every subject, so that the engine can give reasons without knowing a language.

/** A quantity, a calendar year and days (YYYY-MM-DD) stay what they are; names of kinds, cohorts and registers too. */
export type ReasonValues = {
  // ---- Reasons joined and wrapped
  /** Several reasons at once, in the order given. */
  joined: { parts: readonly Reason[] }
  /** True of some of several records, and of all it would have to be. */
  'not-every': { of: Reason }
  /** What follows is only what a partial register holds. */
  'register-partial-too': { of: Reason }
  /** What was reported for an earlier year, and stands. */
  standing: { of: Reason; year: number }
  /** The record lacks what is asked, and there is time. */
  'time-until': { of: Reason; until: string }
  'not-as-asked': { of: Reason }

  // ---- Members and records
  member: Nothing
  itself: Nothing
  'is-kind': { actorKind: string }
  'is-other-kind': { actorKind: string; askedKind: string }
  'is-stranger': { askedKind: string }
  /** A datum on record: undated or from a day; alone or with others. */
  record: { kind: string }
  'record-on': { kind: string; on: string }
  records: { kind: string; count: number }
  'records-on': { kind: string; on: string; count: number }
  /** The datums that put an actor into a population, by the days from which they hold; null for one without. */
  'records-dated': { kind: string; days: readonly (string | null)[] }
  undated: { kind: string }
  'nothing-on-record': { kind: string }
  'no-record-at-hand': Nothing
  'no-number-given': { fields: readonly string[] }
  counted: { kind: string; count: number }
  total: { kind: string; total: number }
  'total-of': { kind: string; total: number; owed: number }
  'amounts-unclear': Nothing
  different: { count: number; entries: readonly string[] }
  'none-different': Nothing
  /** Entries are given, and none of them counts. */
  'none-asked': Nothing
  /** Told of by rows alone; named but not asked for; named where rows say that nobody came. */
  'entries-unnamed': { entries: readonly string[] }
  'entries-others': { entries: readonly string[] }
  'entries-nobody': { entries: readonly string[] }
  /** Fields of the record at hand as they stand; null where it has none. */
  fields: { kind: string; found: readonly FoundField[] }
  'limit-unknown': Nothing
  'cohort-unknown': { cohort: string }

  // ---- Why a population leaves a record out
  /** Not one of the instrument's own parties. */
  'left-actor': Nothing
  'left-cohort': { cohort: string }
  /** Planned, begun or convened for a later day (EDTF). */
  'left-ahead': { on: string }
  'left-begins': { on: string }
  'left-ended': { on: string }
  'left-replaced': { on: string }
  /** Planned for a day that is past; nothing says that it took place. */
  'left-unreported': { on: string }
  'left-outside-year': { field: string; on: string; year: number }
  'left-outside': { field: string; on: string }
  /** Everything it names is another promise, or a part of one. */
  'left-serves-others': { field: string; entries: readonly string[] }
  'left-perhaps': { on: string }
  'left-unsaid': { field: string }
  /** How many different entries of a field are asked for. */
  'left-too-few': { number: number; field: string }
  /** Said to be the same thing as another record, which stands for both: its id. */
  'one-with': { record: string }

  // ---- Registers
  'no-register': { kind: string }
  'register-partial': { kind: string }
  'not-yet': { kind: string; until: string }
  'no-report-register': Nothing
  'report-register-partial': Nothing
  'no-status-register': Nothing

  // ---- Reports and answers
  'report-due': { until: string }
  'no-report': { year: number; on: string }
  'no-report-about': { obligation: string; on: string }
  'no-report-by': { on: string }
  'report-silent': { year: number }
  'report-no-number': { year: number }
  'report-number': { year: number; number: number }
  'report-says': { year: number; answer: string }

  // ---- Being bound
  'not-a-party': Nothing
  'in-force': { from: string }
  'in-force-until': { from: string; until: string }
  'in-force-expected-until': { from: string; until: string }
  'in-force-unknown': { from: string }
  'not-in-force-before': { on: string }
  'withdrawal-expected': { on: string }
  withdrawn: { on: string }

  // ---- Why a value has the status it has
  'year-not-begun': { year: number; on: string }
  'cohort-date-unknown': { cohort: string; year: number }
  'choice-unknown': { year: number }
  undetermined: { count: number }
  'undetermined-for-want-of': { count: number; registers: readonly string[] }
  'not-covered': { registers: readonly string[] }
  'members-unknown': { count: number; total: number; of: Reason }
  covered: Nothing
  'complete-until': { until: string }
  nobody: Nothing

  // ---- Acts with a depositary, and the days that follow from them
  act: { act: string; on: string }
  'act-undated': { act: string }
  'takes-force': { on: string }
  'takes-force-by': { on: string; of: Reason }
  'takes-force-unknown': Nothing
  'takes-effect': { on: string }
  'takes-effect-by': { on: string; of: Reason }
  'takes-effect-unknown': Nothing
  'months-after-deposit': { article: string; nth: number; on: string }
  'days-after-deposit': { article: string; count: number; on: string }
  'not-before-treaty': { of: Reason; on: string }
  'months-after-receipt': { article: string; count: number; on: string }
  /** `unless` is the treaty file's own sentence. */
  unless: { of: Reason; unless: string }
  'due-days-after': { article: string; count: number; on: string }
  'due-years-after': { article: string; count: number; on: string }
  'due-yearly': { article: string; by: string; year: number; on: string }

  // ---- Where a duty stands
  /** No kind of record is named by which it could be seen. */
  'duty-no-register': Nothing
  'duty-register-open': { registers: readonly string[] }
  'duty-register-ends': { registers: readonly string[]; until: string }
  'duty-none-held': { registers: readonly string[]; until: string }
  'duty-ended': { on: string }
  // ---- Promises that recur, milestones and targets
  'every-years': { count: number }
  'every-months': { count: number }
  'every-weeks': { count: number }
  'every-days': { count: number }
  /** An RFC 5545 rule that says more than how often. */
  'by-rule': { rule: string }
  /** `of` is how often; `from` and `on` are as vague as their source. */
  'promise-recurs': { of: Reason; from: string; on: string }
  'promise-recurs-later': { of: Reason; from: string; on: string }
  'promise-recurs-held': { of: Reason; from: string; on: string }
  'promise-recurs-open': { of: Reason; on: string }
  'promise-uncounted': { of: Reason }
  'promise-before': { of: Reason; until: string }
  /** Which of those of one period. */
  'promise-nth': { of: Reason; nth: number; total: number }
  'promise-aimed': { of: Reason; year: number }
  'promise-continuous': Nothing
  'promise-due': { on: string }
  'meeting-planned': { on: string }
  'term-ends': { on: string }
  /** No word of the source names its end: it is read from them. */
  'term-ends-read': { on: string }
  /** No word of the source says so: it is read from them. */
  'promise-due-read': { on: string }
  'promise-undated': Nothing
  /** Neither the text nor anything held says that it held by then. */
  'promise-no-start': Nothing
  /** `count` days left; at risk below `number` for each one missing. */
  /** Met only if records that nothing tells apart are of several things: how many are counted, and how many are sure. */
  'promise-may-be-one': { count: number; least: number }
  'promise-near': { missing: number; total: number; count: number; number: number }
  'promise-perhaps': { count: number }
  'promise-spoken-of': { count: number }
  'promise-day-unsaid': Nothing
  /** All that it stands in was stopped, or withdrawn. */
  'promise-above-stopped': Nothing
  'promise-above-withdrawn': Nothing
  /** `meaning` is another reading of the rule, in its own words. */
  'promise-reading-met': { meaning: string }
  'promise-reading-unmet': { meaning: string }
  // ---- Duties: how their dates come about. The event, what the rule makes of it, what was granted since
  'duty-entered': { on: string }
  'duty-enters': { on: string }
  /** A fact, by the date field that counts, or by the day it holds from. */
  'duty-event': { kind: string; field: string; on: string }
  'duty-event-on': { kind: string; on: string }
  /** `meetingName`: a meeting's code, said by its name; `meeting`: the code itself. */
  'duty-meeting': { meetingName: string; on: string }
  /** `place`: the article, or the action of a plan. */
  'duty-other': { place: string; on: string }
  'duty-unmet': { place: string; count: number; length: number; on: string }
  'duty-deposited': { act: string; on: string }
  /** The act from whose day the rule said after it counts. */
  'duty-act': { act: string }
  'duty-gives': { of: Reason; by: string }
  'duty-after': { place: string; span: readonly Reason[]; by: string }
  'duty-before': { place: string; span: readonly Reason[]; by: string }
  'duty-at': { place: string; by: string }
  'duty-yearly': { place: string; by: string }
  'duty-yearly-covering': { place: string; year: number; by: string }
  'duty-recurring': { place: string; by: string }
  /** `length` is the count in words. */
  'duty-years': { count: number; length: number }
  'duty-months': { count: number; length: number }
  'duty-days': { count: number; length: number }
  'duty-working-days': { count: number; length: number }
  'duty-extended': { grants: readonly Reason[] }
  'duty-grant': { meeting: string; on: string }
  'duty-grant-unnamed': { on: string }
  'duty-grant-undated': { meeting: string }
  'duty-stated': { on: string; from: string }
  'duty-stated-undated': { on: string }
  /** The date to go by, where it is not the one just said. */
  'duty-last-stated': { on: string }
  'duty-register': { on: string }
  'duty-register-differs': { on: string; by: string }
  'duty-in-conflict': { from: string }
  'duty-conflict-ended': { by: string }
  /** `meaning` is the duty file's own sentence. */
  'duty-undated': { place: string; meaning: string }

  // ---- What a duty without a date waits for
  'duty-waits': { of: Reason }
  'duty-awaits-meeting': { meetingName: string }
  'duty-awaits-next': { seriesNames: readonly string[]; on: string }
  'duty-awaits-last': { seriesNames: readonly string[]; on: string }
  'duty-awaits-day': { of: Reason; on: string; span: readonly Reason[] }
  'duty-awaits-record': { of: Reason }
  'duty-awaits-extension': Nothing
  'duty-awaits-conflict': { on: string }
  'duty-awaits-conflict-dates': { on: string }
  'duty-awaits-force': Nothing
  'duty-awaits-effect': Nothing
  'duty-the-meeting': { meetingName: string }
  'duty-the-duty': { place: string }

  // ---- A figure of others beside ours: percentages, and the counts they can have been made of
  'published-agrees': { count: number; total: number; exact: number; percent: number }
  'published-agrees-due': { count: number; total: number; exact: number; percent: number }
  'published-not': { count: number; total: number; exact: number; percent: number }
  'published-not-due': { count: number; total: number; exact: number; percent: number }
  'published-would-be': { least: number; most: number; total: number; percent: number }
  'published-would-be-due': { least: number; most: number; total: number; percent: number }
  'published-would-be-one': { count: number; total: number; percent: number }
  'published-would-be-one-due': { count: number; total: number; percent: number }
  'published-leaves': { missing: number; total: number; count: number }
  /** Another figure for the same year, stated on a day. */
  'published-another': { percent: number; on: string }
  'published-ours-same': { count: number; total: number }
  'published-ours-differs': { count: number; total: number; exact: number; percent: number }
  'published-ours-count': { number: number; count: number }
  'published-ours-count-same': { count: number }
  /** Reports of the cycle received after the figure was stated. */
  'published-since': { count: number; on: string }

  // ---- A rule in words
  'population-cohort': { cohort: string; of: Reason }
  /** `meaning` is the cohort file's own sentence. */
  'population-cohort-meaning': { cohort: string; of: Reason; meaning: string }
  'population-actors': { kind: string }
  'population-actors-where': { kind: string; tests: readonly Reason[] }
  'population-records': { kind: string }
  'population-records-where': { kind: string; tests: readonly Reason[] }
  'population-actor': { of: Reason }
  'population-among': { of: Reason; cohort: string; day: Reason }
  'pending-in': { of: Reason }
  'pending-out': { of: Reason }
  'test-is': { field: string; of: Reason }
  'test-below': { field: string; of: Reason }
  'test-at-most': { field: string; of: Reason }
  'test-above': { field: string; of: Reason }
  'test-at-least': { field: string; of: Reason }
  'test-before': { field: string; of: Reason }
  'test-not-after': { field: string; of: Reason }
  'test-after': { field: string; of: Reason }
  'test-not-before': { field: string; of: Reason }
  'test-in': { field: string; of: Reason }
  'test-not-only': { field: string; of: Reason }
  'test-not': { field: string; of: Reason }
  'test-known': { field: string }
  'one-of': { choices: readonly Reason[] }
  'between-days': { of: Reason; day: Reason }
  'value-text': { field: string; value: FieldValue }
  'value-field': { field: string }
  /** A name the plan's rules share. */
  'value-named': { name: string }
  'the-year': Nothing
  'as-of-date': Nothing
  'due-date': Nothing
  'event-day': Nothing
  'calendar-year': Nothing
  'plan-period': Nothing
  'meeting-day': Nothing
  'its-parties': Nothing
  'other-instruments': Nothing
  'report-due-day': Nothing
  'span-after': { span: readonly Reason[]; of: Reason }
  'span-before': { span: readonly Reason[]; of: Reason }
  /** A length of time. */
  span: { span: readonly Reason[] }
  years: { count: number }
  months: { count: number }
  days: { count: number }

  // ---- What a national indicator aims at
  'at-least': { number: number }
  'at-most': { number: number }
  'a-year': { of: Reason }
  once: { of: Reason }
  'once-by': { of: Reason; on: string }
  /** Different ones of those that the rule lists. */
  'with-listed': { of: Reason; count: number; field: string; entries: readonly string[] }
  'with-different': { of: Reason; count: number; field: string }
}

/** Says nothing but its key. */
type Nothing = Record<never, never>

export type FieldValue = string | number | boolean | null | readonly string[]
export type FoundField = { name: string; value: FieldValue }

export type ReasonKey = keyof ReasonValues

/** One reason: a key and the values it speaks of. Plain data: it is stored, compared and sent as JSON. */
export type Reason = { [K in ReasonKey]: { readonly key: K } & Readonly<ReasonValues[K]> }[ReasonKey]

/** True where two reasons say the same. */
export const isSameReason = (a: Reason, b: Reason): boolean => {
  if (a === b) return true
  if (a.key !== b.key) return false
  const [left, right] = [a as Record<string, unknown>, b as Record<string, unknown>]
  for (const name in left) {
    const [one, other] = [left[name], right[name]]
    if (one === other) continue
    if (typeof one !== 'object' || JSON.stringify(one) !== JSON.stringify(other)) return false
  }
  return true
}

/** Several reasons as one, each said once. */
export const joinReasons = (reasons: readonly Reason[]): Reason => {
  const [first] = reasons
  if (reasons.length === 1 && first !== undefined) return first
  const parts: Reason[] = []
  const add = (reason: Reason) => {
    if (reason.key === 'joined') reason.parts.forEach(add)
    else if (!parts.some((held) => isSameReason(held, reason))) parts.push(reason)
  }
  reasons.forEach(add)
  return parts.length === 1 ? parts[0]! : { key: 'joined', parts }
}
