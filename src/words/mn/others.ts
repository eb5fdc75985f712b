// The page of what others count of a State.
import type { others as english } from '../en/others.ts'
import type { Translated } from '../phrase.ts'

export const others: Translated<typeof english> = {
  'others.title': '{name}: бусдын тооллого',
  'others.crumb': 'Бусдын тооллого',
  'others.description':
    'Ажиллагаанд оролцогсод болон хүлээн авсан зөвлөмж: бусдын тооцсоноор, мөн {name} өөрөө мэдээлснээр.',
  'others.lead':
    'Бусдын хөтөлдөг хүснэгт болон тухайн этгээдийн өөрийн мэдээлсэн тоог зэрэгцүүлэн харуулав. Хэмжсэн зүйл нь өөр тул хооронд нь нэмдэггүй.',
  'others.link': 'Бусдын тооллого: ажиллагаанд оролцогсод, хүлээн авсан зөвлөмж',
  'others.notSaid': 'хэлээгүй',
  'others.notHeld': 'бүртгэлд алга',
  'others.own': 'Өөрийн мэдээлснээр:',
  'others.ownWords': 'Өөрийн мэдээлснээр',
  'others.noOwn': 'Хүний тоогоор илэрхийлсэн өөрийн мэдээлэл бүртгэгдээгүй.',
  'others.personnel': 'Хэдэн хүн хаана үүрэг гүйцэтгэж байна, хэний тооцсоноор',
  'others.personnel.lead': 'Тус бүрийн эргэлзээгүй хамгийн сүүлийнх:',
  'others.personnel.noTable':
    'Бүрэлдэхүүнийг тоолсон бусдын хүснэгт энд алга. Энэ нь үүрэг гүйцэтгэж буй хүн байгаа эсэхийг хэлэхгүй.',
  'others.personnel.notIn':
    '{name}: энд байгаа хүснэгтэд мөр алга. Энэ нь тэг гэсэн үг биш: хүснэгтэд ороогүй байж болно.',
  'others.count': '{count} хүн',
  'others.countedIn': 'тоолсон хүснэгт: {table}',
  'others.inMissions': 'ажиллагааны тоо: {count}, {year} он',
  'others.by': 'Тоолсон эх сурвалж: {name}',
  'others.unit': 'Хүн',
  'others.years': 'Жилээр',
  'others.byMission': 'Жил, ажиллагаагаар',
  'others.mission': 'Ажиллагаа',
  'others.missions': 'Ажиллагааны тоо',
  'others.persons': 'Хүн',
  'others.women': 'Эмэгтэй',
  'others.men': 'Эрэгтэй',
  'others.apart':
    'Жилийн тоо нь тухайн жилийн ажиллагаануудын нийлбэр. Хүснэгт эмэгтэй, эрэгтэй, нийт хүнийг тус тусад нь тооцдог тул нийлбэр нь таарахгүй байж болно.',
  'others.doubtful': 'эргэлзээтэй',
  'others.noPoint': 'тоо алга, эсвэл эргэлзээтэй',
  'others.reach.year':
    'бүртгэсэн он: {span}, этгээдийн тоо: {count}. Бусад оны талаар үүнээс мэдэх боломжгүй.',
  'others.review': 'Бусад улсын хэлэлцүүлгээс хүлээн авсан зөвлөмж, тэнд өгсөн амлалт',
  'others.review.answer': 'Хүлээн авсан зөвлөмж: {count} (чуулган: {sessions})',
  'others.review.pledges': 'Сайн дурын амлалт: {count} (чуулган: {sessions}).',
  'others.span.year': '{from}–{until}',
  'others.span.year.one': '{from}',
  'others.span.session': 'чуулган {from}–{until}',
  'others.span.session.one': 'чуулган {from}',
  'others.unheld.recommendation':
    'Чуулган {sessions}: хүлээн авсан зөвлөмж бүртгэлд алга. Зөвлөмжийн бүрэн хүснэгт бүртгэгдээгүй.',
  'others.unheld.recommendation.reach':
    'Чуулган {sessions}: хүлээн авсан зөвлөмж бүртгэлд алга. Бүртгэсэн хүснэгтийн хамрах хүрээ: {reach}.',
  'others.unheld.pledge':
    'Чуулган {sessions}: сайн дурын амлалт бүртгэлд алга. Амлалтын бүрэн хүснэгт бүртгэгдээгүй.',
  'others.unheld.pledge.reach':
    'Чуулган {sessions}: сайн дурын амлалт бүртгэлд алга. Бүртгэсэн хүснэгтийн хамрах хүрээ: {reach}.',
  'others.review.noTable': 'Зөвлөмжийн хүснэгт энд алга. Энэ нь зөвлөмж хүлээн авсан эсэхийг хэлэхгүй.',
  'others.review.notIn':
    '{name}: энд байгаа хэлэлцүүлгийн хүснэгтэд мөр алга. Энэ нь хэзээ ч хэлэлцээгүй гэсэн үг биш.',
  'others.reach.session':
    'бүртгэсэн нь: {span}, этгээдийн тоо: {count}. Түүнээс өмнөх ба хойших чуулганы талаар юу ч гэж дүгнэхгүй.',
  'others.session': 'Чуулган',
  'others.sessionOf': 'Чуулган {session}',
  'others.held': 'Болсон хугацаа',
  'others.received': 'Хүлээн авсан',
  'others.pledges': 'Сайн дурын амлалт',
  'others.noResponse': 'хүснэгтэд хариу алга',
  'others.statements': 'Эх үгээр нь, чуулган {session}',
  'others.statements.open': 'Бүгдийг харуулах',
  'others.madeBy': 'Хэн',
  'others.words': 'Үг',
  'others.response': 'Хариу',
  'others.itself': 'тухайн улс өөрөө',
}
