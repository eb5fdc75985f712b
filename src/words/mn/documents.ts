// Source documents and the promises in them, in Mongolian.
import type { documents as english } from '../en/documents.ts'
import type { Translated } from '../phrase.ts'

export const documents: Translated<typeof english> = {
  'documents.description': '{title}: эндээс бүртгэсэн {count} өгүүлбэр, тус бүрээс энд юу гарсан.',
  'documents.lead': 'Эндээс {count} өгүүлбэр бүртгэсэн. Өгүүлбэрийг нээж, түүнээс энд юу гарсныг үзнэ үү.',
  'documents.became': 'Үүнээс гарсан:',
  'documents.toPlan': 'Бүтэн бичвэр, бүх утгынх нь хамт',
  'documents.untitledPart': 'Гарчиггүй хэсэг',
  'documents.topic.promises': 'Амлалт',
  'documents.topic.agreements': 'Хэлэлцээр, үндэсний арга хэмжээ',
  'documents.topic.memberships': 'Гишүүнчлэл, бүрэн эрхийн хугацаа',
  'documents.topic.resolutions': 'Тогтоол',
  'documents.topic.contributions': 'Хувь нэмэр',
  'documents.topic.events': 'Арга хэмжээ, санаачилга',
  'documents.topic.positions': 'Байр суурь',
}
