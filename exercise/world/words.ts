// What fictional reports say, in the six languages they are written in. Colons keep the sentences right whatever
// name, year or subject stands in them.
import { type State, stateOf } from './states.ts'

export type Said = 'yes' | 'partly' | 'no' | 'not applicable'
type Language = State['reportsIn']

const answers: Record<Language, Record<Said, string>> = {
  en: {
    yes: 'in place',
    partly: 'begun, not complete',
    no: 'not in place',
    'not applicable': 'does not concern us',
  },
  fr: {
    yes: 'en place',
    partly: 'commencé, inachevé',
    no: 'pas en place',
    'not applicable': 'ne nous concerne pas',
  },
  es: {
    yes: 'establecido',
    partly: 'iniciado, sin concluir',
    no: 'no establecido',
    'not applicable': 'no nos atañe',
  },
  ru: {
    yes: 'выполнено',
    partly: 'начато, не завершено',
    no: 'не выполнено',
    'not applicable': 'нас не касается',
  },
  ar: { yes: 'قائم', partly: 'بدأ ولم يكتمل', no: 'غير قائم', 'not applicable': 'لا يعنينا' },
  zh: { yes: '已落实', partly: '已开始，尚未完成', no: '未落实', 'not applicable': '与我国无关' },
}

// By group of the questionnaire; a group that is not here is named by its section alone.
const topics: Record<string, Record<Language, string>> = {
  'measures-and-compliance': {
    en: 'national measures and compliance',
    fr: "mesures nationales d'application et respect",
    es: 'medidas nacionales y cumplimiento',
    ru: 'национальные меры и соблюдение',
    ar: 'التدابير الوطنية والامتثال',
    zh: '国家措施与遵约',
  },
  stockpiles: {
    en: 'stockpiled mines',
    fr: 'mines stockées',
    es: 'minas almacenadas',
    ru: 'запасы мин',
    ar: 'الألغام المخزنة',
    zh: '储存的地雷',
  },
  'mined-areas': {
    en: 'survey and clearance',
    fr: 'levé et dépollution',
    es: 'reconocimiento y limpieza',
    ru: 'обследование и разминирование',
    ar: 'المسح والتطهير',
    zh: '勘查与清除',
  },
  'retained-mines': {
    en: 'retained mines',
    fr: 'mines conservées',
    es: 'minas retenidas',
    ru: 'сохраняемые мины',
    ar: 'الألغام المحتفظ بها',
    zh: '保留的地雷',
  },
  'risk-education': {
    en: 'mine risk education',
    fr: 'éducation au danger des mines',
    es: 'educación sobre el peligro de las minas',
    ru: 'информирование о минной опасности',
    ar: 'التوعية بمخاطر الألغام',
    zh: '地雷风险教育',
  },
  'victim-assistance': {
    en: 'victim assistance',
    fr: 'assistance aux victimes',
    es: 'asistencia a las víctimas',
    ru: 'помощь пострадавшим',
    ar: 'مساعدة الضحايا',
    zh: '援助受害者',
  },
  'cooperation-and-assistance': {
    en: 'cooperation and assistance',
    fr: 'coopération et assistance',
    es: 'cooperación y asistencia',
    ru: 'сотрудничество и помощь',
    ar: 'التعاون والمساعدة',
    zh: '合作与援助',
  },
  'strategies-and-information': {
    en: 'strategies and information',
    fr: 'stratégies et information',
    es: 'estrategias e información',
    ru: 'стратегии и информация',
    ar: 'الاستراتيجيات والمعلومات',
    zh: '战略与信息',
  },
  universalization: {
    en: 'universalization',
    fr: 'universalisation',
    es: 'universalización',
    ru: 'универсализация',
    ar: 'تحقيق عالمية الاتفاقية',
    zh: '普遍加入',
  },
}

const sentences: Record<
  Language,
  (name: string, year: number, topic: string, section: string, said: string) => string
> = {
  en: (name, year, topic, section, said) =>
    `Exercise. ${name}, ${year}, section ${section} (${topic}): ${said}.`,
  fr: (name, year, topic, section, said) =>
    `Exercice. ${name}, ${year}, section ${section} (${topic}) : ${said}.`,
  es: (name, year, topic, section, said) =>
    `Ejercicio. ${name}, ${year}, sección ${section} (${topic}): ${said}.`,
  ru: (name, year, topic, section, said) =>
    `Учебный пример. ${name}, ${year} год, раздел ${section} (${topic}): ${said}.`,
  ar: (name, year, topic, section, said) => `تمرين. ${name}، ${year}، القسم ${section} (${topic}): ${said}.`,
  zh: (name, year, topic, section, said) => `演练。${name}，${year}年，第${section}节（${topic}）：${said}。`,
}

/** The sentence a reader of the fictional report would have coded. `section` is the question's place, such as "3.12". */
export const quotationOf = (
  code: string,
  year: number,
  group: string,
  section: string,
  said: Said,
): string => {
  const one = stateOf(code)
  const language = one.reportsIn
  const topic = topics[group]?.[language] ?? group
  return sentences[language](one.names[language], year, topic, section, answers[language][said])
}

const titles: Record<Language, (name: string, year: number) => string> = {
  en: (name, year) => `Exercise: Article 7 report of ${name} for ${year}`,
  fr: (name, year) => `Exercice : rapport au titre de l'article 7, ${name}, ${year}`,
  es: (name, year) => `Ejercicio: informe del artículo 7, ${name}, ${year}`,
  ru: (name, year) => `Учебный пример: доклад по статье 7, ${name}, ${year} год`,
  ar: (name, year) => `تمرين: تقرير المادة 7، ${name}، ${year}`,
  zh: (name, year) => `演练：第七条报告，${name}，${year}年`,
}

/** The title of a report, in its own language. */
export const reportTitle = (code: string, year: number): string => {
  const one = stateOf(code)
  return titles[one.reportsIn](one.names[one.reportsIn], year)
}
