// Workbooks: tables of pages, and reports filled in as one, in Mongolian.
import type { workbook as english } from '../en/workbook.ts'
import type { Translated } from '../phrase.ts'

export const workbook: Translated<typeof english> = {
  'workbook.data': 'Өгөгдөл',
  'workbook.source': 'Эх сурвалж',
  'workbook.page': 'Хуудас',
  'workbook.address': 'Хаяг',
  'workbook.asOf': 'Байдлын огноо',
  'workbook.knownOn': 'Мэдээллийн огноо',
  'workbook.world': 'Орчин',
  'workbook.taken': 'Татаж авсан огноо',
  'workbook.rows': 'Мөрийн тоо',
  'workbook.entered':
    'Ийм тэмдэгтэй мөрийг энд гараар оруулсан; аль ч улс ирүүлээгүй. Нийтлэх зүйлд хэзээ ч орохгүй.',

  'workbook.notReported': 'Тайлагнаагүй',
  'workbook.column.id': 'Түлхүүр',
  'workbook.column.help': 'Юуг хэлж байгаа нь',
  'workbook.column.before': 'Өмнө тайлагнасан нь',
  'workbook.column.unit': 'Нэгж',
  'workbook.column.what': 'Юу асууж байгаа нь',
  'workbook.column.value': 'Таны хариулт',
  'workbook.instructions': 'Заавар',
  'workbook.lists': 'Жагсаалт',
  'workbook.report': 'Тайлан өөрөө',
  'workbook.title': '{title}: {name}, {year}',
  'workbook.how.fill':
    'Шар өнгөтэй нүдийг бөглөнө. Бусад нүд түгжээтэй, нууц үггүй; өргөн, өндрийг нь өөрчилж болно.',
  'workbook.how.answer':
    'Нүдний жагсаалтаас үг сонгож хариулна. Хоосон үлдээсэн асуулт “тайлагнаагүй” гэж тооцогдоно: хэзээ ч “үгүй” биш, тэг ч биш.',
  'workbook.how.parts': 'Асуулт хэсгүүдтэй бол хэсэг бүрд тусад нь хариулна.',
  'workbook.how.number':
    'Тоог цифрээр бичнэ; нэгж нь нүдний хажууд бий. Өдрийг 2025-04-30 гэж бичнэ. Утгыг нь бичнэ: томьёог уншихгүй.',
  'workbook.how.evidence':
    'Хариулт бүр хаана байгааг заана: тайлангийн хуудас, үндэслэсэн үг, тэр үгийн хэл (“en”, “fr”, “mn” зэрэг код).',
  'workbook.how.before':
    'Асуулт бүрийн хажууд {year} оны тайланд юу гэснийг (хувилбар {version}, хүлээн авсан огноо: {date}) хүлээн авснаар нь харуулсан. Эндээс юуг ч урьдчилан бөглөөгүй.',
  'workbook.how.noBefore': '{year} оны тайлан энд алга.',
  'workbook.how.filled': 'Хадгалагдсан хариултыг бөглөсөн. Өөрчлөгдсөнийг нь өөрчилнө.',
  'workbook.how.back':
    'Файлыг XLSX хэлбэрээр, нууц үггүй хадгалж, ирсэн газар нь буцааж илгээнэ. Файлд юу байгааг хүн харахаас өмнө юу ч илгээгдэхгүй.',
  'workbook.how.marked':
    'Улсууд тайлангаа өөрсдөө илгээх боломжтой болтол буцаж ирсэн зүйлийг “энд оруулсан, тухайн улсаас ирээгүй” тэмдэгтэй хадгална.',
  'workbook.sheet': 'Хүснэгт',
  'workbook.questions': 'Асуултын тоо',
  'workbook.before': '{year}: {said}',
  'workbook.beforeNothing': '{year}: хариулаагүй',
  'workbook.other': 'Тайлангийн талаар мөн тодорхой: {name}',
  'workbook.choose': 'Жагсаалтаас үг сонгоно: {words}',
  'workbook.numberOnly': '0-ээс эхэлсэн тоо, цифрээр',
  'workbook.dayOnly': '{year} оны 1 дүгээр сарын 1-ээс өнөөдөр хүртэлх өдөр, жишээлбэл {day}',
}
