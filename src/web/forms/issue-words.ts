// What the checks found wrong, in the interface's words. A check's own words are English; the few that no form can
// cause stand as they are.
import type { FieldIssue } from '../../facts/kind.ts'
import type { Site } from '../site.ts'
import type { TextKey } from '../text.ts'

const byMessage: Record<string, TextKey> = {
  Missing: 'issue.missing',
  empty: 'issue.missing',
  'Not a day': 'issue.day',
  'Not a date': 'issue.date',
  'Not a language tag': 'issue.language',
  'Not a web address': 'issue.address',
  'Not one of the values': 'issue.choice',
  'Not the kind of value asked for': 'issue.number',
  'Not a number': 'issue.number',
  'This question asks for a number': 'issue.numberMissing',
  'This question asks for no number': 'issue.noNumber',
  'A number contradicts "not applicable"': 'issue.numberContradicts',
  'Received on a day to come': 'issue.receivedAhead',
  'Covers a year that had not begun when it was received': 'issue.yearAhead',
  'Covers a year before there was anything to report on': 'issue.yearTooEarly',
  'No such actor': 'issue.actor',
  'The row names no actor': 'issue.actor',
  'No such kind': 'issue.kind',
  'The row names no kind': 'issue.kind',
  'No questionnaire for this obligation': 'issue.obligation',
  'The record the report is about is not held': 'issue.subject',
  'It ends before it begins': 'issue.endsBefore',
  'The date contradicts "from" or "until"': 'issue.dateContradicts',
  'An event has a beginning and an end': 'issue.openEvent',
  'The source has no title': 'issue.sourceTitle',
  'Nothing says where this is from': 'issue.sourceTitle',
  'Nothing says since when this is known': 'issue.knownFrom',
  'Nothing is known from a day to come': 'issue.knownAhead',
  "The source's date lies ahead": 'issue.knownAhead',
  'Nothing has happened on a day to come': 'issue.happenedAhead',
  'Known before it happened': 'issue.knownBefore',
  'Not a truth value': 'issue.missing',
  'The list is empty': 'issue.missing',
  'A quantity below zero': 'issue.belowZero',
  'Not a currency': 'issue.currency',
  'Not a plausible year': 'issue.year',
  'Nothing says why': 'issue.reason',
  'Not a tier that you see': 'issue.tier',
  'What several answer for is public': 'issue.tierOfSeveral',
  'What takes the place of a public fact is public': 'issue.tierReplaces',
  'It names something that is not held': 'issue.notHeld',
  'It may mean several things that are held': 'issue.several',
  'It says something of what others do': 'issue.ofOthers',
  'Not a name as a report gives it': 'issue.personsName',
  'It names itself': 'issue.itself',
  'It names what is on its way itself': 'issue.onItsWay',
}

// What is chosen rather than written.
const missing: Record<string, TextKey> = { actor: 'issue.actor', obligation: 'issue.obligation' }

// These name things in their words.
const byPattern: [RegExp, TextKey][] = [
  [/ needs the field /, 'issue.missing'],
  [/^It is needed where /, 'issue.missing'],
  [/^One of several is needed$/, 'issue.oneOf'],
  [/^It is told only where /, 'issue.onlyWhere'],
  [/^It lies before "/, 'issue.liesBefore'],
  [/^The rows of ".*" add up to more$/, 'issue.rowsMore'],
  [/^It names what ".*" does not$/, 'issue.notAmong'],
  [/^What ".*" names has no such field$/, 'issue.noSuchDate'],
  [/^Too (small|big)/, 'issue.number'],
  [/has superseded or retracted already$/, 'issue.replacedAlready'],
  [/^The row was known before/, 'issue.knownBeforeReplaced'],
  [/^Another fact is stored under this id/, 'issue.savedAlready'],
]

/** What the form calls a field; `heldFrom` is the date of the whole. */
const fieldCalled = (site: Site, field: string): string =>
  field === 'heldFrom' ? site.text('newFact.date') : site.voice.names.field(field)

/** The issue in words; `expected` and `found` as the check gives them. */
export const issueWords = (site: Site, issue: FieldIssue): string => {
  const { message, expected = '', found = '' } = issue
  // An answer's own words without the answer: nothing typed may get lost for want of a tick.
  if (message === 'Missing' && issue.field.endsWith('.state')) return site.text('issue.answerMissing')
  if (message === 'No such actor' && found !== '') return site.text('issue.actorUnknown', { found })
  if (message === 'Missing' && missing[issue.field] !== undefined) return site.text(missing[issue.field]!)
  // The fact's own date is as vague as its source; a day box takes days alone.
  if (message === 'Not a date' && issue.field === 'date') return site.text('issue.vagueDate')
  if (message === 'Not a day' && (issue.field === 'from' || issue.field === 'until'))
    return `${site.text('issue.day')} ${site.text('issue.dayNotDate')}`
  const key = byMessage[message] ?? byPattern.find(([pattern]) => pattern.test(message))?.[1]
  if (key === 'issue.oneOf' || key === 'issue.noSuchDate')
    return site.text(key, {
      expected: site.format.anyOf(expected.split(', ').map((one) => fieldCalled(site, one))),
    })
  // The number or day alone; what stands around it is said by the words.
  if (key === 'issue.liesBefore')
    return site.text(key, { expected: site.format.date(expected.replace(/ or later$/, '')) })
  if (key === 'issue.rowsMore')
    return site.text(key, { expected: expected.replace(/ or more.*$/, ''), found })
  if (key !== undefined) return site.text(key, { expected, found })
  return `${message}.${expected === '' ? '' : ` ${site.text('problem.expected', { expected })}`}`
}
