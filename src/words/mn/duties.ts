// Duties: who owes what by when, in Mongolian.
import type { duties as english } from '../en/duties.ts'
import type { Translated } from '../phrase.ts'

export const duties: Translated<typeof english> = {
  'duty.status.met': 'биелсэн',
  'duty.status.met-late': 'хоцорч биелсэн',
  'duty.status.due': 'хугацаа болоогүй',
  'duty.status.at-risk': 'амжихгүй байж болзошгүй',
  'duty.status.overdue': 'хугацаа хэтэрсэн',
  'duty.status.missed': 'биелээгүй',
  'duty.status.not-found': 'олдсонгүй',
  'duty.status.waiting': 'огноо хүлээж буй',
  'duty.status.undated': 'өдөр заагаагүй',
  'duty.status.ended': 'дуусгавар болсон',
  'duty.status.not-assessable': 'тогтоох боломжгүй',
  'duty.status.met.means': 'Биелсэн гэдгийг бүртгэлийн бичлэг харуулж байна.',
  'duty.status.met-late.means': 'Хугацаанаас хойш биелсэн.',
  'duty.status.due.means': 'Хугацаа нь ирээдүйд байна.',
  'duty.status.at-risk.means': 'Хугацаа нь хэт ойртсон тул хуанлигаар амжих нь юу л бол.',
  'duty.status.overdue.means':
    'Хугацаа нь өнгөрсөн бөгөөд бүрэн гэж мэдэгдсэн бүртгэлд юу ч алга. Одоо ч биелүүлж болно.',
  'duty.status.missed.means':
    'Хугацаат үе дууссан, түүний бичлэгийг бүрэн гэж мэдэгдсэн, тэдгээрийн дотор юу ч алга.',
  'duty.status.not-found.means':
    'Хугацаа нь өнгөрсөн бөгөөд энд юу ч алга. Юу ч байхгүй гэж хэлэх бүрэн бүртгэл байхгүй: улсын дутагдал биш.',
  'duty.status.waiting.means': 'Огноо нь хараахан алга: тоолж эхлэх үйл явдал нь болоогүй байна.',
  'duty.status.undated.means': 'Бичвэрт өдөр заагаагүй.',
  'duty.status.ended.means': 'Хүчингүй болсон: гэрээнээс гарсан, эсвэл хожуу огноогоор солигдсон.',
  'duty.status.not-assessable.means':
    'Эхлэх хугацаа тодорхойгүй тул биелүүлэх ёстой байсан эсэхийг хэлэх боломжгүй.',
  'duty.date.waits': 'огноо хараахан алга',
  'duty.date.none': 'өдөр заагаагүй',
  'duty.date.byRule': 'дүрмээр:',
  'duty.how': 'Огноо хэрхэн гарсан',
  'duty.granted': 'уулзалтаар сунгасан',
  'duty.grantedBy': 'сунгасан уулзалт: {meeting}',
  'duty.stated': 'эх сурвалжид дурдсан',
  'duty.statedBy': 'эх сурвалжид дурдсан, уулзалт: {meeting}',
  'duty.statedOn': 'байдлын огноо: {date}',
  'duty.otherwise': 'Өөр эх сурвалжид дурдсан огноо: {date}.',
  'duty.waitsFor': 'Хүлээж буй зүйл:',
  'duty.searched': 'Үзсэн бүртгэл:',
  'duty.searchedUntil': 'эцсийн өдөр: {date}',
  'duty.appliesUnknown': 'энэ үүргийг хүлээсэн эсэх нь мэдээлэлгүй',
  'duty.article': 'Зүйл {article}',
}
