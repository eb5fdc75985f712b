// The page of one recorded vote.
import type { rollCalls as english } from '../en/roll-calls.ts'
import type { Translated } from '../phrase.ts'

export const rollCalls: Translated<typeof english> = {
  'rollCall.crumb': 'Ерөнхий Ассамблейн бүртгэгдсэн санал хураалт',
  'rollCall.description': '{name}: хэд нь хэрхэн санал өгсөн, хэн хэн.',
  'rollCall.ofSession': 'чуулган: {session}',
  'rollCall.none':
    'Эдгээр жагсаалтын алинд ч байхгүй улсын санал бүртгэгдээгүй: энэ нь эзгүй байсан, эсвэл түдгэлзсэн гэсэн үг биш.',
  'rollCall.notNamed': 'Тэдгээрийн {count} нь энд байгаа улсуудын дунд нэрээр алга.',
  'rollCall.notFound': 'Энэ хаягт хүн бүрд нээлттэй бүртгэгдсэн санал хураалт алга.',
}
