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
  'problem.more': 'өөр {count} зүйл',
  'problem.type': 'Энэ төрлийн татгалзлын тухай',
  'problem.typePage': 'Татгалзал: {title}',
  'problem.typePage.description': '“{type}” гэсэн татгалзлын утга.',
  'problem.status': 'HTTP төлөв {status}',
  'problem.query': 'Хаягт ойлгогдохгүй зүйл асуусан байна.',
  'problem.query.unknown': 'гэж энэ хуудаснаас асуух боломжгүй',
  'problem.tooMany':
    'Эндээс богино хугацаанд хэт олон хүсэлт ирсэн тул бусад нь хүлээх болно. Юу ч хадгалаагүй. {count} секундын дараа дахин оролдоно уу.',
  'problem.addressTooLong': 'Хаяг хэт урт байна: уншдаг дээд хэмжээ {count} тэмдэгт.',
  'problemType.usage': 'Тушаал буюу хаягийг ойлгосонгүй',
  'problemType.not-found': 'Ийм нэртэй зүйл энд алга',
  'problemType.input-unreadable': 'Оруулсан зүйлийг уншиж чадсангүй',
  'problemType.input-rejected': 'Оруулсан зүйлд алдаа байна; юу ч хадгалаагүй',
  'problemType.cohort-not-established': 'Энэ бүлэгт хэн багтахыг хэн ч тогтоогоогүй',
  'problemType.store-in-use': 'Энэ өгөгдлийн хавтсыг өөр програм ашиглаж байна',
  'problemType.store-unavailable': 'Өгөгдлийн санг нээж чадсангүй',
  'problemType.store-busy': 'Өгөгдлийн сан хугацаандаа хариу өгсөнгүй',
  'problemType.transaction-misuse': 'Гүйлгээний дотор гадна талын холболтыг ашигласан',
  'problemType.cross-site-form': 'Маягтыг энэ сайтын хуудаснаас илгээгээгүй',
  'problemType.form-too-large': 'Маягт нэг удаа хүлээн авах хэмжээнээс их байна',
  'problemType.already-recorded': 'Үүнийг аль хэдийн бүртгэсэн',
  'problemType.record-changed': 'Хадгалж буй зүйл анх хадгалсан үеийнхээс өөрчлөгдсөн',
  'notPermitted.takes': 'Үүнд дараах эрх үүрэг хэрэгтэй: {roles}.',
  'notPermitted.takesOf': 'Үүнд дараах эрх үүрэг хэрэгтэй: {roles}; хэний өмнөөс: {owners}.',
  'notPermitted.nobody': 'Одоогийн байдлаар үүнийг хэн ч хийх боломжгүй.',
  'problemType.sign-in-needed': 'Үүнийг нэвтэрсэн хүн л үзэж, хийх боломжтой',
  'problemType.not-permitted': 'Таны эрх үүнд хүрэхгүй байна',
  'problemType.changed-meanwhile': 'Энэ хооронд өөр хүн үүнийг өөрчилжээ',
  'problemType.too-many-tries': 'Хэт олон удаа оролдлоо; дахин оролдохоос өмнө хүлээнэ үү',
}
