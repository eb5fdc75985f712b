// What one State owes and by when, in Mongolian.
import type { stateDuties as english } from '../en/state-duties.ts'
import type { Translated } from '../phrase.ts'

export const stateDuties: Translated<typeof english> = {
  'timeline.label': '{article}: {title}',
  'timeline.row': '{duty}: {says}',
  'timeline.standing': '{status}: {date}',
  'timeline.today': 'өнөөдөр, {date}',
  'timeline.computed': 'дүрмээр тооцсон: {date}',
  'timeline.granted': 'олгосон: {date}',
  'timeline.grantedBy': '{meeting} олгосон: {date}',
  'timeline.stated': 'эх сурвалжид заасан: {date}',
  'timeline.statedBy': 'эх сурвалжид заасан ({meeting}): {date}',
  'timeline.otherwise': 'өөр эх сурвалжид: {date}',
  'timeline.met': 'биелүүлсэн: {date}',
  'timeline.metUndated': 'биелүүлсэн, огноогүй',
  'timeline.key': 'Зургийг унших нь',
  'timeline.key.computed': 'дүрмээр тооцсон өдөр',
  'timeline.key.granted': 'уулзалтаас олгосон',
  'timeline.key.stated': 'эх сурвалжид заасан',
  'timeline.key.span': 'зөвхөн сар, он нь тодорхой: байж болох хугацааны урттай',
  'timeline.key.extended': 'хожуу хугацаагаар солигдсон',
}
