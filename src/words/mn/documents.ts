// Source documents and the promises in them, in Mongolian.
import type { documents as english } from '../en/documents.ts'
import type { Translated } from '../phrase.ts'

export const documents: Translated<typeof english> = {
  'documents.description': '{title}: амлалт агуулсан {count} өгүүлбэр, тэдгээр нь юу болсон.',
  'documents.lead': 'Амлалт агуулсан {count} өгүүлбэр байна. Өгүүлбэрийг нээж, энд юу болсныг үзнэ үү.',
  'documents.became': 'Юу болсон:',
  'documents.toPlan': 'Бүтэн бичвэр, бүх утгын хамт',
  'documents.untitledPart': 'Гарчиггүй хэсэг',
  'documents.topic.promises': 'Амлалт',
  'documents.topic.agreements': 'Хэлэлцээр, үндэсний арга хэмжээ',
  'documents.topic.memberships': 'Гишүүнчлэл, бүрэн эрхийн хугацаа',
  'documents.topic.resolutions': 'Тогтоол',
  'documents.topic.contributions': 'Хувь нэмэр',
  'documents.topic.events': 'Арга хэмжээ, санаачилга',
  'documents.topic.positions': 'Байр суурь',
}
