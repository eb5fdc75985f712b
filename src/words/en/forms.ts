// Forms: what every form says, and what is wrong with what was typed.
import type { Phrase } from '../phrase.ts'

export const forms = {
  'form.needed': '(needed)',
  'form.error': 'Error:',
  'form.problems': { one: 'One thing has to be put right', other: '{count} things have to be put right' },
  'form.crossSite':
    'This form was sent from a page of another site, or by a program. Nothing was stored. Open the form here and send it again.',
  'form.notAForm': 'What was sent is not a form. Nothing was stored.',
  'form.tooLarge':
    'The form holds more than one megabyte of text. Nothing was stored. Shorten the quotations and send it again.',

  'issue.missing': 'This is needed.',
  'issue.answerMissing':
    'Choose an answer, or empty what is written below it: words without an answer say nothing.',
  'issue.day': 'Write a day of the calendar as year, month and day, such as 2025-04-30.',
  'issue.date': 'Write a date of the calendar, such as 2025-04-30, 2025-04 or 2025.',
  'issue.language': 'Write the code of a language, such as en, fr or mn.',
  'issue.address': 'Write an address that begins with https:// or http://.',
  'issue.choice': 'Choose one of: {expected}.',
  'issue.number': 'Write the number in digits only, such as 1250 or 12.5; “{found}” cannot be read as one.',
  'issue.numberMissing': 'Give the number, or choose another answer.',
  'issue.noNumber': 'This question asks for no number.',
  'issue.numberContradicts': 'There is a number, but the answer is “not applicable”. Keep one of the two.',
  'issue.receivedAhead': 'This day is still to come. Give the day on which it was received.',
  'issue.yearAhead': 'That year has not begun: a report covers a year that has.',
  'issue.yearTooEarly': 'In that year there was nothing to report on yet.',
  'issue.actor': 'Choose who it is about.',
  'issue.kind': 'Choose what kind of fact it is.',
  'issue.obligation': 'Choose what is reported on.',
  'issue.subject': 'No record is held under “{found}”. Give the id of a fact held, or leave it empty.',
  'issue.endsBefore': 'It ends before it begins. Give the first day on which it no longer holds.',
  'issue.dateContradicts': 'This date and the first and last day below do not agree. Keep one of them.',
  'issue.openEvent': 'An event has a beginning and an end. Give both, such as 2025-04-01/2025-04-30.',
  'issue.sourceTitle': 'Say where this is from: the document, or who says so.',
  'issue.knownFrom': 'Say since when this is known: give the day, or a date of the source.',
  'issue.knownAhead': 'Nothing is known from a day to come. Give the day since when it is known.',
  'issue.happenedAhead': 'Nothing has happened on a day to come.',
  'issue.knownBefore': 'It cannot have been known before it happened.',
  'issue.belowZero': 'A quantity cannot be below zero.',
  'issue.currency': 'Write three capital letters, such as USD or CHF.',
  'issue.year': 'Write a year from 1990 to 2100.',
  'issue.reason': 'Say in a sentence what was wrong.',
  'issue.replacedAlready': 'Something newer has already replaced this fact. Nothing was stored.',
  'issue.knownBeforeReplaced': 'The fact it replaces has been known only since a later day than this one.',
  'issue.savedAlready': 'This fact has been stored already, with other words. To change it, correct it.',
} as const satisfies Record<string, Phrase>
