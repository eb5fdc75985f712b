// How the date of a duty came about, and what it waits for. One phrase for each key of ReasonValues that the engine of
// dates gives.
import type { Phrase } from '../phrase.ts'

export const dutyReasons = {
  'reason.duty-entered': 'entered into force on {on}',
  'reason.duty-enters': 'enters into force on {on}',
  'reason.duty-event': '{kind}, {field} {on}',
  'reason.duty-event-on': '{kind}, {on}',
  'reason.duty-meeting': '{meetingName}, {on}',
  'reason.duty-other': '{place}: due on {on}',
  'reason.duty-unmet': {
    one: '{place}: not done, though due by {on}',
    other: '{place}: not done {length} times in a row, the last due by {on}',
  },
  'reason.duty-deposited': '{act} deposited on {on}',
  'reason.duty-act': '{act}',

  'reason.duty-gives': '{of} → {by}',
  'reason.duty-after': '{place}: {span} → {by}',
  'reason.duty-before': '{place}: {span} before → {by}',
  'reason.duty-at': '{place}: by that day → {by}',
  'reason.duty-yearly': '{place}: yearly → {by}',
  'reason.duty-yearly-covering': '{place}: yearly, covering {year} → {by}',
  'reason.duty-recurring': '{place}: recurring → {by}',
  'reason.duty-years': { one: '{length} year', other: '{length} years' },
  'reason.duty-months': { one: '{length} month', other: '{length} months' },
  'reason.duty-days': { one: '{length} day', other: '{length} days' },
  'reason.duty-working-days': { one: '{length} working day', other: '{length} working days' },

  'reason.duty-extended': 'extended {grants}',
  'reason.duty-grant': 'by {meeting} to {on}',
  'reason.duty-grant-unnamed': 'to {on}',
  'reason.duty-grant-undated': 'by {meeting} to a day that no source gives',
  'reason.duty-stated': 'stated by a source as {on} (as of {from})',
  'reason.duty-stated-undated': 'stated by a source as {on}',
  'reason.duty-last-stated': 'the date stated last is {on}',
  'reason.duty-register': 'the register gives {on}',
  'reason.duty-register-differs': 'the register gives {on}, the rule {by}',
  'reason.duty-in-conflict': 'engaged in an armed conflict on that day, since {from}',
  'reason.duty-conflict-ended': 'the armed conflict ended → {by}',
  'reason.duty-undated': '{place}: {meaning}',

  'reason.duty-waits': 'waits for {of}',
  'reason.duty-awaits-meeting': '{meetingName}, whose date is not known',
  'reason.duty-awaits-next': 'the next {seriesNames} after {on}, whose date is not known',
  'reason.duty-awaits-last': 'the last {seriesNames} before {on}, whose date is not known',
  'reason.duty-awaits-day': 'the day of {of}: only {on} is known, and {span} cannot be counted from it',
  'reason.duty-awaits-record': 'the day of {of}, which no source gives',
  'reason.duty-awaits-extension': 'the day to which it was extended, which no source gives',
  'reason.duty-awaits-conflict': 'the end of the armed conflict in which the State was engaged on {on}',
  'reason.duty-awaits-conflict-dates':
    'exact dates of an armed conflict in which the State may have been engaged on {on}',
  'reason.duty-awaits-force': 'the day of entry into force for the State, which no source gives',
  'reason.duty-awaits-effect': 'the day on which the withdrawal takes effect, which no source gives',
  'reason.duty-the-meeting': '{meetingName}',
  'reason.duty-the-duty': '{place}',
} as const satisfies Record<`reason.duty-${string}`, Phrase>

/** What those phrases are put together with: numbers in words from one on, ordinals from the first on. */
export const dutyReasonParts = {
  'parts.numbers': 'one,two,three,four,five,six,seven,eight,nine,ten,eleven,twelve',
  'parts.ordinals':
    'First,Second,Third,Fourth,Fifth,Sixth,Seventh,Eighth,Ninth,Tenth,Eleventh,Twelfth,Thirteenth,Fourteenth,Fifteenth,Sixteenth,Seventeenth,Eighteenth,Nineteenth,Twentieth,Twenty-First,Twenty-Second,Twenty-Third,Twenty-Fourth,Twenty-Fifth,Twenty-Sixth,Twenty-Seventh,Twenty-Eighth,Twenty-Ninth,Thirtieth',
  'parts.practice': 'practice',
  'parts.article': 'Article {article}',
  'parts.action': 'Action {article}',
  'parts.meeting.MSP': 'the {ordinal} Meeting of the States Parties',
  'parts.meeting.RC': 'the {ordinal} Review Conference',
  'parts.series.meeting-of-states-parties': 'Meeting of the States Parties',
  'parts.series.review-conference': 'Review Conference',
  'parts.series.intersessional': 'intersessional meeting',
  'parts.series.preparatory': 'preparatory meeting',
  'parts.series.other': 'other meeting',
} as const satisfies Record<string, Phrase>
