// Dates as a calendar to subscribe to, in Mongolian.
import type { feeds as english } from '../en/feeds.ts'
import type { Translated } from '../phrase.ts'

export const feeds: Translated<typeof english> = {
  'feed.name': '{what}: огноо',
  'feed.about':
    '{from} – {until}: үүрэг биелүүлэх хугацаа дуусах бүх өдөр; сар эсвэл оны дотор биелүүлэх зүйл түүний сүүлчийн өдөрт байна. Өөрчлөлт нь дараагийн шинэчлэлтээр ирнэ.',
  'feed.imprecise': '{count} үүргийн огноо зөвхөн сар эсвэл оноор мэдэгдсэн тул энд өдөр болж ороогүй.',
  'feed.waiting': '{count} үүрэг огноо хүлээж байна.',
  'feed.undated': '{count} үүрэгт өдөр заагаагүй, эсвэл өдрийг нь тогтоох боломжгүй.',
  'feed.event': '{name}: {title}',
  'feed.eventOf': '{name}: {title} ({article})',
  'feed.exercise': 'Дадлага: {event}',
  'feed.fictional': 'Дадлага: энэ хуанли дахь бүх улс, бүх огноо зохиомол.',
  'feed.within': 'хугацаа: {date}',
  'feed.within.means': 'Өдөр заагаагүй; энэ бичлэг хугацааны сүүлчийн өдөрт байна.',
  'feed.ifOwed': 'үүрэг хүлээсэн бол',
  'feed.calledOff': 'цуцалсан',
  'feed.calledOff.means':
    'Энэ өдөр биелүүлэх үүрэг байхгүй болсон: үүрэг дуусгавар болсон, эсвэл огноо нь өөрчлөгдсөн.',
  'feed.how': 'Огноо хэрхэн гарсан: {derivation}',
  'feed.byRule': 'Зөвхөн дүрмээр: {date}',
  'feed.metBy': 'Биелүүлсэн бичлэг: {records}',
  'feed.responsible': 'Хариуцах этгээд: {who}',
  'feed.words': '{place}: “{words}”',
  'feed.note': 'Тайлбар: {note}',
  'feed.page': 'Хуудас: {address}',
  'feed.title': 'Өөрийн хуанлид',
  'feed.lead':
    'Өнгөрсөн оны эхнээс долоон жилийн бүх огноо, 90, 30, 7 хоногийн өмнөх сануулгын хамт. Сар эсвэл оны дотор биелүүлэх зүйл түүний сүүлчийн өдөрт байна.',
  'feed.link': 'Хуанли (iCalendar)',
  'feed.quiet': 'Сануулгагүй',
  'feed.file': 'Файлаар татах',
  'feed.subscribe':
    'Бүртгүүлэхийн тулд эхний холбоосын хаягийг хуулж, хуанлийн программынхаа “бүртгүүлэх” эсвэл “интернэтээс” гэсэн хэсэгт оруулна. Программ тэр хаягт хүрч чаддаг байх ёстой: “127.0.0.1” эсвэл “localhost” гэж эхэлсэн хаягт зөвхөн энэ компьютероос хүрнэ. Эс бөгөөс файлыг татаж, хуанлидаа оруулна; файл хожмын өөрчлөлтийг дагахгүй.',
}
