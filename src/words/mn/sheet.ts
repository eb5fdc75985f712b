// The sheet of a State, in Mongolian.
import type { sheet as english } from '../en/sheet.ts'
import type { Translated } from '../phrase.ts'

export const sheet: Translated<typeof english> = {
  'sheet.dates': 'Хугацаа',
  'sheet.dates.lead':
    'Энэ ба ирэх онд биелүүлэх үүрэг, мөн нэг удаагийн үүрэг, хугацаа нь хэзээ ч байсан. Хугацааг тооцож болж байгаа нь устгах, цэвэрлэх зүйл байгааг илтгэхгүй.',
  'sheet.dates.none':
    'Энд бүртгэсэн олон улсын гэрээ, төлөвлөгөө, амлалтын аль ч үүрэг энэ улсынх гэж мэдэгдээгүй.',
  'sheet.dates.all': 'Өнгөрсөн ба ирээдүйн бүх үүрэг, он цагийн дарааллаар',
  'sheet.date.source': 'эх сурвалж',
  'sheet.cohorts': 'Багтсан улсуудын бүлэг',
  'sheet.cohorts.lead': 'Өнөөдөр, {date}. Бүлэг бол дүрэм: үндэслэл нь юунд тулгуурласныг хэлнэ.',
  'sheet.cohorts.none': 'Энд мэдэгдэж байгаагаар өнөөдөр аль ч бүлэгт багтаагүй.',
  'sheet.cohort': 'Бүлэг',
  'sheet.cohort.since': 'Хэзээнээс',
  'sheet.cohort.notKnownSince': 'тодорхойгүй',
  'sheet.cohorts.unknown': 'Багтах эсэхийг энд хэн ч хэлж чадахгүй {count} бүлэг',
  'sheet.reports.lead': 'Тайлан ирүүлэх үүрэгтэй, энд бүртгэгдсэн жил бүр, ирүүлсэн байдлын хамт.',
  'sheet.reports.cycle': 'Мөчлөг',
  'sheet.reports.receipt': 'Ирүүлсэн эсэх',
  'sheet.reports.versions': 'Бүх хувилбар',
  'sheet.facts.differ': 'эх сурвалжууд зөрүүтэй',
}
