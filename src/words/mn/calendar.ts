// Dates as a calendar to subscribe to, in Mongolian.
import type { calendar as english } from '../en/calendar.ts'
import type { Translated } from '../phrase.ts'

export const calendar: Translated<typeof english> = {
  'calendar.name': '{what}: огноо',
  'calendar.about':
    '{from} – {until}: үүрэг биелүүлэх хугацаа нь өдрийн нарийвчлалтай мэдэгдсэн бүх өдөр. Өөрчлөлт нь дараагийн шинэчлэлтээр ирнэ.',
  'calendar.imprecise': '{count} үүргийн огноо зөвхөн сар эсвэл оноор мэдэгдсэн тул энд өдөр болж ороогүй.',
  'calendar.waiting': '{count} үүрэг огноо хүлээж байна.',
  'calendar.undated': '{count} үүрэгт өдөр заагаагүй, эсвэл өдрийг нь тогтоох боломжгүй.',
  'calendar.event': '{name}: {title}',
  'calendar.eventOf': '{name}: {title} ({article})',
  'calendar.exercise': 'Дадлага: {event}',
  'calendar.fictional': 'Дадлага: энэ хуанли дахь бүх улс, бүх огноо зохиомол.',
  'calendar.ifOwed': 'үүрэг хүлээсэн бол',
  'calendar.calledOff': 'цуцалсан',
  'calendar.calledOff.means':
    'Энэ өдөр биелүүлэх үүрэг байхгүй болсон: үүрэг дуусгавар болсон, эсвэл огноо нь өөрчлөгдсөн.',
  'calendar.how': 'Огноо хэрхэн гарсан: {derivation}',
  'calendar.byRule': 'Зөвхөн дүрмээр: {date}',
  'calendar.metBy': 'Биелүүлсэн бичлэг: {records}',
  'calendar.responsible': 'Хариуцах этгээд: {who}',
  'calendar.words': '{place}: “{words}”',
  'calendar.note': 'Тайлбар: {note}',
  'calendar.page': 'Хуудас: {address}',
  'calendar.title': 'Өөрийн хуанлид',
  'calendar.lead':
    'Өнгөрсөн оны эхнээс долоон жилийн хугацаанд өдрийн нарийвчлалтай мэдэгдсэн бүх өдөр, 90, 30, 7 хоногийн өмнөх сануулгын хамт.',
  'calendar.feed': 'Хуанли (iCalendar)',
  'calendar.quiet': 'Сануулгагүй',
  'calendar.file': 'Файлаар татах',
  'calendar.subscribe':
    'Бүртгүүлэхийн тулд эхний холбоосын хаягийг хуулж, хуанлийн программынхаа “бүртгүүлэх” эсвэл “интернэтээс” гэсэн хэсэгт оруулна. Программ тэр хаягт хүрч чаддаг байх ёстой: “127.0.0.1” эсвэл “localhost” гэж эхэлсэн хаягт зөвхөн энэ компьютероос хүрнэ. Эс бөгөөс файлыг татаж, хуанлидаа оруулна; файл хожмын өөрчлөлтийг дагахгүй.',
}
