// Reports received, in Arabic: the way there; the pages themselves are in English.
import type { reports as english } from '../en/reports.ts'
import type { PartlyTranslated } from '../phrase.ts'

export const reports: PartlyTranslated<typeof english> = {
  'site.reports': 'التقارير',
}
