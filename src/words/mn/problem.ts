// Refusals, in Mongolian.
import type { problem as english } from '../en/problem.ts'
import type { Translated } from '../phrase.ts'

export const problem: Translated<typeof english> = {
  'problem.title': 'Хүсэлтийг гүйцэтгэсэнгүй',
  'problem.whatNow': 'Та юу хийж болох вэ',
  'problem.goHome': 'Нүүр хуудаснаас эхлэх',
  'problem.goStates': 'Улс хайх',
  'problem.notFound': 'Энэ хаягт юу ч алга.',
  'problem.notFound.detail':
    'Ийм хаягтай хуудас алга: {address}. Хаягийг буруу бичсэн, эсвэл нөгөө орчных байж болно.',
  'problem.internal': 'Манай талд алдаа гарлаа',
  'problem.internal.detail':
    'Алдаа танаас биш, манайхаас болсон. Алдааг тэмдэглэж авсан бөгөөд таны оруулсан зүйл өөрчлөгдөөгүй. Дахин оролдоно уу. Хэвээр байвал энэ бүртгэлийг хариуцагчид мэдэгдэнэ үү.',
  'problem.issues': 'Илэрсэн зүйл',
  'problem.expected': 'байх ёстой: {expected}',
  'problem.found': 'байсан нь: “{found}”',
  'problem.type': 'Энэ төрлийн татгалзлын тухай',
  'problem.typePage': 'Татгалзал: {title}',
  'problem.typePage.description': '“{type}” гэсэн татгалзлын утга.',
  'problem.status': 'HTTP төлөв {status}',
  'problem.query': 'Хаягт ойлгогдохгүй зүйл асуусан байна.',
  'problem.query.unknown': 'гэж энэ хуудаснаас асуух боломжгүй',
}
