// Search, in Mongolian.
import type { search as english } from '../en/search.ts'
import type { Translated } from '../phrase.ts'

export const search: Translated<typeof english> = {
  'search.title': 'Хайлт',
  'search.label': 'Энд байгаа бүх зүйлээс хайх',
  'search.button': 'Хайх',
  'search.description':
    'Төлөвлөгөө, арга хэмжээ, шалгуур үзүүлэлт, олон улсын гэрээ, улс, эх сурвалжтай баримт, тайлан, хариултаас аль ч үсэг бичгээр хайна.',
  'search.titleOf': 'Хайлт: {query}',
  'search.found': '“{query}” гэсэн хайлтаар {count} үр дүн олдлоо',
  'search.nothing': '“{query}” гэсэн хайлтаар юу ч олдсонгүй',
  'search.nothing.explain':
    'Энд байгаа нийтэд нээлттэй мэдээлэлд ийм үг алга. Энэ нь зөвхөн энд юу байгааг хэлж байгаа болохоос ийм зүйл байхгүй гэсэн үг биш.',
  'search.nothing.try':
    'Цөөн үгээр, өөрөөр бичиж, эсвэл өөр хэлээр хайж үзнэ үү; 7.1 гэх мэт дугаараар ч хайж болно.',
  'search.near': 'Ойролцоо бичигдсэн үгээр олдсоныг харуулав:',
  'search.byKind': 'Эдгээр үг зөвхөн төрлийнх нь нэрэнд орсон өөр {count} зүйл бий:',
  'search.partial': 'Эдгээр үг бүгд нэг дор байгаа зүйл алга. Тал ба түүнээс олон үг нь байгааг харуулав.',
  'search.behind':
    'Энд байгаа бүх зүйлээс хайж болоогүй байна: {allFacts} баримтаас {facts}, {allReports} тайлангаас {reports} нь хариултын хамт уншигдлаа. Олдсон нь зөвхөн тэдгээрээс гарсан.',
  'search.behind.again': 'Дахин хайх',
  'search.nothingYet': 'Одоогоор уншсан зүйлд “{query}” гэсэн хайлтаар юу ч олдсонгүй',
  'search.didYouMean': 'Та “{suggestion}” гэж хайх гэсэн үү?',
  'search.kinds': 'Үр дүнгийн төрөл',
  'search.all': 'Бүгд',
  'search.shown': 'эхний {shown} (нийт {count})',
  'search.range': '{first}–{last} (нийт {count})',
  'search.more': 'Бүгдийг ({count}) харах: {kind}',
  'search.pages': 'Үр дүнгийн хуудас',
  'search.page': 'Хуудас {number} (нийт {pages})',
  'search.previous': 'Өмнөх хуудас',
  'search.next': 'Дараагийн хуудас',
  'search.noPage': 'Ийм дугаартай үр дүнгийн хуудас алга.',
  'search.pageOfKind': 'Үр дүнг хуудсаар үзэхийн тулд нэг төрлийг сонгоно.',
  'search.empty': 'Юуг хайж болох вэ',
  'search.empty.lead':
    'Нэр, дугаар эсвэл үгийг аль ч хэл, бичгээр бичнэ үү. Том, жижиг үсэг, үсгийн дээрх тэмдэг, бага зэргийн алдаа саад болохгүй.',
  'search.empty.state': 'Улс: аль ч хэл дээрх нэр, хуучин нэр, эсвэл ISO код.',
  'search.empty.number': 'Арга хэмжээ, шалгуур үзүүлэлт: дугаар, эсвэл бичвэрийн үг.',
  'search.empty.words': 'Баримт, тайлан, хариулт: ишлэл, эх сурвалж, асуултын үг.',
  'search.empty.scope':
    'Бүх үг нэг дор байх ёстой. Зөвхөн нийтэд нээлттэй, өнөөдөр хүчинтэй мэдээллээс хайна; солигдсон, хүчингүй болгосныг тухайн улсын хуудаснаас үзнэ үү.',
  'search.empty.tryThese': 'Жишээ нь',
  'search.kind.state': 'Улсууд',
  'search.kind.actor': 'Байгууллага, уулзалт',
  'search.kind.treaty': 'Олон улсын гэрээ',
  'search.kind.plan': 'Төлөвлөгөө, амлалт',
  'search.kind.section': 'Төлөвлөгөөний хэсэг',
  'search.kind.action': 'Арга хэмжээ',
  'search.kind.duty': 'Үүрэг',
  'search.kind.indicator': 'Шалгуур үзүүлэлт',
  'search.kind.cohort': 'Улсуудын бүлэг',
  'search.kind.fact': 'Эх сурвалжтай баримт',
  'search.kind.report': 'Тайлан',
  'search.kind.answer': 'Тайлангийн хариулт',
  'search.kind.release': 'Хөлдөөсөн хувилбар',
}
