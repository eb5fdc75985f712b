// Oddities of the wording, found by rules that can be named. The text itself is never changed.

import { tidy } from './lines.ts'
import { isTerminated, withoutTrailingNotes } from './marks.ts'
import type { Anomaly, AnomalyKind, Piece, Plan } from './plan.ts'

type Kind = 'action' | 'indicator' | 'paragraph' | 'item' | 'footnote' | 'detail'
export type Text = { text: string; line: number; pieces: Piece[]; kind: Kind }
type Rule = { kind: AnomalyKind; find: RegExp; skip?: RegExp; says: string }

const plural =
  '(?:plans|platforms|programmes|programs|mechanisms|strategies|measures|policies|reports|standards|systems|databases)'
const rules: Rule[] = [
  {
    kind: 'doubled-word',
    find: /(?<![\p{L}\p{N}'’-])(\p{L}{1,20}) \1(?![\p{L}\p{N}'’-])/giu,
    skip: /^(?:that that|had had|nous nous|vous vous|se se)$/i,
    says: 'doubled word',
  },
  {
    kind: 'hyphen-then-space',
    find: /(?<=\p{L})\p{L}{1,20}- \p{Ll}{1,20}/gu,
    skip: /- (?:and|or|to|et|ou|y|o|versus|и|или)$/i,
    says: 'space after a hyphen',
  },
  {
    kind: 'grammar',
    find: /\b(?:within|after|for|every|than|in|of) (?:a )?(?:\d+|two|three|four|five|six|seven|eight|nine|ten|twelve)-(?:day|week|month|year) (?:following|of|after|from|before)\b/giu,
    says: 'a number with a hyphen and no noun',
  },
  {
    kind: 'grammar',
    find: /\b(?:States? Parties|Parties|States|Governments|countries) (?:that|which|who) (?:has|is|was|does)\b/giu,
    says: 'plural with a singular verb',
  },
  {
    kind: 'grammar',
    find: /\b(?:has|have|had) (?:declare|report|submit|complete|adopt|establish|develop|provide|implement|identify|destroy|ratify|include|achieve|take|make)\b(?! to)/giu,
    says: 'no participle after "have"',
  },
  {
    kind: 'grammar',
    find: /\b(?:report|reports) (?:have|has) (?:a|an|the|in)\b/giu,
    says: 'two verbs without a link',
  },
  {
    kind: 'grammar',
    find: /\b(?:that|which|who) (?:taken|given|done|been|shown|known|begun|made use of|chosen|written)\b/giu,
    says: 'participle without "have"',
  },
  {
    kind: 'grammar',
    find: /\b(?:the|a) (?:number|percentage|proportion) (?!of\b|and\b|or\b|in\b|that\b|which\b|is\b|to\b|for\b|by\b|per\b|as\b|at\b|with\b|\p{L}+ed\b)\p{L}{3,}/giu,
    says: '"of" is missing',
  },
  {
    kind: 'grammar',
    find: /^(?:number|percentage|proportion) (?!of\b|and\b|or\b|in\b|change\b|increase\b|decrease\b|reduction\b|\p{L}+ed\b)\p{L}{3,}/giu,
    says: '"of" is missing',
  },
  {
    kind: 'grammar',
    find: /\b(?:of|with|from|into|during) (?:or|and) (?!to\b|from\b|in\b|out\b|for\b|by\b|with\b)\p{L}{2,}/giu,
    skip: /^of and (?:access|demand|support|information)/i,
    says: 'a word is missing after a preposition',
  },
  {
    kind: 'grammar',
    find: new RegExp(
      `\\ban? (?:\\p{L}[\\p{L}-]{1,20} ){1,4}${plural}(?= (?:in|of|to|for|that|which|on)\\b|[.,;])`,
      'giu',
    ),
    skip: / (?:of|and|or|in|to|for|by|with|on|at|from|that|which|as|the|per|is|are|their|its) /,
    says: 'singular article with a plural',
  },
  { kind: 'grammar', find: /\bup-to-dated\b/giu, says: '"up-to-dated"' },
  {
    kind: 'grammar',
    find: /\ba (?=[aeio][a-z])(?!one\b|once\b|uni|eu)[a-z]{3,20}/gu,
    says: '"a" before a vowel',
  },
  {
    kind: 'capitalisation',
    find: /\bstates? part(?:y|ies)\b|\bstates? not party\b/gu,
    says: 'written small',
  },
  {
    kind: 'punctuation',
    find: /\p{L} [,;](?= )|\p{Ll}{2}[.;,]\p{Lu}\p{Ll}/gu,
    says: 'space and punctuation mark',
  },
  { kind: 'punctuation', find: /[,;]{2,}|(?<!\.)\.{2}(?!\.)/g, says: 'doubled punctuation mark' },
  {
    kind: 'wrong-characters',
    find: /\uFFFD|â€[™œ“”\u0080-\u009f]?|Ã[\u0080-\u00bf©¨ª]/g,
    says: 'wrongly decoded',
  },
]

/** Where a text is quoted in the anomaly: the match with some words around it. */
const quote = (text: string, at: number, length: number): string => {
  const from = Math.max(0, at - 30)
  const to = Math.min(text.length, at + length + 30)
  return `${from > 0 ? '…' : ''}${text.slice(from, to).replaceAll('\n', ' / ')}${to < text.length ? '…' : ''}`
}

/** The line on which the words stand, in a text of several lines. */
const lineOf = ({ line, pieces }: Text, words: string): number =>
  (pieces.length > 1 ? pieces.find((piece) => tidy(piece.raw).includes(words))?.line : undefined) ?? line

/** No single text is searched beyond this; longer ones are not prose. */
const longestProse = 20_000
const mostPerKind = 500

/** Every oddity of wording in the plan's texts. */
export const findWordingAnomalies = (
  plan: Pick<Plan, 'sections' | 'actions' | 'indicators' | 'footnotes'>,
): Anomaly[] => {
  const texts = textsOf(plan)
  const found: Anomaly[] = []
  const counts = new Map<Rule, number>()
  for (const one of texts) {
    const { text, line } = one
    if (text.length > longestProse) continue
    for (const rule of rules) {
      if ((counts.get(rule) ?? 0) >= mostPerKind) continue
      for (const match of text.matchAll(rule.find)) {
        if (rule.skip?.test(match[0]) === true) continue
        found.push({
          line: lineOf(one, match[0]),
          kind: rule.kind,
          text: `${rule.says}: ${quote(text, match.index, match[0].length)}`,
        })
        counts.set(rule, (counts.get(rule) ?? 0) + 1)
      }
    }
    const bracket = unbalanced(text)
    if (bracket !== undefined) found.push({ line, kind: 'punctuation', text: bracket })
  }
  return found.concat(missingFullStops(texts), duplicates(plan), termVariants(texts), spellingVariants(texts))
}

/** Every text of a plan with its line, in the order of the source. */
export const textsOf = (plan: Pick<Plan, 'sections' | 'actions' | 'indicators' | 'footnotes'>): Text[] => {
  const texts: Text[] = []
  const take = (kind: Kind, list: { text: string; line: number; pieces: Piece[] }[]) => {
    for (const { text, line, pieces } of list) if (text !== '') texts.push({ text, line, pieces, kind })
  }
  for (const section of plan.sections) {
    take('paragraph', section.paragraphs)
    for (const list of section.lists) take('item', list.items)
  }
  for (const action of plan.actions) {
    take('action', [action])
    take('indicator', action.indicators)
    take('detail', action.details)
  }
  take('indicator', plan.indicators)
  take('footnote', plan.footnotes)
  return texts.sort((a, b) => a.line - b.line)
}

const unbalanced = (text: string): string | undefined => {
  for (const [open, shut] of [
    ['(', ')'],
    ['“', '”'],
    ['«', '»'],
    ['[', ']'],
  ] as const) {
    let depth = 0
    for (const c of text) depth += c === open ? 1 : c === shut ? -1 : 0
    // "a) … b) …" has closing brackets of its own.
    if (depth > 0 || (depth < 0 && open !== '('))
      return `${open} and ${shut} do not pair: ${text.slice(0, 60)}`
  }
  return undefined
}

const missingFullStops = (texts: Text[]): Anomaly[] => {
  const found: Anomaly[] = []
  for (const kind of ['action', 'indicator', 'paragraph'] as const) {
    const ofKind = texts.filter((text) => text.kind === kind)
    const without = ofKind.filter(({ text }) => !isTerminated(text))
    if (without.length * 2 >= ofKind.length) continue
    for (const { text, line } of without)
      found.push({
        line,
        kind: 'missing-full-stop',
        text: `…${withoutTrailingNotes(text).slice(-60).replaceAll('\n', ' / ')}`,
      })
  }
  return found
}

const duplicates = (plan: Pick<Plan, 'actions' | 'indicators'>): Anomaly[] => {
  const found: Anomaly[] = []
  const seen = new Map<string, { id: string; line: number }>()
  const all = [...plan.actions, ...plan.actions.flatMap((action) => action.indicators), ...plan.indicators]
  for (const { text, id, line } of all) {
    if (text === '') continue
    const first = seen.get(text)
    if (first === undefined) seen.set(text, { id, line })
    else
      found.push({
        line,
        kind: 'duplicate-text',
        text: `${id} says what ${first.id} on line ${first.line} says`,
      })
  }
  return found
}

// The treaties say "States Parties"; a text that writes it in two ways shows the rarer one.
const termVariants = (texts: Text[]): Anomaly[] => {
  const uses: { form: string; line: number; text: string; at: number }[] = []
  for (const { text, line } of texts)
    for (const match of text.slice(0, longestProse).matchAll(/\bStates? Parties\b/g))
      uses.push({ form: match[0], line, text, at: match.index })
  const rare = rarer(uses.map((use) => use.form))
  return uses
    .filter((use) => rare.has(use.form))
    .map(({ form, line, text, at }) => ({ line, kind: 'term-variant', text: quote(text, at, form.length) }))
}

const rarer = (forms: string[]): Set<string> => {
  const counts = new Map<string, number>()
  for (const form of forms) counts.set(form, (counts.get(form) ?? 0) + 1)
  const most = Math.max(0, ...counts.values())
  return new Set([...counts].filter(([, count]) => count < most).map(([form]) => form))
}

// "multi-year" and "multiyear", "organisation" and "organization", "work plans" and "workplans".
const spellingVariants = (texts: Text[]): Anomaly[] => {
  const byKey = new Map<string, Map<string, { count: number; lines: number[] }>>()
  for (const { text, line } of texts) {
    const words =
      text
        .slice(0, longestProse)
        .toLowerCase()
        .match(/\p{L}+(?:-\p{L}+)*/gu) ?? []
    words.forEach((word) => {
      if (word.length < 6 || word.length > 40) return
      const key = word.replaceAll('-', '').replace(/is(?=(?:e|es|ed|er|ing|ation|ations|ational)$)/, 'iz')
      const forms = byKey.get(key) ?? new Map<string, { count: number; lines: number[] }>()
      const use = forms.get(word) ?? { count: 0, lines: [] }
      use.count++
      if (use.lines.length < 20) use.lines.push(line)
      forms.set(word, use)
      byKey.set(key, forms)
    })
  }
  const found: Anomaly[] = []
  for (const forms of byKey.values()) {
    if (forms.size < 2) continue
    const ranked = [...forms].sort((a, b) => b[1].count - a[1].count)
    const usual = ranked[0]!
    for (const [form, use] of ranked.slice(1))
      for (const line of use.lines.slice(0, 5))
        found.push({
          line,
          kind: 'spelling-variant',
          text: `"${form}", elsewhere "${usual[0]}" (${usual[1].count} times)`,
        })
  }
  return found.slice(0, mostPerKind)
}
