// Letters, in Mongolian.
import type { mail as english } from '../en/mail.ts'
import type { Translated } from '../phrase.ts'

export const mail: Translated<typeof english> = {
  'letter.greeting': 'Эрхэм {name} танаа,',
  'letter.greetingAll': 'Эрхэм танаа,',
  'letter.end': 'Бичсэн: Pacta, {origin}. Энэ захидалд бичсэн хариуг хэн ч уншихгүй.',
  'letter.once': 'Энэ хаяг нэг л удаа ажиллана. Хэнд ч бүү дамжуулна уу.',
  'letter.invitation.subject': 'Pacta-д ажиллах урилга',
  'letter.invitation.body':
    'Улсуудын амлалт үүрэг, тайлан, тоон үзүүлэлт болдог Pacta-д таныг ажиллахыг урьж байна. Урьсан: {by}. Зөвшөөрөх бол дараах хаягийг нээнэ үү. Сүүлийн өдөр: {until}.',
  'letter.invitation.after': 'Яагаад урьсныг мэдэхгүй бол юу ч хийх шаардлагагүй.',
  'letter.password-link.subject': 'Pacta: шинэ нууц үг',
  'letter.password-link.body':
    'Шинэ нууц үг авах хүсэлт ирлээ; та өөрөө илгээсэн байх. Нууц үгээ сонгох бол дараах хаягийг нээнэ үү. Хаяг ажиллах хугацаа: {count} минут.',
  'letter.password-link.after': 'Хүсэлтийг та илгээгээгүй бол юу ч хийх шаардлагагүй: нууц үг хэвээр үлдэнэ.',
  'letter.approval-asked.subject': 'Таны батлахыг хүсэж байна: {what}',
  'letter.approval-asked.body': 'Таны батлахыг хүсэж байна: {what}. Хүссэн: {by}.',
  'letter.returned.subject': 'Буцаасан: {what}',
  'letter.returned.body': 'Буцаасан: {what}. Буцаасан хүн: {by}. Шалтгаан нь дараах хуудсанд бий:',
  'letter.test.subject': 'Pacta: туршилтын захидал',
  'letter.test.body': 'Үүнийг уншиж чадаж байвал энэ суулгацын захидал хүрч байна. Монгол үсэг: Ө ө Ү ү.',
  'digest.subject': 'Pacta: анхаарах үүрэг {count}',
  'digest.subjectWaiting': 'Pacta: таныг хүлээж буй зүйл {count}',
  'digest.lead':
    'Энд байгаа нийтэд нээлттэй баримтаар хугацаа нь хэтэрсэн, амжихгүй байж болзошгүй, удахгүй хугацаа нь болох үүрэг. Энэ захидалд хязгаарлагдмал мэдээлэл байхгүй.',
  'digest.of': '{name}, байдлын огноо: {date}',
  'digest.fictional': 'Дадлага: энэ улс, түүний бүх огноо зохиомол.',
  'digest.counted':
    '{from} – {until} хооронд огноотой, эсвэл хугацаа нь өмнө хэтэрсэн нийт үүрэг: {total}. Үүнээс хугацаа хэтэрсэн: {overdue}; амжихгүй байж болзошгүй: {risk}; ойрын {days} хоногт хугацаа нь болох: {soon}.',
  'digest.notFound':
    'Хугацаа нь өнгөрсөн боловч энд юу ч олдоогүй үүрэг: {count} (нийт {total}). Юу ч байхгүй гэж хэлэх бүрэн бүртгэл байхгүй.',
  'digest.overdue': 'Хугацаа хэтэрсэн: {count} (нийт {total})',
  'digest.risk': 'Амжихгүй байж болзошгүй: {count} (нийт {total})',
  'digest.soon': 'Ойрын {days} хоногт хугацаа нь болох: {count} (нийт {total})',
  'digest.more': 'хуудсанд байгаа бусад нь: {count}',
  'digest.reports': 'Доор жагсаасан {total} үүргийн дотор тайлан: {count}.',
  'digest.entered': 'үндэслэл: энд оруулсан, тухайн улсаас ирээгүй',
  'digest.page': 'Бүгд, огноо тус бүр хэрхэн гарсны хамт:',
  'digest.waiting': 'Таныг хүлээж буй',
  'digest.waiting.exercise': 'Дадлагад таныг хүлээж буй',
  'digest.waiting.returned': 'танд буцаасан: {count}',
  'digest.waiting.approve': 'таны батлах: {count}',
  'digest.waiting.publish': 'баталсан, нийтлэх: {count}',
  'digest.waiting.finish': 'таны эхэлсэн, дуусгах: {count}',
  'digest.change': 'Хэзээ сануулахыг сонгох:',
  'digest.stop': 'Нэвтрэлгүйгээр сануулгаас татгалзах:',
}
