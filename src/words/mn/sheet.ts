// The sheet of a State, in Mongolian.
import type { sheet as english } from '../en/sheet.ts'
import type { Translated } from '../phrase.ts'

export const sheet: Translated<typeof english> = {
  'sheet.dates': 'Хугацаа',
  'sheet.dates.lead':
    'Олгосон, эсвэл эх сурвалжид заасан хугацаа нь гэрээний дүрмээр тооцсоноос дээгүүр байна. Хугацааг тооцож болж байгаа нь устгах, цэвэрлэх зүйл байгааг илтгэхгүй.',
  'sheet.dates.none': 'Үүргийг нь энд бүртгэсэн аль ч гэрээ өнөөдөр энэ улсад үйлчлэхгүй.',
  'sheet.dates.duty': 'Үүрэг',
  'sheet.dates.date': 'Баримтлах хугацаа',
  'sheet.dates.basis': 'Үндэслэл',
  'sheet.dates.computed': 'Дүрмээр тооцсон',
  'sheet.date.granted': 'уулзалтаас олгосон',
  'sheet.date.stated': 'эх сурвалжид заасан',
  'sheet.date.byRule': 'гэрээгээр тооцсон',
  'sheet.date.statedAsOf': 'мэдэгдлийн огноо: {date}',
  'sheet.date.undated': 'мэдэгдэл огноогүй',
  'sheet.date.passed': 'өнгөрсөн',
  'sheet.date.passedNoLater': 'өнгөрсөн; түүнээс хойших хугацаа энд алга',
  'sheet.date.yearly': 'жил бүр',
  'sheet.date.otherwise': 'Тухайн үеийн өөр эх сурвалжид: {date}.',
  'sheet.date.completed': 'Биелүүлснийг мэдэгдсэн огноо: {date}.',
  'sheet.date.completedUndated': 'Биелүүлснийг мэдэгдсэн, огноогүй.',
  'sheet.date.agree': 'Дүрмээр тооцсон өдөр мөн адил.',
  'sheet.date.source': 'эх сурвалж',
  'sheet.cohorts': 'Багтсан улсуудын бүлэг',
  'sheet.cohorts.lead': 'Өнөөдөр, {date}. Бүлэг бол дүрэм: үндэслэл нь юунд тулгуурласныг хэлнэ.',
  'sheet.cohorts.none': 'Энд мэдэгдэж байгаагаар өнөөдөр аль ч бүлэгт багтаагүй.',
  'sheet.cohort': 'Бүлэг',
  'sheet.cohort.since': 'Хэзээнээс',
  'sheet.cohort.notKnownSince': 'тодорхойгүй',
  'sheet.cohorts.unknown': 'Багтах эсэхийг энд хэн ч хэлж чадахгүй {count} бүлэг',
  'sheet.reports.lead': 'Тайлан ирүүлэх үүрэгтэй, энд бүртгэгдсэн жил бүр, ирүүлсэн байдлын хамт.',
  'sheet.reports.cycle': 'Мөчлөг',
  'sheet.reports.receipt': 'Ирүүлсэн эсэх',
  'sheet.reports.versions': 'Бүх хувилбар',
  'sheet.facts.differ': 'эх сурвалжууд зөрүүтэй',
}
