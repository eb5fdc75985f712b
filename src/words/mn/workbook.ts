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

  'workbook.facts.id': 'Мөрийн өөрийн нэр, жишээлбэл “retained-2025”: ижил мөрийг үүгээр нь танина.',
  'workbook.facts.actor': 'Улс, байгууллагын код, жишээлбэл MNG.',
  'workbook.facts.supersedes': 'Аль баримтыг орлож байгаагийн дугаар.',
  'workbook.facts.retracts': 'Аль баримтыг буцааж байгаагийн дугаар.',
  'workbook.fill': 'Хүснэгтэн файлаар бөглөх',
  'workbook.fill.lead': 'Асуултыг хүснэгтэн файлаар (XLSX) татаж, сүлжээгүйгээр бөглөөд буцааж оруулна.',
  'workbook.template': 'Асуултыг хүснэгтэн файлаар (XLSX) татах',
  'workbook.description': '{title}, {name}, {year}: хүснэгтэн файлаар татаж, бөглөөд буцааж оруулах.',
  'workbook.take': 'Татаж авах',
  'workbook.take.lead':
    'Одоо хүртэл бичсэн зүйл файлд бий; өмнөх онд юу тайлагнасан нь асуулт бүрийн хажууд байна.',
  'workbook.download': 'Хүснэгтэн файлыг татах',
  'workbook.bring': 'Буцааж оруулах',
  'workbook.bring.lead':
    'Файлыг нүд нүдээр нь уншина. Юу ч өөрчлөгдөхөөс өмнө юу өөрчлөгдөхийг, алдааг хүснэгт, нүдээр нь харуулна.',
  'workbook.file': 'Бөглөсөн хүснэгтэн файл',
  'workbook.file.hint': 'XLSX хэлбэрээр, нууц үггүй хадгалсан файл, ихдээ 10 MB.',
  'workbook.none': 'Файл сонгоогүй байна',
  'workbook.look': 'Юу бичсэнийг харах',
  'workbook.problems': 'Хүснэгтэн файлд {count} алдаа байна; юуг ч оруулж аваагүй',
  'workbook.atSheet': '“{sheet}” хүснэгт',
  'workbook.atCell': '“{sheet}” хүснэгт, {cell} нүд',
  'workbook.preview': 'Хүснэгтэн файл юуг өөрчлөх вэ',
  'workbook.preview.lead': 'Хариулсан асуулт: {answered}. {changed} Одоогоор юуг ч оруулж аваагүй.',
  'workbook.preview.open':
    'Файлд хоосон үлдээсэн асуулт ноорогт байгаагаараа үлдэнэ; хариултыг хуудас, үг, тайлбартай нь бүтнээр авна.',
  'workbook.changes': 'Өөрчлөгдөх хариулт, талбар: {count}.',
  'workbook.kept': 'Ноорогт одоо',
  'workbook.says': 'Хүснэгтэн файлд',
  'workbook.late':
    'Таныг үзсэнээс хойш хэн нэгэн ноорогт хадгалалт хийсэн. Файл одоо юуг өөрчлөхийг доор харуулав.',
  'workbook.takeIn': 'Ноорогт оруулж авах',
  'workbook.leave': 'Ноорогийг хэвээр үлдээх',
  'workbook.back': 'Ноорог руу буцах',
}
