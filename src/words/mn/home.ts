// The first page, in Mongolian.
import type { home as english } from '../en/home.ts'
import type { Translated } from '../phrase.ts'

export const home: Translated<typeof english> = {
  'home.title': 'Улсуудын амлалт: хэн\u00a0ч шалгаж болох тооцоо',
  'home.description':
    'Pacta нь улсуудын амлалтыг хэн ч шалгаж болох үүрэг, бүртгэл, тайлан, тоон үзүүлэлт болгон харуулдаг.',
  'home.lead':
    'Энд олон улсын гэрээ, үйл ажиллагааны төлөвлөгөө, амлалтын бичвэр, тэдгээрийг дагаж мөрдөх үүрэгтэй улсууд, улсуудын тайлан болон эдгээрээс гарах дүн хадгалагддаг. Тоон үзүүлэлт бүрээс түүний цаана буй улсуудыг, улс бүрээс мэдээллийг нь уншсан эх хуудсыг нээж үзэж болно.',
  'home.seeAll': 'Зохиомол орчны бүх {count} утгыг үзэх',
  'home.seeAll.here': 'Энэ зохиомол орчны бүх {count} утгыг үзэх',
  'home.doors': 'Та хаанаас эхлэх вэ',
  'home.door.secretariat.for': 'Конвенцын нарийн бичгийн дарга нарын газарт',
  'home.door.secretariat.title': 'Конвенц ба төлөвлөгөө',
  'home.door.secretariat.lead':
    'Хэн тайлагнасан, хэн тайлагнаагүй, төлөвлөгөөний хэрэгжилт ямар шатанд байгаа, хэн нэгдсэн, хэн гарсан, юу өөрчлөгдсөн.',
  'home.door.authority.for': 'Үндэсний эрх бүхий байгууллагад',
  'home.door.authority.title': 'Нэг улсын хуудас',
  'home.door.authority.lead':
    'Ямар гэрээ дагаж мөрддөг, дараагийн хугацаа нь хэзээ, юу тайлагнасан, тоон үзүүлэлт бүрд хэрхэн тусгагдсан.',
  'home.door.ministry.for': 'Гадаад харилцааны яаманд',
  'home.door.ministry.title': 'Улс юу амласан',
  'home.door.ministry.lead':
    'Амлалт, оролцоо, тогтоол, санал хураалт, үйл явдал: тус бүрийг эх сурвалж, огнооных нь хамт.',
  'home.treaty.more': 'Нэгдсэн, гарсан улсуудыг үйлдэл тус бүрээр',
  'home.treaty.all': 'Бүх гэрээ',
  'home.documents': 'Үндэслэсэн баримт бичиг',
  'home.documents.lead': 'Өгүүлбэр бүрийг нээж, түүнээс юу гарсныг үзнэ үү.',
  'home.document.size': 'Эндээс бүртгэсэн {count} өгүүлбэр',
  'home.plans': 'Төлөвлөгөө ба амлалт',
  'plans.description':
    'Бүртгэсэн төлөвлөгөө, амлалт бүрийн бичвэр, арга хэмжээ, шалгуур үзүүлэлт бүрийн утга.',
  'home.noPlans': 'Одоогоор төлөвлөгөө бүртгэгдээгүй байна.',
  'home.size': '{actions} · {indicators}',
  'home.actions': '{count} арга хэмжээ',
  'home.indicators': '{count} шалгуур үзүүлэлт',
  'home.statusOfYear': '{year} оны утга',
  'home.noValues': 'Утга одоогоор алга.',
  'home.lookUp.label': 'Улсын нэр эсвэл код',
  'home.lookUp.button': 'Хайх',
  'home.marks': 'Тэмдгийн тайлбар',
}
