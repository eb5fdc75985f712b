// Source documents and the promises in them, in Arabic.
import type { documents as english } from '../en/documents.ts'
import type { PartlyTranslated } from '../phrase.ts'

export const documents: PartlyTranslated<typeof english> = {
  'documents.description': {
    zero: '{title}: لا جملة مأخوذة منها.',
    one: '{title}: جملة واحدة مأخوذة منها، وما صارت إليه.',
    two: '{title}: جملتان مأخوذتان منها، وما صارتا إليه.',
    few: '{title}: {count} جمل مأخوذة منها، وما صارت إليه كل منها.',
    many: '{title}: {count} جملة مأخوذة منها، وما صارت إليه كل منها.',
    other: '{title}: {count} جملة مأخوذة منها، وما صارت إليه كل منها.',
  },
  'documents.lead': {
    zero: 'لا جملة مأخوذة منها.',
    one: 'جملة واحدة مأخوذة منها. افتحها لترى ما صارت إليه هنا.',
    two: 'جملتان مأخوذتان منها. افتح إحداهما لترى ما صارت إليه هنا.',
    few: '{count} جمل مأخوذة منها. افتح إحداها لترى ما صارت إليه هنا.',
    many: '{count} جملة مأخوذة منها. افتح إحداها لترى ما صارت إليه هنا.',
    other: '{count} جملة مأخوذة منها. افتح إحداها لترى ما صارت إليه هنا.',
  },
  'documents.became': 'صارت إلى:',
  'documents.toPlan': 'النص كله مع جميع القيم',
  'documents.untitledPart': 'بلا عنوان',
}
