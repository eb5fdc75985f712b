// How the date of a duty came about, and what it waits for, in Mongolian.
import type { dutyReasons as english, dutyReasonParts as englishParts } from '../en/duty-reasons.ts'
import type { Translated } from '../phrase.ts'

export const dutyReasons: Translated<typeof english> = {
  'reason.duty-entered': 'хүчин төгөлдөр болсон: {on}',
  'reason.duty-enters': 'хүчин төгөлдөр болох: {on}',
  'reason.duty-event': '{kind}, {field}: {on}',
  'reason.duty-event-on': '{kind}, {on}',
  'reason.duty-meeting': '{meetingName}, {on}',
  'reason.duty-other': '{place}: хугацаа дуусах өдөр {on}',
  'reason.duty-unmet': '{place}: дараалан {length} удаа биелүүлээгүй, сүүлийнх нь хугацаа: {on}',
  'reason.duty-deposited': '{act}, хадгалуулсан: {on}',
  'reason.duty-act': '{act}',

  'reason.duty-gives': '{of} → {by}',
  'reason.duty-after': '{place}: {span} → {by}',
  'reason.duty-before': '{place}: өмнөх {span} → {by}',
  'reason.duty-at': '{place}: тэр өдөр гэхэд → {by}',
  'reason.duty-yearly': '{place}: жил бүр → {by}',
  'reason.duty-yearly-covering': '{place}: жил бүр, хамрах жил {year} → {by}',
  'reason.duty-recurring': '{place}: давтагдах → {by}',
  'reason.duty-years': '{length} жил',
  'reason.duty-months': '{length} сар',
  'reason.duty-days': '{length} өдөр',
  'reason.duty-working-days': 'ажлын {length} өдөр',

  'reason.duty-extended': 'хугацааг сунгасан: {grants}',
  'reason.duty-grant': '{meeting} → {on}',
  'reason.duty-grant-unnamed': '→ {on}',
  'reason.duty-grant-undated': '{meeting} → эх сурвалжид заагаагүй өдөр',
  'reason.duty-stated': 'эх сурвалжид заасан: {on} (байдлын огноо: {from})',
  'reason.duty-stated-undated': 'эх сурвалжид заасан: {on}',
  'reason.duty-last-stated': 'хамгийн сүүлд заасан хугацаа: {on}',
  'reason.duty-register': 'бүртгэлд заасан: {on}',
  'reason.duty-register-differs': 'бүртгэлд {on}, дүрмээр {by}',
  'reason.duty-in-conflict': 'тэр өдөр зэвсэгт мөргөлдөөнд оролцож байсан, эхэлсэн: {from}',
  'reason.duty-conflict-ended': 'зэвсэгт мөргөлдөөн дууссан → {by}',
  'reason.duty-undated': '{place}: {meaning}',

  'reason.duty-waits': 'хүлээж буй: {of}',
  'reason.duty-awaits-meeting': '{meetingName}, товлосон өдөр нь тодорхойгүй',
  'reason.duty-awaits-next': 'дараагийн {seriesNames} ({on} өдрөөс хойш), товлосон өдөр нь тодорхойгүй',
  'reason.duty-awaits-last': 'сүүлийн {seriesNames} ({on} өдрөөс өмнө), товлосон өдөр нь тодорхойгүй',
  'reason.duty-awaits-day':
    '{of}, тодорхой өдөр: зөвхөн {on} гэж мэдэгдэж байгаа тул {span} тоолох боломжгүй',
  'reason.duty-awaits-record': '{of}, өдрийг нь ямар ч эх сурвалж заагаагүй',
  'reason.duty-awaits-extension': 'сунгасан шинэ хугацаа, ямар ч эх сурвалж заагаагүй',
  'reason.duty-awaits-conflict': 'тухайн улс {on} өдөр оролцож байсан зэвсэгт мөргөлдөөний төгсгөл',
  'reason.duty-awaits-conflict-dates':
    'тухайн улс {on} өдөр оролцож байсан байж болох зэвсэгт мөргөлдөөний тодорхой огноо',
  'reason.duty-awaits-force': 'тухайн улсын хувьд хүчин төгөлдөр болох өдөр, ямар ч эх сурвалж заагаагүй',
  'reason.duty-awaits-effect': 'гарах нь хүчин төгөлдөр болох өдөр, ямар ч эх сурвалж заагаагүй',
  'reason.duty-the-meeting': '{meetingName}',
  'reason.duty-the-duty': '{place}',
}

export const dutyReasonParts: Translated<typeof englishParts> = {
  'parts.numbers': 'нэг,хоёр,гурван,дөрвөн,таван,зургаан,долоон,найман,есөн,арван,арван нэгэн,арван хоёр',
  'parts.ordinals':
    'нэгдүгээр,хоёрдугаар,гуравдугаар,дөрөвдүгээр,тавдугаар,зургаадугаар,долоодугаар,наймдугаар,есдүгээр,аравдугаар,арван нэгдүгээр,арван хоёрдугаар,арван гуравдугаар,арван дөрөвдүгээр,арван тавдугаар,арван зургаадугаар,арван долоодугаар,арван наймдугаар,арван есдүгээр,хорьдугаар,хорин нэгдүгээр,хорин хоёрдугаар,хорин гуравдугаар,хорин дөрөвдүгээр,хорин тавдугаар,хорин зургаадугаар,хорин долоодугаар,хорин наймдугаар,хорин есдүгээр,гучдугаар',
  'parts.practice': 'тогтсон жишиг',
  'parts.article': 'Зүйл {article}',
  'parts.action': 'Арга хэмжээ {article}',
  'parts.meeting.MSP': 'оролцогч улсуудын {ordinal} уулзалт',
  'parts.meeting.RC': '{ordinal} хянан хэлэлцэх бага хурал',
  'parts.series.meeting-of-states-parties': 'оролцогч улсуудын уулзалт',
  'parts.series.review-conference': 'хянан хэлэлцэх бага хурал',
  'parts.series.intersessional': 'уулзалт хоорондын хурал',
  'parts.series.preparatory': 'бэлтгэл хурал',
  'parts.series.other': 'бусад уулзалт',
}
