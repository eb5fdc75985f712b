// The words by which plans mark their parts, in the languages plans come in. Data, not logic: add a language here.

/** Words that head an action, most specific first: where a plan has several, the first used well is the action. */
export const actionWords: { name: string; forms: string[] }[] = [
  {
    name: 'action',
    forms: [
      'action point',
      'action',
      'acción',
      'accion',
      'действие',
      'арга хэмжээ',
      'الإجراء',
      'إجراء',
      '行动',
    ],
  },
  {
    name: 'commitment',
    forms: ['commitment', 'engagement', 'compromiso', 'обязательство', 'الالتزام', 'التزام', '承诺'],
  },
  {
    name: 'recommendation',
    forms: [
      'recommendation',
      'recommandation',
      'recomendación',
      'рекомендация',
      'зөвлөмж',
      'التوصية',
      'توصية',
      '建议',
    ],
  },
  { name: 'measure', forms: ['measure', 'mesure', 'medida', 'мера'] },
  { name: 'pledge', forms: ['pledge', 'undertaking', 'promesa'] },
  { name: 'step', forms: ['step', 'étape', 'paso'] },
  { name: 'activity', forms: ['activity', 'activité', 'actividad', 'үйл ажиллагаа'] },
  { name: 'task', forms: ['task', 'tâche', 'tarea'] },
  { name: 'priority', forms: ['priority', 'priorité', 'prioridad'] },
  {
    name: 'objective',
    forms: ['objective', 'strategic objective', 'specific objective', 'objectif', 'objetivo'],
  },
  { name: 'target', forms: ['target', 'cible', 'meta'] },
  { name: 'goal', forms: ['goal', 'strategic goal', 'but'] },
]

/** Words that head a part of the text and never an action. */
export const sectionWords = [
  'section',
  'chapter',
  'part',
  'annex',
  'appendix',
  'pillar',
  'outcome',
  'theme',
  'thematic area',
  'priority area',
  'focus area',
  'cluster',
  'title',
  'chapitre',
  'partie',
  'annexe',
  'pilier',
  'axe',
  'sección',
  'capítulo',
  'parte',
  'anexo',
  'pilar',
  'eje',
  'раздел',
  'глава',
  'приложение',
  'бүлэг',
  'хэсэг',
]

/** "Annex", "Annex I", "Appendix: list of harbours": the heading of what comes after the plan itself. */
export const annexHeading =
  /^(?:annex(?:es|e)?|appendix|appendices|anexos?|apéndice|приложени[ея]|хавсралт|附件)(?:\s+(?:no\.?\s*|№\s*|n[o°º]\.?\s*)?(?:\d{1,3}|[ivx]{1,5}|[a-z])(?=[\s:：.)–—-]|$))?(?:\s*[:：.)–—]\s*|\s+-\s+|\s+(?=\p{Lu})|$)/iu

/** How indicators are called. */
export const indicatorNouns =
  'indicators?|indicateurs?|indicador(?:es)?|индикатор(?:ы)?|показател[ьи]|(?:шалгуур )?үзүүлэлт(?:үүд)?|المؤشرات|المؤشر|مؤشرات|مؤشر|指标'

/** A line that is nothing but the heading of an indicator list: "Indicators", "Key indicators for Action #3:". */
export const indicatorHeading = new RegExp(
  `^(?:(?:key|main|core|progress|performance|possible|proposed|suggested|measurable|verifiable|success|outcome|output|impact) ){0,3}` +
    `(?:${indicatorNouns})(?:\\(s\\))?` +
    `(?: (?:of|for|to|de|du|des|para|pour|on|under|related to)\\b[^.:;|]{0,50})?\\s*[:.：]?$`,
  'iu',
)

/** "Indicator: Percentage of …": the indicator on the heading's own line. */
export const indicatorInline = new RegExp(
  `^(?:(?:key|main|core|progress|performance) )?(?:${indicatorNouns})(?:\\(s\\))?` +
    `(?: (?:of|for|to) (?:measuring )?(?:progress|success|action #? ?\\d{1,4}))?\\s*[:：]\\s*(?=\\S)`,
  'iu',
)

/** The same after the text of an action, in its line. */
export const indicatorWithin = new RegExp(`(?<=[.;)])\\s+(?:${indicatorNouns})\\s*:\\s+(?=\\S)`, 'iu')

/** "Indicator 3", "Indicator #7.1:", "Indicateur n° 2 –" before an indicator's text. */
export const indicatorLabel = new RegExp(
  `^(?:${indicatorNouns})\\s*(?:#|№|n[o°º]\\.?|no\\.)?\\s*(\\d{1,4}(?:\\.\\d{1,4})*[a-z]?)\\s*(?:[:.)–—-]|(?=\\s|$))\\s*`,
  'iu',
)

/** Labels of remarks under an action that are not its text. */
export const detailLabel =
  /^((?:responsib\w+|responsable\w*|lead(?: (?:agency|entity|ministry|institution|actor)\w*)?|implement(?:ing|er)\w*(?: (?:agenc|entit|partner|bod)\w+)?|time ?(?:line|frame|table)|deadline|due date|plazo|échéance|calendrier|baseline|targets?|means of verification|sources? of verification|data sources?|budget|costs?|partners?|resources?|expected (?:results?|outcomes?)|outputs?|outcomes?|milestones?|status|priority level|frequency)(?: \([^)]{1,40}\))?)\s*[:：]\s*/i

/** Titles of sections whose list items are what is promised. */
export const actionSection =
  /(?<!\p{L})(?:action plan|plan of action|actions|action points|commitments?|measures|undertakings|pledges|recommendations|activities|plan d['’]action|engagements|mesures|plan de acción|acciones|compromisos|medidas|план действий|план мероприятий|меры|мероприятия|арга хэмжээ|үйл ажиллагаа|(?:үйл ажиллагааны|арга хэмжээний) төлөвлөгөө)(?!\p{L})/iu

/** Titles of sections whose list items are indicators of the plan as a whole. */
export const indicatorSection = new RegExp(`(?:^|\\P{L})(?:${indicatorNouns})(?!\\p{L})`, 'iu')

/** Titles of sections that introduce and promise nothing by number. */
export const introductorySection =
  /^(?:introduction|preamble|background|context|overview|foreword|preface|summary|executive summary|vision|purpose|scope|definitions|acronyms|abbreviations|préambule|contexte|introducción|preámbulo|antecedentes|введение|преамбула|оршил)(?!\p{L})/iu

/** What titles of such documents say. */
export const titleWords =
  /(?<!\p{L})(?:action plan|plan of action|pledge|commitments|programme of action|strategy|road ?map|action agenda|plan d['’]action|plan de acción|план действий|үйл ажиллагааны төлөвлөгөө)(?!\p{L})|(?<!\p{L})خطة (?:عمل|العمل)(?!\p{L})/iu

/** How a line begins that says who promised: "Joint pledge by …", "Présenté par …", "… хамтран гаргав". */
export const byline = new RegExp(
  [
    '^(?:an? |the )?(?:(?:joint|common|voluntary|open|specific|individual|collective|multi-year) ){0,3}(?:pledges?|commitments?|undertakings?)(?: (?:jointly )?(?:submitted|presented|made|given|undertaken|signed))?(?: jointly)? (?:by|of|from)(?!\\p{L})',
    '^(?:(?:jointly )?(?:submitted|presented|made|given|undertaken|signed|pledged)(?: jointly)?) by(?!\\p{L})',
    '^(?:(?:names? of (?:the )?)?pledging (?:parties|entities|entity|party)|pledged? ?by|pledgers?|entit(?:y|ies)|parties to the pledge)\\s*[:：]',
    "^engagement (?:commun |conjoint |volontaire |ouvert )*(?:(?:pris|présenté|soumis) )?(?:par|du|de la|des|de l[’']|d[’'])(?!\\p{L}{0,3} ?(?:action|avenir))",
    '^(?:présenté|soumis|pris|signé)e?s? (?:conjointement )?par(?!\\p{L})',
    '^(?:promesa|compromiso) (?:conjunt[ao] |común |voluntari[oa] |abiert[oa] )*(?:(?:presentad|asumid)[oa] )?(?:de|del|por)(?!\\p{L})',
    '^(?:presentad|asumid|firmad|suscrit)[oa]s? (?:conjuntamente )?por(?!\\p{L})',
    '^(?:(?:совместное|общее|добровольное) ){0,2}(?:обязательство|обещание) (?:правительств|стран|националь|обществ)',
    '^(?:представлен|принят|подписан)[оаы](?: совместно)?(?!\\p{L})',
    '^амлалт(?:ыг)?\\s.*(?:гарга|дэвшүүл|өг)|хамтран (?:гарга|амла|дэвшүүл|өг)\\p{L}*\\.?$|(?:гаргасан|дэвшүүлсэн|хамтарсан) амлалт\\.?$|^(?:гаргасан|дэвшүүлсэн|амлалт өгөгч(?:ид)?)\\s*[:：]',
    '^(?:تعهد مشترك|تعهد)(?: مقدم)? (?:من|بين)|^مقدم(?:ة)? من',
  ].join('|'),
  'iu',
)

/** Where, when and by whom a text was filed: no title of it. */
export const filingLine =
  /^(?:\d{1,3})?[A-Z]{1,10}(?:\/[A-Za-z0-9.()-]{1,20}){1,7}(?:\s|$)|^(?:\d{1,3}(?:st|nd|rd|th)|[XVI]{2,7}(?:th|e|ª|-я|-р)?) (?:international )?(?:conference|meeting|session|conférence|conferencia)(?!\p{L})|^(?:original|distr\.?|language|date|status|type|reference|ref\.?|period|duration|years?|pledge (?:no\.?|number|id|reference)|date de|langue|fecha|período|periodo|idioma|номер|дата|период|срок|огноо|дугаар|хугацаа|chapter|section|country|region|theme|topics?|published|last updated)\s*[:：]/iu

/** Lines of a document's circulation, not of its text. */
export const circulationLine =
  /^\W*(?:advance (?:copy|version|unedited (?:copy|version))|unedited(?: version)?|draft|final draft|confidential|restricted|embargoed.*|please recycle.*|for information only|not an official document|end of document|copie préliminaire|copia anticipada)\W*$/i

/** How a measured thing begins: what makes a list item read as an indicator. */
export const measureOpening =
  /^(?:the )?(?:(?:total|annual|average|overall|estimated|increased?|reduced|cumulative) )?(?:percentages?|per ?cent(?:age)?|%|proportion|share|rate|ratio|numbers?|no\. of|nb of|# ?of|count of|amount|existence|extent|degree|level|whether|evidence|pourcentage|nombre|taux|porcentaje|número|cantidad|proporción|процент|доля|число|количество|عدد|نسبة|النسبة المئوية)(?!\p{L})/iu
