// Workbooks: tables of pages, in Mongolian.
import type { workbook as english } from '../en/workbook.ts'
import type { Translated } from '../phrase.ts'

export const workbook: Translated<typeof english> = {
  'workbook.data': 'Өгөгдөл',
  'workbook.source': 'Эх сурвалж',
  'workbook.page': 'Хуудас',
  'workbook.address': 'Хаяг',
  'workbook.asOf': 'Байдлын огноо',
  'workbook.knownOn': 'Мэдээллийн огноо',
  'workbook.world': 'Орчин',
  'workbook.taken': 'Татаж авсан огноо',
  'workbook.rows': 'Мөрийн тоо',
  'workbook.entered':
    'Ийм тэмдэгтэй мөрийг энд гараар оруулсан; аль ч улс ирүүлээгүй. Нийтлэх зүйлд хэзээ ч орохгүй.',
}
