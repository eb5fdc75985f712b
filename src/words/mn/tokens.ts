// Personal tokens, in Mongolian.
import type { tokens as english } from '../en/tokens.ts'
import type { Translated } from '../phrase.ts'

export const tokens: Translated<typeof english> = {
  'tokens.title': 'Програмын токен',
  'tokens.description': 'Хувийн токен: програмд зориулж гаргана, нэг удаа харуулна, эндээс хүчингүй болгоно.',
  'tokens.lead':
    'Токен ашигласан програм таны өмнөөс ажиллана: таны үүргээр, токеныг гаргасан зорилгоор, сүүлийн өдрийг нь хүртэл. Програм бүрд тусад нь гаргаж, хэрэггүй болмогц хүчингүй болгоно уу.',
  'tokens.how': 'Програм хэрхэн ашиглах вэ',
  'tokens.held': 'Таны токенууд',
  'tokens.none': 'Танд байхгүй.',
  'tokens.name': 'Юунд хэрэглэх',
  'tokens.name.hint': 'Жишээ нь програмын нэр. Зөвхөн танд харагдана.',
  'tokens.beginning': 'Эхлэл',
  'tokens.scopes': 'Зөвшөөрөх үйлдэл',
  'tokens.scope.read': 'таны унших эрхтэйг унших',
  'tokens.scope.enter': 'оруулах, ноорогийг өөрчлөх',
  'tokens.scope.approve': 'батлах, буцаах',
  'tokens.scope.publish': 'нийтлэх, илгээх',
  'tokens.until': 'Сүүлийн өдөр',
  'tokens.used': 'Сүүлд ашигласан',
  'tokens.neverUsed': 'ашиглаагүй',
  'tokens.withdraw': 'Хүчингүй болгох',
  'tokens.withdrawn': 'Хүчингүй болголоо, цаашид ажиллахгүй.',
  'tokens.makeOne': 'Шинээр гаргах',
  'tokens.life': 'Хугацаа',
  'tokens.days': '{count} хоног',
  'tokens.make': 'Токен гаргах',
  'tokens.made': 'Токен',
  'tokens.made.lead':
    'Зөвхөн энэ удаа харуулна, энд хаана ч хадгалахгүй. Програмын нууцаа хадгалдаг газарт одоо хуулна уу; хаяг, захидал, програмын бичвэрт хэзээ ч бичихгүй.',
  'tokens.madeBefore':
    'Энэ маягтыг өмнө илгээсэн бөгөөд “{name}” токеныг гаргасан. Дахин харуулах боломжгүй: хүчингүй болгоод шинээр гаргана уу.',
  'tokens.wrong.long': 'Дээд тал нь 80 тэмдэгт.',
  'tokens.wrong.many':
    'Нэг хүнд байж болох хамгийн олон токен танд байна. Эхлээд нэгийг хүчингүй болгоно уу.',
  'tokens.wrong.other': 'Энэ хуудсыг дахин нээж, санал болгосноос сонгоно уу.',
  'tokens.sessionAlone': 'Токеныг хөтчөөр нэвтэрсэн хүн л гаргаж, хүчингүй болгоно; токеноор болохгүй.',
}
