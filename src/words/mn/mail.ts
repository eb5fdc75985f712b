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
}
