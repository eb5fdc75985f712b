// Workbooks: tables of pages.
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
} as const satisfies Record<string, Phrase>
