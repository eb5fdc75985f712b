// The frame of every page, in Mongolian.
import type { site as english } from '../en/site.ts'
import type { Translated } from '../phrase.ts'

export const site: Translated<typeof english> = {
  'site.name': 'Pacta',
  'site.skip': 'Үндсэн агуулга руу очих',
  'site.nav': 'Үндсэн цэс',
  'site.breadcrumb': 'Таны байгаа хуудас',
  'site.home': 'Нүүр',
  'site.plans': 'Төлөвлөгөө',
  'site.treaties': 'Гэрээ',
  'site.states': 'Улсууд',
  'site.changes': 'Өөрчлөлт',
  'site.cohorts': 'Улсуудын бүлэг',
  'site.exercise': 'Дадлага',
  'site.banner': 'Дадлага: энэ хуудсан дахь улс, тайлан, тоон үзүүлэлт бүгд зохиомол.',
  'site.register': 'Бүртгэл',
  'site.toExercise': 'Бүх боломжийг дадлагад, зохиомол орчинд туршиж үзэх',
  'site.toRegister': 'Дадлагаас гарч, жинхэнэ бүртгэл рүү орох',
  'site.thisPageAsData': 'Энэ хуудасны өгөгдөл',
  'site.languages': 'Хэл',
  'site.partial': 'Энэ хуудасны зарим үг хэллэг орчуулагдаагүй тул англи хэлээр байна.',
  'site.json': 'JSON',
  'site.csv': 'CSV',
  'site.xlsx': 'XLSX',
  'site.today': 'Үзсэн огноо: {date}',
  'list.rest': 'Цааш {count}, нийт {all}',
  'list.onPaper':
    'Хураасан хэсэг цаасан дээр хураастай хэвээр үлдэнэ; дотор нь хэд байгааг тус бүр хэлнэ. Хэвлэх хэсгийг урьдчилан дэлгэнэ үү. Бүгд энд бий: {address}',
  'site.verbatim': 'Баримт бичиг, эх сурвалжийн үгийг алдааг нь засалгүй, хэвээр нь иш татсан.',
}
