// The words by which a pledge heads its parts, in the languages pledges come in. Data, not logic: add a language here.
import { indicatorNouns } from './vocabulary.ts'

/** What a part of a pledge is about. `signed` lists who signed; `other`: background, duration; both shown, and never counted. */
export type PartRole = 'objectives' | 'actions' | 'indicators' | 'resources' | 'signed' | 'other'

const whole = (words: string): RegExp => new RegExp(`(?<!\\p{L})(?:${words})(?!\\p{L})`, 'iu')

/** The words of each part. Where a heading has words of two, the earlier word tells; at one place, the earlier row. */
const roleWords: readonly (readonly [role: PartRole, words: RegExp])[] = [
  [
    'indicators',
    whole(
      `${indicatorNouns}|(?:evaluation|success|proposed evaluation) criteria|measures? of (?:success|progress)|(?:how|ways) (?:we|to|progress|success)[^.:]{0,40}measured?|measuring progress|` +
        `critères d['’]évaluation|mesure des progrès|criterios de evaluación|medición de los? (?:avances|progresos?)|критерии(?: оценки)?|шалгуур(?: үзүүлэлт)?|معايير التقييم`,
    ),
  ],
  [
    'resources',
    whole(
      'resources?|resourcing|budgets?|costs?|funding|financ\\p{L}*|ressources|moyens(?: nécessaires)?|incidences financières|coûts?|recursos|presupuesto|costos?|' +
        'ресурс\\p{L}*|бюджет\\p{L}*|финанс\\p{L}*|нөөц\\p{L}*|төсөв|төсв\\p{L}*|санхүү\\p{L}*|الموارد|موارد|الميزانية|التمويل|资源',
    ),
  ],
  [
    'objectives',
    whole(
      'objectives?|aims?|goals?|purposes?|objectifs?|buts?|finalités?|objetivos?|propósitos?|finalidad|' +
        'цел[ьи]|задач[аи]|зорилго|зорилт\\p{L}*|الأهداف|أهداف|الهدف|هدف|الغرض|目标',
    ),
  ],
  [
    'actions',
    whole(
      "action plan|plan of (?:action|work)|work ?plan|actions?|activities|measures|undertakings|commitments?|pledge text|text of (?:the )?pledge|what we will do|plan d['’]actions?|activités|mesures|engagements|texte de l['’]engagement|" +
        'plan de acción|acciones|actividades|medidas|compromisos|texto (?:de la promesa|del compromiso)|план (?:действий|мероприятий|работы)|действия|мероприятия|меры|обязательства|текст обязательства|' +
        'үйл ажиллагаа\\p{L}*|арга хэмжээ\\p{L}*|төлөвлөгөө|амлалтын агуулга|خطة العمل|خطة عمل|الإجراءات|إجراءات|الأنشطة|الأعمال|نص التعهد|行动',
    ),
  ],
  [
    'signed',
    whole(
      'signator(?:y|ies)|signed by|signatures?|submitted by|supported by|signataires|signée?s? par|présentée?s? par|firmado por|firmantes|firmas|presentad[oa]s? por|' +
        'подписали|подписано|подписавшие|подписи|представлено|гарын үсэг зурсан|гарын үсэг|гаргасан|الموقعون|التوقيع(?:ات)?|مقدم من',
    ),
  ],
  [
    'other',
    whole(
      'background|context|introduction|rationale|justification|preamble|period|duration|time ?(?:frame|line)s?|timetable|monitoring|reporting|follow-up|partners(?:hips?)?|annex(?:es)?|' +
        'contexte|préambule|durée|période|suivi|partenaires|partenariats?|annexes?|contexto|antecedentes|período|periodo|duración|seguimiento|socios|anexos?|' +
        'контекст|введение|период|сроки|мониторинг|партн[её]ры|приложени[ея]|үндэслэл|хугацаа|хяналт\\p{L}*|түншүүд|түншлэл|хавсралт|الخلفية|السياق|المدة|المتابعة|الشركاء',
    ),
  ],
]

/** Words before the number of a part: "Part A", "Хэсэг 1". */
export const partWord =
  /^(?:part|section|chapter|partie|chapitre|parte|sección|capítulo|часть|раздел|глава|хэсэг|бүлэг|القسم|الجزء)\s+/iu

/** Ordinals that count parts in words, in order; one row a language. */
export const partOrdinals: readonly (readonly string[])[] = [
  ['нэг', 'хоёр', 'гурав', 'дөрөв', 'тав', 'зургаа'],
  ['أولا', 'ثانيا', 'ثالثا', 'رابعا', 'خامسا', 'سادسا'],
  ['primero', 'segundo', 'tercero', 'cuarto', 'quinto', 'sexto'],
  ['一', '二', '三', '四', '五', '六'],
]

/** What a heading says its part is about, and where in the heading that word stands; undefined where no word tells. */
export const roleOf = (title: string): { role: PartRole; at: number } | undefined => {
  let best: { role: PartRole; at: number } | undefined
  for (const [role, words] of roleWords) {
    const at = words.exec(title)?.index
    if (at !== undefined && (best === undefined || at < best.at)) best = { role, at }
  }
  return best
}
