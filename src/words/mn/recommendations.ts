// Taking in the recommendations of a study from a file.
import type { recommendations as english } from '../en/recommendations.ts'
import type { Translated } from '../phrase.ts'

export const recommendations: Translated<typeof english> = {
  'recommendations.bring': 'Зөвлөмжийг баримт бичиг, хүснэгтээс авах',
  'recommendations.description':
    'Судалгааны зөвлөмжийг баримт бичиг эсвэл хүснэгтээс уншиж, хадгалахаас өмнө харуулна.',
  'recommendations.lead':
    'Эх бичвэрийг үгчлэн, байрлалынх нь хамт авна. Хадгалахаас өмнө уншсан зүйлийг харуулна.',
  'recommendations.file': 'Баримт бичиг эсвэл хүснэгт',
  'recommendations.file.hint':
    'DOCX, PDF, текст: гарчгийн доорх “Зөвлөмж 4” эсвэл дугаарласан догол мөр. CSV, XLSX: дараах багана: {columns}.',
  'recommendations.look': 'Харах',
  'recommendations.none': 'Эхлээд файл сонгоно уу.',
  'recommendations.noStudy': 'Ийм судалгаа бүртгэлгүй.',
  'recommendations.line': 'мөр {line}',
  'recommendations.preview': 'Уншсан зөвлөмжүүд',
  'recommendations.counts':
    'Зөвлөмж: {count}. Шинэ: {created}, зассан: {corrected}, өөрчлөгдөөгүй: {unchanged}.',
  'recommendations.nothingYet': 'Одоогоор юу ч хадгалаагүй.',
  'recommendations.number': 'Дугаар',
  'recommendations.text': 'Бичвэр',
  'recommendations.outcome': 'Ямар болох',
  'recommendations.new': 'шинэ',
  'recommendations.corrected': 'зассан',
  'recommendations.unchanged': 'өөрчлөгдөөгүй',
  'recommendations.shorter': 'Энэ бичвэр бүртгэлд байгаагаас богино байна. Тийм үү?',
  'recommendations.shorter.isSo': 'Бүртгэлд байгаагаас богино бичвэрийн тоо: {count}. Тэдгээрийн оронд авна',
  'recommendations.untilNow': 'өмнө нь:',
  'recommendations.otherwise': 'Бичвэр хэвээр; бүлэг, байрлал, хэл эсвэл хаягласан этгээдийг засна.',
  'recommendations.noLanguage': 'хэл нь тодорхойгүй',
  'recommendations.tied': 'тусгах арга хэмжээ:',
  'recommendations.tiedAlready': 'тусгасан арга хэмжээ:',
  'recommendations.unplaced': 'Аль ч зөвлөмжид хамаарахгүй мөрүүд',
  'recommendations.outside': '“{heading}” хэсгээс гадуур байгаа тул уншаагүй мөр: {count}.',
  'recommendations.numberedHere': 'Баримт бичиг зөвлөмжөө дугаарлаагүй: энд дарааллаар нь дугаарлав.',
  'recommendations.leftOut': 'Уншаагүй багана: {columns}.',
  'recommendations.notInFile': 'Бүртгэлтэй боловч файлд байхгүй, хэвээр үлдэх: {numbers}.',
  'recommendations.document': 'Баримт бичгийн тухай',
  'recommendations.sourceTitle': 'Нэр',
  'recommendations.publisher': 'Нийтлэгч',
  'recommendations.address': 'Вэб хаяг',
  'recommendations.date': 'Огноо',
  'recommendations.language.hint': 'Хэл нь тодорхойгүй бичвэрийн хэл; код, жишээ нь: {codes}.',
  'recommendations.takeIn': 'Бүгдийг авах',
  'recommendations.other': 'Өөр файл',
  'recommendations.back': 'Хэрэгжилт рүү буцах',
}
