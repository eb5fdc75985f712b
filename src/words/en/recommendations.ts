// Taking in the recommendations of a study from a file.
import type { Phrase } from '../phrase.ts'

export const recommendations = {
  'recommendations.bring': 'Take in recommendations from a document or a table',
  'recommendations.description':
    'The recommendations of a study, read from its document or a table, looked at before anything is stored.',
  'recommendations.lead':
    'Texts are taken word for word, with their place. You see what was read before anything is stored.',
  'recommendations.file': 'The document or table',
  'recommendations.file.hint':
    'DOCX, PDF, text or Markdown: “Recommendation 4” or numbered paragraphs below headings. CSV or XLSX: the columns {columns}.',
  'recommendations.look': 'Look at it',
  'recommendations.none': 'Choose a file first.',
  'recommendations.noStudy': 'No such study is held.',
  'recommendations.line': 'line {line}',
  'recommendations.preview': 'Recommendations as they were read',
  'recommendations.counts': {
    one: '{count} recommendation: {created} new, {corrected} corrected, {unchanged} unchanged.',
    other: '{count} recommendations: {created} new, {corrected} corrected, {unchanged} unchanged.',
  },
  'recommendations.nothingYet': 'Nothing is stored yet.',
  'recommendations.number': 'Number',
  'recommendations.text': 'Text',
  'recommendations.outcome': 'What it would be',
  'recommendations.new': 'new',
  'recommendations.corrected': 'corrected',
  'recommendations.unchanged': 'unchanged',
  'recommendations.shorter': 'This text is shorter than the one held. Is it so?',
  'recommendations.shorter.isSo': {
    one: 'One text is shorter than the one held: it takes its place all the same',
    other: '{count} texts are shorter than those held: they take their place all the same',
  },
  'recommendations.untilNow': 'until now:',
  'recommendations.otherwise': 'The text is the same; its group, place, language or addressee is put right.',
  'recommendations.noLanguage': 'language not known',
  'recommendations.tied': 'would be taken up by',
  'recommendations.tiedAlready': 'is taken up by',
  'recommendations.unplaced': 'Lines that are part of no recommendation',
  'recommendations.outside': {
    one: '{count} line stands elsewhere than under “{heading}” and was not read.',
    other: '{count} lines stand elsewhere than under “{heading}” and were not read.',
  },
  'recommendations.numberedHere': 'The document does not number them: they are numbered here in their order.',
  'recommendations.leftOut': 'Columns that were not read: {columns}.',
  'recommendations.notInFile': 'Held and not in the file, left as they are: {numbers}.',
  'recommendations.document': 'What the document is',
  'recommendations.sourceTitle': 'Title',
  'recommendations.publisher': 'Publisher',
  'recommendations.address': 'Web address',
  'recommendations.date': 'Date',
  'recommendations.language.hint': 'Of texts of which no language could be told; a code such as {codes}.',
  'recommendations.takeIn': 'Take in all of it',
  'recommendations.other': 'Another file',
  'recommendations.back': 'Back to how it is carried out',
} as const satisfies Record<string, Phrase>
