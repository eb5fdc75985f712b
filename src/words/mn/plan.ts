// Plans, in Mongolian.
import type { plan as english } from '../en/plan.ts'
import type { Translated } from '../phrase.ts'

export const plan: Translated<typeof english> = {
  'plan.description': '{title}: бичвэр, арга хэмжээ болон шалгуур үзүүлэлт бүрийн утга.',
  'plan.year': 'Жил',
  'plan.noValues': 'Утгыг хараахан тооцоогүй байна.',
  'plan.action': 'Арга хэмжээ {number}',
  'plan.wholePlan': 'Төлөвлөгөөг бүхэлд нь хамарсан шалгуур үзүүлэлт',
  'plan.source': 'Бичвэр: {source}',
  'plan.glance': '{year} оны бүх утга',
  'plan.contents': 'Агуулга',
  'plan.actionsRange': 'Арга хэмжээ {first}–{last}',
  'plan.oneAction': 'Арга хэмжээ {first}',
  'plan.summary': '{year} оны нийт {count} шалгуур үзүүлэлтээс:',
  'plan.summary.known': '{count} тодорхой',
  'plan.summary.provisional': '{count} урьдчилсан',
  'plan.summary.not-known': '{count} тодорхойгүй',
  'plan.summary.no-cases': '{count} тохиолдолгүй',
  'plan.summary.none': '{count} үнэлээгүй',
}
