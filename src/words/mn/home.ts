// The first page, in Mongolian.
import type { home as english } from '../en/home.ts'
import type { Translated } from '../phrase.ts'

export const home: Translated<typeof english> = {
  'home.title': 'Улсуудын амлалт: хэн ч шалгаж болох тооцоо',
  'home.description':
    'Pacta нь улсуудын амлалтыг хэн ч шалгаж болох үүрэг, бүртгэл, тайлан, тоон үзүүлэлт болгон харуулдаг.',
  'home.lead':
    'Энд олон улсын гэрээ, үйл ажиллагааны төлөвлөгөө, амлалтын бичвэр, тэдгээрийг дагаж мөрдөх үүрэгтэй улсууд, улсуудын тайлан болон эдгээрээс гарах дүн хадгалагддаг. Тоон үзүүлэлт бүрээс түүний цаана буй улсуудыг, улс бүрээс мэдээллийг нь уншсан эх хуудсыг нээж үзэж болно.',
  'home.plans': 'Төлөвлөгөө ба амлалт',
  'home.noPlans': 'Одоогоор төлөвлөгөө бүртгэгдээгүй байна.',
  'home.size': '{actions} · {indicators}',
  'home.actions': '{count} арга хэмжээ',
  'home.indicators': '{count} шалгуур үзүүлэлт',
  'home.statusOfYear': '{year} оны утга',
  'home.noValues': 'Утга одоогоор алга.',
  'home.lookUp': 'Улс хайх',
  'home.lookUp.label': 'Улсын нэр эсвэл код',
  'home.lookUp.button': 'Хайх',
  'home.cohorts': 'Хэн үүрэг хүлээсэн, хэнд хамаарах вэ',
  'home.cohorts.lead':
    'Байдлын огноо: {date}. Улс бүрийг багтаасан үндэслэлийг заасан. Хэн ч тогтоогоогүй бүлгийг хоосон гэж үзэхгүй, тодорхойгүй гэж үзнэ.',
  'home.marks': 'Тэмдгийн тайлбар',
}
