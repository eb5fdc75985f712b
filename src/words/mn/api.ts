// The page that says how to ask for data, in Mongolian.
import type { api as english } from '../en/api.ts'
import type { Translated } from '../phrase.ts'

export const api: Translated<typeof english> = {
  'api.title': 'Өгөгдлийг хэрхэн авах тухай',
  'api.description': 'Өгөгдөл өгдөг бүх хаяг: юу асууж болох, юу ирэх, хариу өгдөг жишээний хамт.',
  'api.lead':
    'Энд байгаа хуудас бүр өгөгдөл хэлбэрээр бий: хаягийн ард, асуултын тэмдгийн өмнө .json, .csv эсвэл .xlsx гэж бичнэ. Нийтэд нээлттэйг түлхүүргүй уншина; хуудасны маягтаар хийдгийг програм хувийн токеноор хийнэ.',
  'api.size': '{count} хаяг. Жишээнүүд энэ орчных бөгөөд хариу өгнө.',
  'api.document':
    'Программд зориулсан ижил агуулга, OpenAPI 3.1 баримт: {link}. Тайлбаруудыг түүнээс иш татсан.',
  'api.contents': 'Энэ хуудсанд',
  'api.ask': 'Юу асууж болох вэ',
  'api.example': 'жишээ: {link}',
  'api.subject.home': 'Нүүр хуудас',
  'api.subject.documents': 'Эх баримт бичгүүд',
  'api.subject.plans': 'Төлөвлөгөө, шалгуур үзүүлэлт',
  'api.subject.states': 'Улсууд',
  'api.subject.votes': 'Бүртгэгдсэн санал хураалт',
  'api.subject.ministries': 'Улсуудын амлалт, санал хураалт',
  'api.subject.implementation': 'Амлалтын хэрэгжилт',
  'api.subject.staleness': 'Мэдээлэл хэр хуучин бэ',
  'api.subject.declarations': 'Бүрэн гэж мэдэгдсэн бүртгэл',
  'api.subject.reports': 'Тайлангууд',
  'api.subject.duties': 'Үүрэг',
  'api.subject.calendar': 'Хуанли',
  'api.subject.cohorts': 'Улсуудын бүлэг',
  'api.subject.published-figures': 'Бусдын нийтэлсэн тоо',
  'api.subject.releases': 'Хөлдөөсөн хувилбарууд',
  'api.subject.treaties': 'Олон улсын гэрээ',
  'api.subject.search': 'Хайлт',
  'api.subject.conventions': 'Конвенц',
  'api.subject.changes': 'Юу өөрчлөгдсөн',
  'api.subject.enter': 'Мэдээлэл оруулах',
  'api.subject.desk': 'Хийх зүйл',
  'api.subject.waiting': 'Хүлээгдэж буй',
  'api.subject.history': 'Өөрчлөлтийн түүх',
  'api.subject.audit': 'Аудитын мөр',
  'api.subject.api': 'Энэ тайлбар',
  'api.send': 'Юу илгээж болох вэ',
  'api.send.lead':
    'Маягт бүрийн хаяг JSON хүлээн авна: маягтын талбаруудыг нэрээр нь, цэгтэй нэрийг задалж болно. Хариу нь JSON: хөтөч цааш явах хаяг “location”, эсвэл алдаатай талбар бүрийг заасан татгалзал.',
  'api.send.token':
    'Програм хэний өмнөөс ажиллаж байгаагаа хувийн токеноор ({link}) {header} толгойд харуулна. Тухайн хүний эрхээс, мөн токеныг гаргасан зорилгоос хэтрэхгүй.',
  'api.send.meanwhile':
    'Илгээсэн зүйл аль хувилбараас бөглөснөө хэлнэ. Энэ хооронд өөр хүн хадгалсан бол юу ч хадгалахгүй (409): талбар бүрийн хоёр бичвэр, дахин илгээх хувилбарын дугаарын хамт буцаж ирнэ.',
  'api.send.scope': 'Токеныг гаргах зорилго: {scope}.',
  'api.send.sent': 'Хүлээн авах зүйл: {shape} ({type}).',
  'api.send.given': 'Хүлээн авсан бол: {status}, талбарууд: {fields}.',
  'api.read': 'Хариуг хэрхэн унших вэ',
  'api.read.json': 'JSON',
  'api.read.json.words':
    'UTF-8 кодчилолтой нэг объект. “world” нь жинхэнэ бүртгэл, эсвэл зохиомол дадлагын аль нь болохыг заана; дадлагад “notice” үүнийг үгээр хэлнэ.',
  'api.read.csv': 'CSV',
  'api.read.csv.words':
    'UTF-8, таслалаар тусгаарласан; эхний мөрөнд баганын нэрс. Мөр бүрийн эхний багана нь аль орчин болохыг заана.',
  'api.read.xlsx': 'XLSX',
  'api.read.xlsx.words':
    'CSV-ийн мөрүүд хүснэгтэн файлаар: тоо, огноо нь өөрийн төрөлтэй, текст хэзээ ч томьёо болохгүй. Сүүлчийн хүснэгт эх сурвалжийг заана. Олон төрлийн мөр бол төрөл бүр тусдаа хүснэгтэд байна.',
  'api.read.ics': 'iCalendar',
  'api.read.ics.words':
    'Үүргийн хуудсууд .ics хэлбэртэй бас байна: огноо бүр бүтэн өдөр болж орсон, бүртгүүлж болох, хаягийн хэлээр бичсэн хуанли.',
  'api.read.null': 'null ба хоосон нүд',
  'api.read.null.words':
    'Юу ч хадгалаагүй, эсвэл юу ч тодорхойгүй гэсэн үг. Энэ хэзээ ч 0 биш, “үгүй” ч биш: тоон үзүүлэлт нэгтгэхдээ үүнийг орхиж, орхисноо хэлнэ.',
  'api.read.dates': 'Огноо',
  'api.read.dates.words':
    'YYYY-MM-DD. Эх сурвалж тийм нарийвчлалгүй бол огноо нь эх сурвалжийн нарийвчлалтай (EDTF): 2018-06, 2018, 201X. “until” нь хүчингүй болсон эхний өдөр.',
  'api.read.times': 'Тоон үзүүлэлт бүрийн хоёр огноо',
  'api.read.times.words':
    '“as-of” нь байдлын огноо, “as-known-on” нь мэдээллийн огноо. Хоёуланг нь бичсэн хаяг хожим шинэ мэдээлэл ирсэн ч ижил хариу өгнө.',
  'api.read.languages': 'Хэл',
  'api.read.languages.words':
    'Өгөгдөл нь бүх хэлэнд нэг. Эх сурвалжийн үг анхны хэлээрээ байх бөгөөд тэр хэлийг хажууд нь заана.',
  'api.refused': 'Юуг, хэрхэн татгалздаг вэ',
  'api.refused.lead':
    'Өгөгдөл асуусан бол татгалзлыг JSON хэлбэрээр (application/problem+json, RFC 9457) өгч, бүх алдааг нэг дор заана. Хаягийн мэдэхгүй параметрийг алгасахгүй, татгалзана.',
  'api.refused.kind': 'Татгалзлын төрөл',
  'api.refused.status': 'Төлөв',
  'api.refused.meaning': 'Утга',
  'api.cite': 'Хэрхэн эш татах вэ',
  'api.cite.lead':
    'Хоёр огноотой хаяг болон үзсэн өдрөө бичнэ. Улс буюу эх сурвалж юу хэлснийг бичихдээ хажууд нь заасан эх сурвалжийг эш татна.',
  'api.cite.example': 'Pacta, {address}, үзсэн огноо: {date}.',
  'api.terms': 'Түлхүүр, хязгаар, хувилбар',
  'api.terms.words':
    'Нийтэд нээлттэй өгөгдөл түлхүүр шаардахгүй. Бусдыг хүлээлгэхүйц олон хүсэлт илгээвэл хэр хүлээхийг хэлнэ (429). Хариу бүр ETag-тай: түүнийг If-None-Match гэж буцааж илгээвэл өөрчлөгдөөгүй хариу дахин дамжихгүй (304). Хаягуудыг GET, HEAD хүсэлтээр уншина.',
  'api.terms.version':
    'Хувилбарын дугаар: {version}. Шинэ хаяг, шинэ талбар нэмэгдэж болно; мэдэхгүй зүйлээ алгасаж уншина уу.',
  'api.each': 'Хаяг тус бүр',
  'api.parameters': 'Асууж болох зүйл: {path}',
  'api.parameter': 'Параметр',
  'api.type': 'Төрөл',
  'api.meaning': 'Утга',
  'api.required': 'хаягийн хэсэг',
  'api.noParameters': 'Параметргүй.',
  'api.gives': 'JSON: {shape}',
  'api.refuses': 'Татгалзах төлөв: {statuses}.',
  'api.fields': 'Талбарууд: {shape}',
  'api.field': 'Талбар',
  'api.shapes': 'Юу ирэх вэ: талбар тус бүрээр',
  'api.shapes.lead':
    'Цэг нь объектын дотор, [] нь жагсаалтын зүйл бүрд ордог: sections[].actions[].number нь хэсэг бүрийн арга хэмжээ бүрийн дугаар.',
  'api.optional': 'байхгүй байж болно',
  'api.type.string': 'бичвэр',
  'api.type.number': 'тоо',
  'api.type.integer': 'бүхэл тоо',
  'api.type.boolean': 'true эсвэл false',
  'api.type.object': 'объект',
  'api.type.date': 'огноо',
  'api.type.null': 'null',
  'api.type.any': 'дурын JSON',
  'api.type.list': 'жагсаалт: {item}',
  'api.type.oneOf': 'эдгээрийн нэг: {values}',
  'api.or': 'эсвэл',
}
