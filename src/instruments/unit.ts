// What kind of figure an indicator asks for, read from how its text opens.
import type { Unit } from './plan.ts'

const opening =
  '^(?:(?:the|le|la|el|une?|a|an) )?(?:(?:total|annual|average|overall|estimated|cumulative|yearly|aggregate) ){0,2}'
const percentage = new RegExp(
  `${opening}(?:percentages?|per ?cent(?:age)?s?|%|proportion|share|rate|ratio|pourcentage|taux|part|porcentaje|proporción|tasa|процент|доля|نسبة|النسبة المئوية|百分比)(?!\\p{L})`,
  'iu',
)
const number = new RegExp(
  `${opening}(?:numbers?|no\\.|nos\\.|nb\\.?|count|amount|quantity|total|sum|# ?of|nombre|número|cantidad|montant|число|количество|عدد|数量)(?!\\p{L})`,
  'iu',
)
const yesNo =
  /^(?:the )?(?:(?:whether|existence of|existence d[’']\p{L}+|existence d(?:e|u|es)|existencia de|adoption of|yes ?\/ ?no|наличие)(?!\p{L})|(?:is|are|has|have|had|does|do|did|was|were|will|can) (?:the |a |an |there |each |all |any |\p{L}))/iu
const answers =
  /[([]?(?<!\p{L})(?:yes ?\/ ?no|y ?\/ ?n|oui ?\/ ?non|s[ií] ?\/ ?no|да ?\/ ?нет|тийм ?\/ ?үгүй|ja ?\/ ?nein|是 ?\/ ?否)[)\]]?[.?？]?["”’')\]»]*$/iu
const howMany =
  /^[¿\s"“«]*(?:how (?:many|much)|combien|quel(?:le)?s? (?:est le )?nombre|cu[aá]nt[oa]s?|сколько|хэд(?:эн)?|хичнээн|多少|几)(?!\p{L})/iu
const whatShare =
  /^[¿\s"“«]*(?:what|quelle?|qu[eé]|какая|какой)(?: \p{L}+){0,2} (?:percentage|proportion|share|pourcentage|proportion|part|porcentaje|proporción|доля|процент)(?!\p{L})/iu
const openQuestion =
  /^[¿\s"“«]*(?:what|which|who|when|where|why|how|quel(?:le)?s?|qui|quand|où|pourquoi|comment|qu[eé]|qui[eé]n(?:es)?|cu[aá]l(?:es)?|cu[aá]ndo|d[oó]nde|c[oó]mo|что|кто|как(?:ой|ая|ое|ие)?|когда|где|почему|юу|хэн|хэзээ|хаана|яагаад)(?!\p{L})/iu

// A question that is answered with yes or no, or that says so.
const isQuestion = (text: string): boolean =>
  answers.test(text.slice(-40)) || (/[?？]["”’')\]»]*$/.test(text) && !openQuestion.test(text))

const countWords =
  'at least|no fewer than|not less than|a minimum of|minimum|up to|at most|one|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|' +
  'au moins|au minimum|un minimum de|deux|trois|quatre|cinq|dix|al menos|por lo menos|como mínimo|un mínimo de|dos|tres|cuatro|cinco|diez|' +
  'не менее|не меньше|как минимум|минимум|по меньшей мере|два|две|три|четыре|пять|дор хаяж|хамгийн багадаа|хоёр|гурван|дөрвөн|таван'

/**
 * The unit of an indicator's text: percentage, number (also a target that leads with a count, such as
 * "2 meetings per year"), yes/no (existence, "whether", a question), otherwise other.
 */
export const unitOf = (text: string): Unit => {
  const head = text.slice(0, 200).replace(/^["“‘'«([\s]+/, '')
  if (percentage.test(head) || /^\d+(?:[.,]\d+)? ?(?:%|per ?cent)/i.test(head)) return 'percentage'
  if (number.test(head)) return 'number'
  if (answers.test(text.slice(-40))) return 'yes/no'
  if (whatShare.test(head)) return 'percentage'
  if (howMany.test(head)) return 'number'
  if (yesNo.test(head) || isQuestion(text)) return 'yes/no'
  if (new RegExp(`^(?:(?:${countWords}) )*\\d+(?![\\d.]*%)\\s+\\p{L}`, 'iu').test(head)) return 'number'
  if (new RegExp(`^(?:${countWords}) \\p{Ll}`, 'iu').test(head)) return 'number'
  // Mongolian: "жилд 4 удаа", "2-оос доошгүй"; "…төлөвлөгөөтэй байх", "…батлагдсан эсэх".
  if (/(?:^|\s)\d+ удаа|\d+(?:-\p{L}+)? доошгүй|дор хаяж \d/iu.test(text)) return 'number'
  if (
    /(?:\p{L}{3}(?:тай|тэй|той) (?:байх|болох)|(?:эсэх|бий болгох|байгаа байх|оршин байх))\.?$/iu.test(text)
  )
    return 'yes/no'
  // Mongolian puts the noun last: "…-ийн эзлэх хувь", "…-ийн тоо".
  if (/(?:хувь|хувийн жин)\.?$/iu.test(text)) return 'percentage'
  if (/(?:^|\s)тоо\.?$/iu.test(text)) return 'number'
  return 'other'
}
