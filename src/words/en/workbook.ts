// Workbooks: tables of pages, and reports filled in as one.
import type { Phrase } from '../phrase.ts'

export const workbook = {
  'workbook.data': 'Data',
  'workbook.source': 'Source',
  'workbook.page': 'Page',
  'workbook.address': 'Address',
  'workbook.asOf': 'As of',
  'workbook.knownOn': 'As known on',
  'workbook.world': 'World',
  'workbook.taken': 'Taken on',
  'workbook.rows': 'Rows',
  'workbook.entered':
    'A row with this mark was typed in here; no State has sent it. It is never part of anything published.',

  'workbook.notReported': 'Not reported',
  'workbook.column.id': 'Key',
  'workbook.column.help': 'What is meant',
  'workbook.column.before': 'Reported before',
  'workbook.column.unit': 'Unit',
  'workbook.column.what': 'What is asked',
  'workbook.column.value': 'Your answer',
  'workbook.instructions': 'Instructions',
  'workbook.lists': 'Lists',
  'workbook.report': 'The report itself',
  'workbook.title': '{title}: {name}, {year}',
  'workbook.how.fill':
    'Fill in the yellow cells. The others are locked, without a password; widths and heights can be changed.',
  'workbook.how.answer':
    'Answer with a word from the list of the cell. A question left empty counts as “not reported”: never as “no”, never as zero.',
  'workbook.how.parts': 'Where a question has parts, each part is answered by itself.',
  'workbook.how.number':
    'Write numbers in digits; the unit stands beside the cell. Write days as 2025-04-30. Type values: a formula is not read.',
  'workbook.how.evidence':
    'Say where each answer stands: the page of the report, the words it rests on, and the language of these words (a code such as en, fr or mn).',
  'workbook.how.before':
    'What was reported for {year} (version {version}, received on {date}) stands beside each question, as it was received. Nothing of it is filled in.',
  'workbook.how.noBefore': 'No report for {year} is held here.',
  'workbook.how.filled': 'Answers held already are filled in. Change what has changed.',
  'workbook.how.back':
    'Save the file as an Excel workbook (XLSX) without a password, and send it back to where it came from. Nothing is submitted before somebody has seen what the file says.',
  'workbook.how.marked':
    'What comes back is stored with the mark “entered here, not received”, until States can send reports themselves.',
  'workbook.sheet': 'Sheet',
  'workbook.questions': 'Questions',
  'workbook.before': 'For {year}: {said}',
  'workbook.beforeNothing': 'For {year}: nothing',
  'workbook.other': 'Also known of the report: {name}',
  'workbook.choose': 'Choose a word from the list: {words}',
  'workbook.numberOnly': 'A number from 0, in digits',
  'workbook.dayOnly': 'A day from 1 January {year} to today, such as {day}',

  'workbook.facts.id':
    'A name of your own for the row, such as retained-2025: the same row again is known by it.',
  'workbook.facts.actor': 'The code of the State or body, such as MNG.',
  'workbook.facts.supersedes': 'The id of the fact it takes the place of.',
  'workbook.facts.retracts': 'The id of the fact it withdraws.',
  'workbook.fill': 'Fill it in as a workbook',
  'workbook.fill.lead':
    'Take the questions out as a workbook (XLSX), fill it in without a connection, and bring it back.',
  'workbook.template': 'Take the questions as a workbook (XLSX)',
  'workbook.description': 'Take {title} of {name} for {year} out as a workbook, and bring it back filled in.',
  'workbook.take': 'Take it out',
  'workbook.take.lead':
    'What has been typed so far stands in it; what was reported the year before stands beside each question.',
  'workbook.download': 'Download the workbook',
  'workbook.bring': 'Bring it back',
  'workbook.bring.lead':
    'It is read cell by cell. You see what would change before anything does, and what is wrong by sheet and cell.',
  'workbook.file': 'The workbook, filled in',
  'workbook.file.hint': 'A file saved as XLSX, without a password, of at most 10 MB.',
  'workbook.none': 'No file was chosen',
  'workbook.look': 'See what it says',
  'workbook.problems': {
    one: 'The workbook has {count} problem; nothing of it was taken in',
    other: 'The workbook has {count} problems; nothing of it was taken in',
  },
  'workbook.atSheet': 'Sheet “{sheet}”',
  'workbook.atCell': 'Sheet “{sheet}”, cell {cell}',
  'workbook.preview': 'What the workbook would change',
  'workbook.preview.lead':
    '{answered} questions are answered in it. {changed} Nothing has been taken in yet.',
  'workbook.preview.open':
    'Questions left empty in the workbook stay as they are in the draft; an answer is taken whole, with its page, words and remark.',
  'workbook.changes': {
    one: '{count} answer or field would change.',
    other: '{count} answers or fields would change.',
  },
  'workbook.kept': 'In the draft now',
  'workbook.says': 'In the workbook',
  'workbook.late':
    'Somebody has saved something in the draft since you saw this. Here is what the workbook would change now.',
  'workbook.takeIn': 'Take it into the draft',
  'workbook.leave': 'Leave the draft as it is',
  'workbook.back': 'Back to the draft',
} as const satisfies Record<string, Phrase>
