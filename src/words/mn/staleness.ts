// How old figures are, and after how long they are looked at again.
import type { staleness as english } from '../en/staleness.ts'
import type { Translated } from '../phrase.ts'

export const staleness: Translated<typeof english> = {
  'age.asOf': 'байдлын огноо: {date}',
  'age.yearsAgo': 'байдлын огноо: {date}, {count} жилийн өмнө',
  'age.stale': 'ийм мэдээллийг дахин нягтлах хугацаа: {after}',
  'age.unsaid': 'дахин нягтлах хугацаа ({after}) өнгөрсөн эсэхийг хэлэх боломжгүй',
  'staleness.title': 'Мэдээлэл хэр хуучин бэ',
  'staleness.description':
    'Байдлын огноотой мэдээллийг хэдий хугацааны дараа дахин нягтлах, яагаад, бүртгэснээс аль нь хугацаа нь өнгөрсөн.',
  'staleness.lead':
    'Мэдээлэл нь хэдний өдрийн байдлаар үнэн байсныг заадаг. Хэсэг хугацааны дараа дахин нягтлах ёстой. Хугацаа нь өнгөрсөн мэдээлэл огноо, тэмдэгтэйгээр хэвээр үлдэнэ.',
  'staleness.now': 'Хугацаа нь өнгөрсөн',
  'staleness.counted': 'тоон үзүүлэлт, одоогийн гэсэн мэдэгдлийн хугацаа {date} байдлаар өнгөрсөн.',
  'staleness.countedUnsaid': 'Хэлэх боломжгүй нь: {count}, огноо нь хэт бүдэг.',
  'staleness.whose': 'Хэнийх',
  'staleness.figure': 'Юу',
  'staleness.asOf': 'Байдлын огноо',
  'staleness.again': 'Дахин нягтлах',
  'staleness.past': 'хугацаа: {after}; өнгөрсөн',
  'staleness.unsaid': 'хугацаа: {after}; хэлэх боломжгүй',
  'staleness.rules': 'Дүрэм',
  'staleness.rules.lead':
    'Нэг төрлийн баримтын дүрэм нь яамны хуудасны хэсгийн дүрмээс, тэр нь бусад бүгдийн дүрмээс түрүүлж үйлчилнэ.',
  'staleness.scope': 'Хамаарах нь',
  'staleness.after': 'Хугацаа',
  'staleness.why': 'Шалтгаан',
  'staleness.default': 'бусад бүгд',
  'staleness.here': 'энд тогтоосон',
  'staleness.change': 'Дүрмийг нэг ертөнцөд, програмд өөрчлөлт оруулалгүй сольж болно:',
}
