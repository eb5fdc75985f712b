// Who pledges, as a text of the genre calls them: governments and National Societies, in the line that says who promised or
// in the first paragraphs. The words are data, by language: add one here.

import { roleOf } from '../instruments/part-words.ts'
import type { Plan } from '../instruments/plan.ts'
import { byline, filingLine } from '../instruments/vocabulary.ts'
import { shippedStates } from '../parties/actor.ts'
import { namesInByline, namesListed, withoutHelpers } from './party-list.ts'

/** Who pledges: as the text calls them, and the actor held that each is. */
export type PledgeParty = { name: string; actor: string | undefined }

/** Before what a name ends, by language. */
const ends = {
  en: '(?=,|;| and | jointly | together | pledges?\\b| commits?\\b| undertakes?\\b|\\.|$)',
  fr: "(?=,|;| et | conjointement | ensemble | s[’']engag|\\.|$)",
  es: '(?=,|;| y | e | conjuntamente | se compromet|\\.|$)',
  ru: '(?=,|;| и | обязу| совместно|\\.|$)',
}
const ofFrench = "(?:de la |du |de l[’']|des |de |d[’'])"
const ofSpanish = '(?:de la |del |de los |de las |de )'
const name = "[\\p{Lu}][\\p{L}\\p{M}’' -]*?"
/** Words a Mongolian sentence may begin with, which are no part of a name. */
const notMongolian = '(?!Амлалт|Энэ|Тус|Хоёр|Талууд)'
const mongolianName = `${notMongolian}\\p{Lu}[\\p{L}-]*(?: \\p{Lu}[\\p{L}-]*){0,3}`

/** How each language names a government, and a National Society. */
const partyWords: readonly { language: string; government: string; society: string }[] = [
  {
    language: 'en',
    government: `(?:the )?(?:(?:Royal )?Government|Kingdom|Republic|State|Ministry) of (?:the )?${name}${ends.en}`,
    society: `(?:[\\p{Lu}][\\p{L}\\p{M}’'-]* ){1,4}(?:Red Cross|Red Crescent|National|Magen David Adom)(?: Society)?`,
  },
  {
    language: 'fr',
    government: `(?:le )?Gouvernement ${ofFrench}${name}${ends.fr}`,
    society: `(?:la |le )?(?:Croix-Rouge|Croissant-Rouge|Société nationale)(?: ${ofFrench}?${name})?${ends.fr}`,
  },
  {
    language: 'es',
    government: `(?:el )?Gobierno ${ofSpanish}${name}${ends.es}`,
    society: `(?:la )?(?:Cruz Roja|Media Luna Roja|Sociedad Nacional)(?: ${ofSpanish}?${name})?${ends.es}`,
  },
  {
    language: 'ru',
    government: `Правительство(?:м)? ${name}${ends.ru}`,
    society:
      '(?:Красный Крест|Красный Полумесяц|Общество Красного Креста|Национальное общество) \\p{Lu}\\p{L}*',
  },
  {
    language: 'mn',
    government: `${mongolianName}(?: улсын)? Засгийн газар`,
    society: `${mongolianName}(?: улсын)? (?:Улаан загалмайн|Улаан хавирган сарны|[Үү]ндэсний) нийгэмлэг`,
  },
]

const formOf = (which: 'government' | 'society'): RegExp =>
  new RegExp(partyWords.map((words) => words[which]).join('|'), 'gu')

const bare = (found: string): string =>
  found
    .trim()
    .replace(/^(?:the|le|la|el)\s+/iu, '')
    .replace(/^\p{Ll}/u, (letter) => letter.toUpperCase())

/** One name in two spellings, with and without accents, is one. */
const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

/** All that a text names, governments first, each once. */
const namedIn = (text: string): { governments: string[]; societies: string[] } => {
  const found = (which: 'government' | 'society'): string[] => {
    const names = [...text.matchAll(formOf(which))].map(([one]) => bare(one))
    return names.filter((one, i) => names.findIndex((other) => plain(other) === plain(one)) === i)
  }
  return { governments: found('government'), societies: found('society') }
}

let stateNames: ReadonlySet<string> | undefined
/** Whether a State is called so, in any language names are held in. */
const isState = (name: string): boolean => {
  stateNames ??= new Set(
    shippedStates()
      .flatMap(({ names, aliases }) => [...Object.values(names).map(({ short }) => short), ...aliases])
      .map(plain),
  )
  return stateNames.has(plain(name))
}

/** "We pledge", said by whoever the sentence begins with: "Averland pledges to …", "The Averland Red Cross … We therefore pledge". */
const pledging =
  /(?:(?:pledges?|commits?|undertakes?)(?=\s+(?:to|that|itself|themselves|jointly|together|as)(?!\p{L}))|recogni[sz]es?|s[’']engage(?:nt)?|se comprometen?|обязу[ею]тся|амлаж|амлав)(?!\p{L})/iu

/** Words that stand for those who pledge and name nobody. */
const nobody =
  /^(?:somebody|someone|we|they|it|each|both|all|parties|both parties|signator(?:y|ies)|states?(?: parties)?|participants|members|nous|les parties|las partes|nosotros|стороны|мы|талууд|бид)$/iu

const opening =
  /^(?:for|from|during|in|between|over|throughout|pour|de|entre|durante|с|в|на)\s[^,]{0,80},\s+/iu
const promise = /pledge|commit|undertake|engage|comprome|обязу|амла/iu

/** Whom a sentence has pledging, as it names them: "For 2025 to 2028, Averland and its Red Cross hereby pledge to …". */
const subjectOf = (text: string): string | undefined => {
  const sentence = text.replace(opening, '')
  const found = pledging.exec(sentence)
  if (found === null || !promise.test(sentence)) return undefined
  const before = sentence
    .slice(0, found.index)
    .replace(
      /\s+(?:jointly|hereby|therefore|together|conjuntamente|conjointement|совместно|хамтран|also)\s*$/iu,
      '',
    )
    .trim()
  if (before === '' || before.length > 160 || /[.:]/.test(before)) return undefined
  // All of it is a name: no word of it is a verb or another sentence.
  const isName = before
    .split(/[\s,;]+/)
    .every(
      (word) =>
        /^[^\p{Ll}]/u.test(word) ||
        /^(?:the|of|and|its|de|del|du|des|la|le|les|l[’']\S+|et|y|el|los|las|и|болон|ба|улсын|нийгэмлэг|общество|крест)$/iu.test(
          word,
        ) ||
        /[\p{Ll}]{3,}(?:ийн|ын|ого|ской|ства)$/u.test(word),
    )
  return isName ? before : undefined
}

/** Who pledges, and the line that was read for it; `line` undefined where no text names any. */
export type PartiesRead = { parties: PledgeParty[]; line: number | undefined }

type Source = { text: string; line: number }

/** A line on who promised, with those below it that it goes on in. */
const bylines = (front: readonly Source[]): Source[] =>
  front.flatMap((one, i) => {
    if (!byline.test(one.text)) return []
    const next = front[i + 1]
    const isCut =
      next !== undefined &&
      next.line === one.line + 1 &&
      !byline.test(next.text) &&
      !filingLine.test(next.text) &&
      /(?:,|(?<!\p{L})(?:and|of|the|Red|et|de|du|la|y|del|и|ба|болон)|[\p{L}])$/iu.test(one.text) &&
      (/(?:,|(?<!\p{L})(?:and|of|the|Red|et|de|du|la|y|del|и|ба|болон))$/iu.test(one.text) ||
        (one.text.length >= 55 &&
          /^(?:\p{Ll}|\p{Lu}\p{Ll}+ (?:and|Society|et|y|и|of)(?!\p{L}))/u.test(next.text)))
    // "Submitted by:" above a list of names, each on its own line.
    const below = /[:：]$/.test(one.text)
      ? front
          .slice(i + 1)
          .filter(
            ({ text, line }, k) => line <= one.line + 2 + k * 2 && text.length <= 90 && !/[.:：]$/.test(text),
          )
      : []
    const text = isCut
      ? `${one.text} ${next.text}`
      : [one.text, below.map((each) => each.text).join('; ')].join(' ').trim()
    return [{ text, line: one.line }]
  })

/** Who pledges: by the line that says who promised, the list of those who signed, or the first paragraphs that name any. */
export const readParties = (plan: Pick<Plan, 'sections' | 'frontMatter' | 'actions'>): PartiesRead => {
  const of = (names: readonly string[], line: number): PartiesRead => ({
    parties: names
      .filter((one, i) => names.findIndex((other) => plain(other) === plain(one)) === i)
      .map((name) => ({ name, actor: undefined })),
    line,
  })
  const front = plan.frontMatter.map(({ text, line }) => ({ text, line }))
  const said = bylines(front).map(({ text, line }) => ({ names: namesInByline(text, isState), line }))
  const signed = plan.sections.flatMap((section) =>
    roleOf(section.title)?.role === 'signed' ? [section] : [],
  )
  const signing = signed.map((section) => {
    const items = [...section.paragraphs, ...section.lists.flatMap(({ items: own }) => own)]
    return { names: items.flatMap(({ text }) => namesListed(text, isState)), line: section.line }
  })
  const body = plan.sections.flatMap(({ paragraphs }) => paragraphs).slice(0, 6)
  const paragraphs = [...front, ...body, ...plan.actions.slice(0, 2)]
  const named = paragraphs.map(({ text, line }) => {
    const own = namedIn(withoutHelpers(text))
    return { names: [...own.governments, ...own.societies], line }
  })
  const subjects = paragraphs.map(({ text, line }) => {
    const subject = subjectOf(text)
    const names = subject === undefined ? [] : namesListed(subject, isState)
    return { names: names.filter((one) => !nobody.test(one)), line }
  })
  // The fullest of the lines on who promised; then those who signed, where they are more.
  const most = (lists: readonly { names: string[]; line: number }[]) =>
    lists.toSorted((a, b) => b.names.length - a.names.length)[0]
  const best = most([...said, ...signing])
  if (best !== undefined && best.names.length > 0) return of(best.names, best.line)
  const firstGovernment = named.find(({ names }) => names.length > 0)
  const firstSubject = subjects.find(({ names }) => names.length > 0)
  if (firstGovernment === undefined && firstSubject === undefined) return { parties: [], line: undefined }
  if (
    firstGovernment === undefined ||
    (firstSubject !== undefined &&
      firstSubject.line <= firstGovernment.line &&
      (firstSubject.line < firstGovernment.line
        ? firstSubject.names.length >= firstGovernment.names.length
        : firstSubject.names.length > firstGovernment.names.length))
  )
    return of(firstSubject!.names, firstSubject!.line)
  // A government in one paragraph, its Society in the next.
  const split = paragraphs.map(({ text, line }) => ({ ...namedIn(withoutHelpers(text)), line }))
  const governments = split.find((one) => one.governments.length > 0)?.governments ?? []
  const societies = split.find((one) => one.societies.length > 0)?.societies ?? []
  return of([...governments, ...societies], firstGovernment.line)
}

/** The same, without the line. */
export const partiesIn = (plan: Pick<Plan, 'sections' | 'frontMatter' | 'actions'>): PledgeParty[] =>
  readParties(plan).parties
