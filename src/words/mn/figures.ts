// Figures and the states behind them, in Mongolian.
import type { figures as english } from '../en/figures.ts'
import type { Translated } from '../phrase.ts'

export const figures: Translated<typeof english> = {
  'state.counted': 'тооцсон',
  'state.partly': 'хэсэгчлэн',
  'state.not counted': 'тооцоогүй',
  'state.not reported': 'тайлагнаагүй',
  'state.pending': 'хүлээгдэж буй',
  'state.not applicable': 'хамаарахгүй',
  'state.unknown': 'мэдээлэлгүй',
  'state.counted.means': 'Нөхцөл хангагдсан. Зөвхөн эдгээрийг хүртвэрт оруулна.',
  'state.partly.means': 'Нөхцөлийн зарим хэсэг хангагдсан. Хүртвэрт оруулахгүй.',
  'state.not counted.means': 'Тухайн улсын мэдэгдсэнээр, эсхүл бүрэн бүртгэлээс үзэхэд нөхцөл хангагдаагүй.',
  'state.not reported.means':
    'Тайлан ирүүлээгүй, эсхүл тайландаа энэ талаар дурдаагүй. Хуваарьт хэвээр үлдэнэ.',
  'state.pending.means': 'Одоогоор мэдэгдээгүй буюу хийгээгүй бөгөөд хугацаа нь дуусаагүй.',
  'state.not applicable.means': 'Энэ асуулт тухайн улсад хамаарахгүй.',
  'state.unknown.means': 'Бидэнд мэдээлэл алга: аль ч бүртгэлд тусаагүй. Энэ нь тухайн улсын “үгүй” биш.',
  'status.known': 'тодорхой',
  'status.provisionalUntil': 'урьдчилсан, {date} хүртэл',
  'status.notKnown': 'тодорхойгүй',
  'status.noCases': 'тохиолдол байхгүй',
  'value.of': '{n} (нийт {N})',
  'value.outOf': '(нийт {N})',
  'value.shareOf': '{value}, {of}',
  'value.noValues': 'Энэ жилээр үнэлээгүй.',
  'trend.none': 'Утга одоогоор алга',
  'target.met': 'биелсэн',
  'target.not yet': 'хараахан биелээгүй, хугацаа нь дуусаагүй',
  'target.missed': 'биелээгүй',
  'target.not known': 'биелсэн эсэх тодорхойгүй',
  'coverage.complete': 'бүрэн',
  'coverage.partial': 'хэсэгчлэн',
  'coverage.level.none': 'байхгүй',
  'tiles.noRegion': 'Бүсийн бүлэггүй',
  'tiles.ofRegion': '{counted} (нийт {members})',
}
