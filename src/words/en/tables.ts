// Bringing a table that others keep: which there are, its files, what would become of each row, what was stored.
import type { Phrase } from '../phrase.ts'

export const tables = {
  'enter.chooseTable': 'Bring a table that others keep',
  'enter.chooseTable.lead':
    'Votes, personnel, recommendations, in the files of whoever publishes them. You see what becomes of every row before anything is stored.',
  'tables.description':
    'Tables that others keep, taken in as facts: every row is counted before anything is stored.',
  'tables.lead':
    'Choose a table and bring its file. You see what becomes of every row, and nothing is stored until you say so.',
  'tables.table': 'Table',
  'tables.publisher': 'Publisher',
  'tables.noPublisher': 'nobody is named',
  'tables.licence': 'Licence: {licence}',
  'tables.becomes': 'Its rows become',
  'tables.files': 'Files to bring',
  'tables.files.one': 'its file ({format})',
  'tables.taken': 'Taken in last',
  'tables.taken.never': 'not yet',
  'tables.taken.before': 'Taken in before',
  'tables.taken.line': {
    one: '{date}: {file}, one fact recorded',
    other: '{date}: {file}, {count} facts recorded',
  },
  'tables.taken.corrected': '{count} in place of earlier ones',
  'tables.way.command':
    'Facts of these kinds come in by command alone: they are not entered and approved one by one.',
  'tables.way.drafted':
    'Each fact asks for approval first; {count} facts of one file at most. Those of other actors are left out.',
  'tables.received':
    'What is recorded counts as received from {publisher}: anybody can fetch the file at its address and compare. It may stand in what is published, with its source, as far as its licence allows.',
  'tables.marked':
    'No publisher with an address is named: the facts carry the mark {mark} and stay out of what is published.',
  'tables.actor': 'Whose facts',
  'tables.actor.hint': 'Rows of everyone else are counted as left out.',
  'tables.actor.all': 'Everyone in the table',
  'tables.file': 'File of the table',
  'tables.file.hint': '{format}, as its publisher gives it; compressed (.gz) too.',
  'tables.beside.hint': 'It is read together with the table.',
  'tables.limit':
    'At most {size} MB for all files together, unpacked. Larger ones come in by command, on the machine that Pacta runs on:',
  'tables.receivedOn': 'Day it was received',
  'tables.receivedOn.hint':
    'When the file came from its publisher, such as 2026-11-21. Empty: today, {date}.',
  'tables.look': 'Look at it',
  'tables.noFile': 'Choose a file first.',
  'tables.noActor': 'Choose whose facts they are.',
  'tables.notADay': '“{found}” is no day such as 2026-11-21.',
  'tables.ahead': 'This day is still to come.',
  'tables.tooLarge':
    'The files have more than {size} MB together. Nothing was stored. The command below takes them in.',
  'tables.mend':
    'Nothing was stored. Mend the file, or bring the one its publisher gives, and choose the files again.',
  'tables.inRow': '{file}, row {row}',
  'tables.inColumn': '{file}, row {row}, column {column}',
  'tables.preview': 'What would become of each row',
  'tables.counted': {
    one: '{count} row read = {made} new + {held} held already + {corrected} corrected + {kept} where what is held stays + {leftOut} left out.',
    other:
      '{count} rows read = {made} new + {held} held already + {corrected} corrected + {kept} where what is held stays + {leftOut} left out.',
  },
  'tables.wouldRecord': {
    one: 'One fact would be recorded.',
    other: '{count} facts would be recorded.',
  },
  'tables.inPlace': {
    one: 'One of them would take the place of an earlier one.',
    other: '{count} of them would take the place of earlier ones.',
  },
  'tables.wouldAsk': {
    one: 'One fact would ask for approval.',
    other: '{count} facts would ask for approval.',
  },
  'tables.wouldNothing': 'Nothing would be stored: there is nothing new in it.',
  'tables.waitsAlready': {
    one: 'One fact of it waits for approval already.',
    other: '{count} facts of it wait for approval already.',
  },
  'tables.tooMany':
    'These are too many to approve: {most} facts of one file at most. Bring a part of the table, or have it taken in by command.',
  'tables.fate': 'What becomes of it',
  'tables.rows': 'Rows',
  'tables.such': 'Such as row',
  'tables.fate.new': 'New',
  'tables.fate.new.means': 'A fact is made of it.',
  'tables.fate.held': 'Held already',
  'tables.fate.held.means': 'The same is held; nothing changes.',
  'tables.fate.correction': 'Corrected',
  'tables.fate.correction.means': 'It says something else than the fact held; a new fact takes its place.',
  'tables.fate.kept': 'What is held stays',
  'tables.fate.kept.means': 'It is not like what is held, and no news.',
  'tables.fate.left-out': 'Left out',
  'tables.fate.left-out.means': 'For a reason, told below.',
  'tables.first': 'The first facts it would make',
  'tables.row': 'Row',
  'tables.rowNumber': 'Row {row}',
  'tables.whose': 'Of',
  'tables.says': 'What it says',
  'tables.reason': 'Reason',
  'tables.names': 'Names that are not taken for an actor',
  'tables.name': 'Name in the table',
  'tables.near': 'Near it',
  'tables.change': 'held {was}, in the table {now}',
  'tables.differs': 'Where they differ',
  'tables.more': {
    one: 'and one more, in the list of all rows',
    other: 'and {count} more, in the list of all rows',
  },
  'tables.gone': 'Held from an earlier edition, not in this one',
  'tables.gone.lead': {
    one: 'One fact. It stays held; withdraw it where it was taken back.',
    other: '{count} facts. They stay held; withdraw what was taken back.',
  },
  'tables.beside': 'Tables beside it',
  'tables.beside.counted': {
    one: '{file}: {count} row read = {used} taken in + {leftOut} left out.',
    other: '{file}: {count} rows read = {used} taken in + {leftOut} left out.',
  },
  'tables.edition': 'Edition',
  'tables.unread': 'Columns that are not read: {columns}.',
  'tables.digest': 'SHA-256 of {file}:',
  'tables.onlyOf': 'Only facts of {name}.',
  'tables.receivedOn.is': 'Received on {date}.',
  'tables.allRows': 'All rows, as CSV',
  'tables.store': 'Store exactly this',
  'tables.ask': 'Ask for approval of exactly these',
  'tables.other': 'Another file',
  'tables.changed':
    'What is held has changed since you looked at this table. Nothing was stored. This is what would become of the rows now.',
  'tables.stored': 'What you looked at is stored. The same file again changes nothing.',
  'tables.goes.changes': 'What changed',
  'tables.reason.others': 'Of another actor',
  'tables.reason.repeats': 'Repeats an earlier row word for word',
  'tables.reason.noFact': 'No fact is made of rows like this',
  'tables.reason.withoutRow': 'Belongs to no row of the file that is taken',
  'tables.reason.nobody': 'No actor held has this name: {name}',
  'tables.reason.takenBack': 'Taken back here',
  'tables.reason.sealed': 'What is held is not for everyone',
  'tables.reason.since': 'What is held is known since {date}',
  'tables.reason.noLater': 'An earlier word, no later than what is held',
  'tables.reason.sameFile': 'An earlier word, from a file imported before',
  'tables.reason.correctedHere': 'An earlier word, corrected here since',
} as const satisfies Record<string, Phrase>
