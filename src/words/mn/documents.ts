// Source documents and the promises in them, in Mongolian.
import type { documents as english } from '../en/documents.ts'
import type { Translated } from '../phrase.ts'

export const documents: Translated<typeof english> = {
  'documents.description': '{title}: амлалт агуулсан {count} өгүүлбэр, тэдгээр нь юу болсон.',
  'documents.lead': 'Амлалт агуулсан {count} өгүүлбэр байна. Өгүүлбэрийг нээж, энд юу болсныг үзнэ үү.',
  'documents.became': 'Юу болсон:',
  'documents.toPlan': 'Бүтэн бичвэр, бүх утгын хамт',
  'documents.untitledPart': 'Гарчиггүй хэсэг',
}
