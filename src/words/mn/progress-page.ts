// The page of a progress report.
import type { progressPage as english } from '../en/progress-page.ts'
import type { Translated } from '../phrase.ts'

export const progressPage: Translated<typeof english> = {
  'progressPage.title': 'Явцын тайлан, {year}: {title}',
  'progressPage.description': '{title}: {year} онд юу болсныг хэсэг бүрээр, эх сурвалжтай нь.',
  'progressPage.link': 'Явцын тайлан, {year}',
  'progressPage.years': 'Онууд',
  'progressPage.release': 'Хөлдөөсөн хувилбар',
  'progressPage.published': 'Нийтэлсэн өдөр',
  'progressPage.files': 'Файлаар',
  'progressPage.way': 'Нийтлэгдэх замд',
  'progressPage.freeze': 'Байгаагаар нь хөлдөөх',
  'progressPage.freeze.lead':
    'Хөлдөөхөд энэ тайлангийн бүх зүйл өнөөдрийн байдлаар хадгалагдаж, зөвхөн зөвшөөрөх хүмүүст харагдах ноорог болно. Амласан тал бүр зөвшөөрсний дараа нийтэлж болно.',
  'progressPage.draft': 'Ноорог: зөвшөөрөх хүмүүс харна, өөр хэн ч харахгүй.',
  'progressPage.as-it-stands':
    'Хараахан хөлдөөгөөгүй: {year} оны тайлан өнөөдрийн байдлаар, хөлдөөх буюу зөвшөөрөх эрхтэй хүмүүст.',
  'progressPage.moved':
    'Энэ тайлангийн өнөөдрийнхөөс өөр болсон үзүүлэлт: {count}. Тайлан {date} өдрийн байдлаар царцаасан хэвээрээ үлдэнэ.',
  'progressPage.moved.figure': 'энэ тайланд {frozen}; өнөөдөр {today}',
  'progressPage.moved.see': 'Өнөөдөр ямар байгаа нь',
  'progressPage.none': '{year} оны тайлан нийтлээгүй.',
}
