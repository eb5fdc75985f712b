// Бусдын нийтэлсэн тоон үзүүлэлт, манайхтай зэрэгцүүлэн.
import type { published as english } from '../en/published.ts'
import type { Translated } from '../phrase.ts'

export const published = {
  'published.title': 'Бусдын нийтэлсэн тоо',
  'published.description':
    'Бусдын нийтэлсэн тоон үзүүлэлтийг мөн он, мөн өдрийн манай тоотой зэрэгцүүлж, хэрхэн нийцэхийг харуулна.',
  'published.lead':
    'Тоо бүр эх сурвалжид байгаагаараа. Манай тоог мөн онд, мөн өдрийн байдлаар, өнөөдөр мэдэгдэж буй зүйлээр тооцов; бусдын тоо манай тооцоонд орохгүй.',
  'published.none': 'Бусдын нийтэлсэн тоо бүртгэгдээгүй.',
  'published.ofYear': '{year} он',
  'published.noYear': 'Он заагаагүй',
  'published.figure': '{number} {unit}',
  'published.percent': '{number} %',
  'published.asOf': '{date} өдрийн байдлаар',
  'published.ours': 'Манайх',
  'published.ours.nothing': 'Тэр он, тэр өдрийн хувьд үүнийг тоолох бүртгэл байхгүй.',
  'published.ours.value': '{count} (нийт {total}), {date} өдрийн байдлаар',
  'published.ours.count': '{count}, {date} өдрийн байдлаар',
  'published.ours.unknown': 'мэдэгдэхгүй (нийт {total}), {date} өдрийн байдлаар',
  'published.ours.unknownCount': 'мэдэгдэхгүй, {date} өдрийн байдлаар',
  'published.notDue': 'Манайх тоолсон боловч тэр өдөр гэхэд хугацаа нь болоогүй: {names}',
  'published.all': 'Бусдын нийтэлсэн бүх тоо',
  'published.indicator': 'Бусдын нийтэлсэн тоо',
} satisfies Translated<typeof english>
