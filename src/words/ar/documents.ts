// Source documents and the promises in them, in Arabic.
import type { documents as english } from '../en/documents.ts'
import type { PartlyTranslated } from '../phrase.ts'

export const documents: PartlyTranslated<typeof english> = {
  'documents.description': {
    zero: '{title}: لا جملة تحمل وعدًا.',
    one: '{title}: جملة واحدة تحمل وعدًا، وما صارت إليه.',
    two: '{title}: جملتان تحملان وعدًا، وما صارتا إليه.',
    few: '{title}: {count} جمل تحمل وعدًا، وما صارت إليه كل منها.',
    many: '{title}: {count} جملة تحمل وعدًا، وما صارت إليه كل منها.',
    other: '{title}: {count} جملة تحمل وعدًا، وما صارت إليه كل منها.',
  },
  'documents.lead': {
    zero: 'لا جملة تحمل وعدًا.',
    one: 'جملة واحدة تحمل وعدًا. افتحها لترى ما صارت إليه هنا.',
    two: 'جملتان تحملان وعدًا. افتح إحداهما لترى ما صارت إليه هنا.',
    few: '{count} جمل تحمل وعدًا. افتح إحداها لترى ما صارت إليه هنا.',
    many: '{count} جملة تحمل وعدًا. افتح إحداها لترى ما صارت إليه هنا.',
    other: '{count} جملة تحمل وعدًا. افتح إحداها لترى ما صارت إليه هنا.',
  },
  'documents.became': 'صارت إلى:',
  'documents.toPlan': 'النص كله مع جميع القيم',
  'documents.untitledPart': 'بلا عنوان',
}
