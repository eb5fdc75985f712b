// Харгалзаа: нэг төлөвлөгөөний амлалт нөгөөгийн аль нь болох.
import type { crosswalk as english } from '../en/crosswalk.ts'
import type { Translated } from '../phrase.ts'

export const crosswalk = {
  'crosswalk.title': 'Ижил амлалт бусад төлөвлөгөөнд',
  'crosswalk.description':
    'Энэ төлөвлөгөөний арга хэмжээ, шалгуур үзүүлэлт өөр төлөвлөгөөний алинтай нь тохирохыг хүн баталснаар: {title}.',
  'crosswalk.lead':
    'Төлөвлөгөө төслөөсөө өөр дугаартай батлагдаж болно. Аль амлалт аль нь болохыг үгээр нь санал болгож, хүн баталдаг; энд зөвхөн баталсан нь байна.',
  'crosswalk.none': 'Энэ төлөвлөгөөний амлалт өөр төлөвлөгөөний алинтай нь тохирохыг хэн ч батлаагүй байна.',
  'crosswalk.pair': '{from} → {to}',
  'crosswalk.counts':
    'Эхний төлөвлөгөөний арга хэмжээнээс шийдсэн: {actions} (нийт {allActions}); шалгуур үзүүлэлтээс шийдсэн: {indicators} (нийт {allIndicators}).',
  'crosswalk.actions': 'Арга хэмжээ',
  'crosswalk.indicators': 'Шалгуур үзүүлэлт',
  'crosswalk.from': 'Эхний төлөвлөгөө',
  'crosswalk.to': 'Хоёр дахь төлөвлөгөө',
  'crosswalk.relation': 'Хоорондын хамаарал',
  'crosswalk.by': 'Баталсан',
  'crosswalk.byOn': '{by}, {date}',
  'crosswalk.alike': 'ижил үгийн хувь: {percent}',
  'crosswalk.absent': 'тохирох амлалт байхгүй',
  'crosswalk.relation.same': 'ижил эх',
  'crosswalk.relation.reworded': 'өөр үгээр',
  'crosswalk.relation.split': 'хуваагдсан: хэд хэдэн хэсгийн нэг',
  'crosswalk.relation.merged': 'нийлсэн: хэд хэдэн эхийн нэг',
  'crosswalk.relation.no counterpart': 'тохирох амлалт байхгүй',
  'crosswalk.was': 'Өмнө нь: {label}, {plan}',
  'crosswalk.became': 'Дараа нь: {label}, {plan}',
} satisfies Translated<typeof english>
