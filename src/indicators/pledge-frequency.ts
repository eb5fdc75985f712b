// How often the words of an indicator ask for something, in the languages pledges come in. A target is of a calendar year or
// once: a quarter is four times a year; what is asked every two years has no form, and is left to a person. Data more than logic.

/** `timesAYear`: undefined where it is less often than once a year; `words`: what of the text says so, from `at` on. */
export type Frequency = { timesAYear: number | undefined; words: string; at: number }

/** The first whose words are there: the shorter stretch before the year it is of. */
const frequencies: readonly (readonly [timesAYear: number | undefined, words: RegExp])[] = [
  [
    undefined,
    /\b(?:every|each) (?:two|three|four|five|[2-9]|second|third|other) years?\b|\bbi-?ennial\p{L}*|\btri-?ennial\p{L}*|tous les (?:deux|trois|quatre|cinq|[2-9]) ans|\bbisannuel\p{L}*|\bbiennal\p{L}*|cada (?:dos|tres|cuatro|cinco|[2-9]) años|\bbienal\p{L}*|(?:раз в|кажд\p{L}+) (?:два|три|четыре|пять|[2-9]) (?:года?|лет)|(?:хоёр|гурван?|дөрвөн|таван|[2-9]) жил (?:тутам|бүр)/iu,
  ],
  [
    undefined,
    /\bweekly\b|\b(?:every|each|per|a) week\b|hebdomadaire|(?:par|chaque) semaine|semanal|(?:por|cada|a la) semana|еженедельн\p{L}*|в неделю|долоо хоног (?:бүр|тутам)/iu,
  ],
  [
    12,
    /\bmonthly\b|\b(?:every|each|per|a) month\b|mensuel\p{L}*|(?:par|chaque) mois|tous les mois|mensual\p{L}*|(?:al|por|cada) mes\b|ежемесячн\p{L}*|в месяц|кажд\p{L}+ месяц|сар (?:бүр|тутам)|сард/iu,
  ],
  [
    4,
    /\bquarterly\b|\b(?:every|each|per|a) quarter\b|\bevery (?:three|3) months\b|trimestriel\p{L}*|(?:par|chaque) trimestre|tous les (?:trois|3) mois|trimestral\p{L}*|(?:al|por|cada) trimestre|cada (?:tres|3) meses|ежеквартальн\p{L}*|(?:в|кажд\p{L}+) квартал|кажд\p{L}+ (?:три|3) месяца|улирал (?:бүр|тутам)|улиралд/iu,
  ],
  [
    2,
    /\bhalf-?yearly\b|\bsemi-?annual\p{L}*|\bbi-?annual\p{L}*|\b(?:every|each|per) (?:six|6) months\b|\b(?:every|each|per) half[- ]year\b|semestriel\p{L}*|(?:par|chaque) semestre|tous les (?:six|6) mois|semestral\p{L}*|(?:al|por|cada) semestre|cada (?:seis|6) meses|(?:в|кажд\p{L}+) полугоди\p{L}+|раз в полгода|кажд\p{L}+ полгода|кажд\p{L}+ (?:шесть|6) месяцев|хагас жил (?:бүр|тутам)|(?:зургаан|6) сар тутам/iu,
  ],
  [
    1,
    /annual\p{L}*|per year|a year|each year|every year|yearly|par an(?!\p{L})|chaque année|annuel\p{L}*|(?:al|por) año|cada año|anual\p{L}*|в год|ежегодн\p{L}*|кажд\p{L}+ год|жил бүр|жилд|жил тутам/iu,
  ],
]

/** How often, as far as the words tell; undefined where they name no stretch of time that comes again. */
export const frequencyIn = (text: string): Frequency | undefined => {
  for (const [timesAYear, words] of frequencies) {
    const match = words.exec(text)
    if (match !== null) return { timesAYear, words: match[0], at: match.index }
  }
  return undefined
}
