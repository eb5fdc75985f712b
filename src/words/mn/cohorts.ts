// Cohorts, in Mongolian.
import type { cohorts as english } from '../en/cohorts.ts'
import type { Translated } from '../phrase.ts'

export const cohorts: Translated<typeof english> = {
  'cohort.notEstablished': 'тогтоогоогүй',
  'cohort.notEstablished.explain':
    'Энэ бүлэгт хэн багтахыг дараах огноогоор хэн ч тогтоогоогүй: {date}. Энэ нь нэг ч улс багтахгүй гэсэн үг биш.',
  'cohort.title': 'Улсуудын бүлэг',
  'cohorts.title': 'Улсуудын бүлэг',
  'cohorts.description':
    'Төлөвлөгөөнд тооцох нэр бүхий улсуудын бүлгүүд; бүлэг бүрийн дүрэм, тухайн огнооны бүрэлдэхүүн.',
  'cohorts.lead':
    'Бүлэг бол жагсаалт биш, дүрэм: бүрэлдэхүүнийг нь аль ч огноогоор, аль ч огноонд мэдэгдэж байснаар тооцно.',
  'cohorts.membersOn':
    'Байдлын огноо: {date}. Улс бүрийг багтаасан үндэслэлийг заасан. Хэн ч тогтоогоогүй бүлгийг хоосон гэж үзэхгүй, тодорхойгүй гэж үзнэ.',
  'cohorts.count': 'Бүрэлдэхүүн',
  'cohort.asOf': 'Байдлын огноо: {asOf}; мэдээллийн огноо: {knownOn}',
  'cohort.member': 'Улс',
  'cohort.from': 'Багтсан огноо',
  'cohort.until': 'Гарсан огноо',
  'cohort.reason': 'Үндэслэл',
  'cohort.years': 'Бүрэлдэхүүн, он жилүүдээр',
  'cohort.years.unit': 'Жил бүрийн сүүлийн өдөр багтсан улсын тоо',
  'cohort.years.table': 'Жил бүрийн эцсийн бүрэлдэхүүн',
  'cohort.years.members': 'Жилийн эцсийн бүрэлдэхүүн',
  'cohort.moves': 'Нэгдсэн ба гарсан улсууд; эхлэх огноо: {date}',
  'cohort.moves.none': 'Нэгдсэн ч, гарсан ч улс алга.',
  'cohort.moves.notEstablished':
    'Тэр өдөр хэн багтаж байсныг тогтоогоогүй тул хэн нэгдэж, хэн гарсныг хэлэх боломжгүй.',
  'cohort.joined': 'нэгдсэн: {count}',
  'cohort.joined.lead': 'Багтсан огноо, үндэслэлийн хамт.',
  'cohort.left': 'гарсан: {count}',
  'cohort.left.lead': 'Багтаж байсан сүүлийн огноо, гарсан үндэслэлийн хамт.',
  'cohort.empty': 'Энэ огноонд нэг ч улс багтахгүй.',
  'cohort.source': 'Гэрээний байдлын эх сурвалж: {source}, огноо: {date}.',
  'cohort.sourceUndated': 'Гэрээний байдлын эх сурвалж: {source}.',
}
