// Targets, what counts towards them, and what was promised action by action.
import type { targets as english } from '../en/targets.ts'
import type { Translated } from '../phrase.ts'

export const targets: Translated<typeof english> = {
  'targets.title': 'Зорилтууд',
  'targets.none': 'Энэ төлөвлөгөөний {count} шалгуур үзүүлэлтийн аль нь ч зорилт заагаагүй.',
  'targets.values': 'Утгууд',
  'targets.lead': '{year} оны биелсэн зорилт: {n} / {N}.',
  'targets.served': 'Харгалзах зорилт:',
  'targets.aim': 'зорилт:',
  'targets.open': 'Бичвэрт нээлттэй үлдсэн зүйл:',
  'targets.noTarget': 'зорилт алга',
  'targets.more': '{n}; шаардсан: {asked}',
  'targets.onRecord': 'бүртгэлд: {of}',
  'targets.different': 'өөр ангилал: {field}',
  'targets.readings': 'Бичвэрийн тайлбарлалууд',
  'targets.reading': 'Тайлбарлал',
  'targets.there': 'Байгаа',
  'targets.stands': 'Байдал',
  'targets.nothingSearched': 'Шалгасан бүртгэл алга.',
  'targets.declaredBy': 'мэдэгдсэн:',
  'targets.years': 'Төлөвлөгөөний жилүүд',
  'targets.byYear': 'Жилээр',
  'targets.counted': 'Тооцсон болон тооцоогүй бичлэг, шалтгаан: {number}',
  'targets.counted.title': 'Тооцсон бичлэг: {number}, {year}: {title}',
  'targets.counted.description':
    '{number} шалгуур үзүүлэлтэд {year} онд тооцож болох бичлэг бүр: тайлбарлал бүрд тооцсон эсэх, шалтгаан.',
  'targets.counted.crumb': 'Тооцсон бичлэг: {number}',
  'targets.records': 'Бичлэгүүд',
  'targets.records.lead':
    '{year} оны бичлэг: {count}; төрөл: {kind}. Талуудын бичлэг, мөн үүнд үйлчилнэ гэсэн бусдын бичлэгийг жагсаав; зөвхөн төлөвлөснийг мөн оруулав.',
  'targets.record': 'Бичлэг',
  'targets.whose': 'Хэнийх',
  'targets.back': 'Бүх зорилт',
  'targets.actionPlan': 'Амласан арга хэмжээнүүд',
  'targets.ourReading': 'бидний тайлбарлал',
  'targets.ourReading.lead':
    'Бичвэр шалгуур үзүүлэлтээ арга хэмжээний дор тавиагүй: аль нь алийг хэмжих нь бидний тайлбарлал.',
  'targets.indicator': 'Шалгуур үзүүлэлт',
  'targets.noIndicator': 'бичвэрт алга',
  'targets.work': 'Ажлын төлөвлөгөө',
  'targets.done': 'хийсэн: {n} / {N}',
  'targets.bodies': 'Бүтэц',
  'targets.events': 'Арга хэмжээ',
  'targets.meetings': 'Хурал',
  'targets.nothingHeld': 'хэрэгжүүлж буй зүйл бүртгэлгүй',
  'targets.othersNothing': 'Юу ч бүртгээгүй арга хэмжээ: {count} / {all}.',
}
