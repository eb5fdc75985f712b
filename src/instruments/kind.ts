// Whether a text is a pledge or an action plan, and what in it says so: said to whoever reads it in, because everything that
// follows hangs on it.
import { webPlace } from './furniture.ts'
import type { Plan } from './plan.ts'
import { byline } from './vocabulary.ts'

export type ReadKind = {
  kind: 'action-plan' | 'pledge'
  /** Why, in words that go on "Read as a pledge: …". */
  because: string
}

/** Words that only pledges have, in the languages they come in. */
const pledgeWords =
  /(?<!\p{L})(?:pledg(?:e|es|ed|ing)|engagements? (?:commun|conjoint|pris|volontaire|de la Conférence)s?|(?:de l[’']|l[’']|cet |notre )engagement|s[’']engag(?:e|ent|eons)|promesas?|(?:del|el|este|nuestro) compromiso|compromiso (?:conjunto|común|voluntario)|se comprometen?|nos comprometemos|обязательств[оа]|обещани[ея]|обязу[ею]тся|амлалт\p{L}*|амлаж|амлав|تعهد\p{L}*|نتعهد|تتعهد|يتعهد)(?!\p{L})/iu

/** Titles that say it is a plan of many. */
const planTitle =
  /(?<!\p{L})(?:action plan|plan of action|programme of action|strategy|road ?map|action agenda|plan d['’]action|plan de acción|план действий|үйл ажиллагааны төлөвлөгөө|خطة (?:عمل|العمل))(?!\p{L})/iu

const short = (text: string): string => (text.length > 80 ? `${text.slice(0, 79)}…` : text)

/** What it reads as: a pledge names its own parties and counts their records, a plan counts the members of a list. */
export const kindOf = (plan: Plan): ReadKind => {
  const pledge = (because: string): ReadKind => ({ kind: 'pledge', because })
  if (pledgeWords.test(plan.title)) return pledge(`its title says so ("${short(plan.title)}")`)
  if (!planTitle.test(plan.title)) {
    const front = plan.frontMatter.find(
      ({ text }) => !webPlace.test(text) && (byline.test(text) || pledgeWords.test(text)),
    )
    if (front !== undefined) return pledge(`it says "${short(front.text)}"`)
    const heading = plan.sections.find(({ title }) => pledgeWords.test(title))
    if (heading !== undefined) return pledge(`a heading says "${short(heading.heading)}"`)
    const said = plan.inParts
      ? plan.sections.flatMap(({ paragraphs }) => paragraphs).find(({ text }) => pledgeWords.test(text))
      : undefined
    if (said !== undefined) return pledge(`its text says "${pledgeWords.exec(said.text)![0]}"`)
  }
  const unnumbered = plan.actions.every(({ headingInSource }) => headingInSource === null)
  return unnumbered
    ? pledge('it numbers none of its actions')
    : { kind: 'action-plan', because: 'it numbers its actions, and no word of it speaks of a pledge' }
}
