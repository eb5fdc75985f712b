// Values of the invented plan, with every state a member can be in.
import type { IndicatorShown, MemberShown, MemberState, ValueShown } from '../../../src/indicators/show.ts'
import type { ActorShown } from '../../../src/web/data/states.ts'
import { sayPlainly } from '../../../src/words/plainly.ts'
import type { Reason } from '../../../src/words/reason.ts'
import { plan, planId } from './plan.ts'
import { reportNameOf } from './reports.ts'
import { parties, states } from './states.ts'

const stateOf = (i: number, year: number): MemberState => {
  if (i === 7) return 'pending'
  if (i === 11) return 'unknown'
  if (i === 13) return 'not applicable'
  const turn = (i + (year - 2025) * 2) % 6
  if (turn < 3 || (year > 2025 && i % 4 === 0)) return 'counted'
  return turn === 3 ? 'partly' : turn === 4 ? 'not counted' : 'not reported'
}

const reasons: Record<MemberState, Reason> = {
  counted: { key: 'report-says', year: 2026, answer: 'yes' },
  partly: { key: 'report-says', year: 2026, answer: 'partly' },
  'not counted': { key: 'report-says', year: 2026, answer: 'no' },
  'not reported': { key: 'no-report', year: 2026, on: '2027-12-01' },
  pending: { key: 'report-due', until: '2027-05-30' },
  'not applicable': { key: 'report-says', year: 2026, answer: 'not applicable' },
  unknown: { key: 'no-report-register' },
}

/** A reason in both its forms: the sentence, and the data it is made of. */
export const because = (said: Reason): { reason: string; said: Reason } => ({
  reason: sayPlainly(said),
  said,
})

const memberOf = (state: ActorShown, i: number, year: number): MemberShown => {
  const is = stateOf(i, year)
  const hasEvidence = is === 'counted' || is === 'partly' || is === 'not counted'
  return {
    member: state.id,
    actor: state.id,
    name: state.name,
    state: is,
    inN: is === 'counted' ? 1 : 0,
    inD: is === 'not applicable' ? 0 : 1,
    ...because(reasons[is]),
    evidence: hasEvidence
      ? [
          {
            datumId: `datum-${i}`,
            kind: 'answer',
            says: is === 'counted' ? 'yes' : is === 'partly' ? 'partly' : 'no',
            body: {
              obligation: 'article-7',
              question: 'work-plan',
              answer: is === 'counted' ? 'yes' : is === 'partly' ? 'partly' : 'no',
              coversYear: year - 1,
              version: 1,
              receivedOn: `${year}-04-10`,
            },
            heldFrom: `${year - 1}-01-01`,
            knownFrom: `${year}-04-${String(10 + (i % 18)).padStart(2, '0')}`,
            source: `Report of ${state.name} covering ${year - 1}`,
            address: i % 3 === 0 ? `https://reports.example/${state.id}/${year}` : null,
            locator: `page ${i + 2}`,
            quotation:
              i === 0
                ? 'تم وضع خطة عمل وطنية محددة التكاليف.'
                : i === 1
                  ? 'Батлагдсан төсөвтэй ажлын төлөвлөгөөтэй.'
                  : 'A costed work plan was adopted in January.',
            language: i === 0 ? 'ar' : i === 1 ? 'mn' : 'en',
            entered: i === 2,
            report: reportNameOf(state.id, year - 1),
            question: reportNameOf(state.id, year - 1) === null ? null : 'work-plan',
          },
        ]
      : [],
  }
}

const shareOf = (n: number, d: number): number | null => (d === 0 ? null : Math.round((n / d) * 1000) / 10)

export const membersFor = (number: string, year: number): MemberShown[] => {
  if (number === '4.1') return []
  if (number === '3.1')
    return [31, 32].map((i) => ({
      ...memberOf(states[i] as ActorShown, i, year),
      state: 'counted' as const,
      ...because({ key: 'act', act: 'ratification', on: `${year}-03-12` }),
      inN: 1,
      inD: 1,
    }))
  if (number === '3.2')
    return parties.slice(0, 6).flatMap((state, i) =>
      ['female', 'male'].map((sex) => ({
        ...memberOf(state, i, year),
        member: `${state.id}-${sex}-${year}`,
        state: (sex === 'female' ? 'counted' : 'not counted') as MemberState,
        inN: sex === 'female' ? 2 + i : 0,
        inD: 3 + i,
      })),
    )
  return (number === '1.1' ? parties : parties.slice(0, 14)).map((state, i) => memberOf(state, i, year))
}

const unitOf = (number: string): string =>
  plan.sections.flatMap((s) => s.actions.flatMap((a) => a.indicators)).find((i) => i.number === number)
    ?.unit ?? 'percentage'

const statusOf = (number: string, year: number): string => {
  if (number === '4.1') return 'no cases'
  if (number === '4.2' && year === 2025) return 'not known'
  if (number === '2.1' && year === 2027) return 'provisional until 2028-03-01'
  return 'known'
}

export const figuresFor = (number: string, year: number): ValueShown => {
  const members = membersFor(number, year)
  const n = members.reduce((sum, member) => sum + member.inN, 0)
  const d = members.reduce((sum, member) => sum + member.inD, 0)
  const status = statusOf(number, year)
  const hasValue = status !== 'not known' && status !== 'no cases'
  return {
    indicator: `${planId}/${number}`,
    number,
    year,
    asOf: `${year}-12-01`,
    numerator: status === 'not known' ? null : n,
    denominator: status === 'not known' ? null : unitOf(number) === 'number' ? null : d,
    value: !hasValue ? null : unitOf(number) === 'number' ? n : shareOf(n, d),
    status,
    unit: unitOf(number),
  }
}

export const numbers = ['1.1', '1.2', '2.1', '3.1', '3.2', '4.1', '4.2']
export const years = [2025, 2026, 2027]

export const shown = (
  number: string,
  year: number,
  asOf: string,
  knownOn: string,
  reading: string,
): IndicatorShown => {
  const value = figuresFor(number, year)
  const members = membersFor(number, year)
  const text = plan.sections
    .flatMap((s) => s.actions.flatMap((a) => a.indicators))
    .find((i) => i.number === number)?.text
  const strict = shareOf((value.numerator ?? 0) - 1, value.denominator ?? 0)
  const statusSaid: Reason =
    value.status === 'known' ? { key: 'covered' } : { key: 'not-covered', registers: ['article-7-report'] }
  return {
    id: value.indicator,
    number,
    instrument: planId,
    text: text ?? '',
    planNotice: null,
    unit: value.unit,
    year,
    asOf,
    knownOn,
    numerator: value.numerator,
    denominator: value.denominator,
    value: value.value,
    status: value.status,
    statusReason: sayPlainly(statusSaid),
    statusSaid,
    coverage: {
      level: value.status === 'known' ? 'complete' : 'partial',
      registers: [
        {
          register: 'article-7-report',
          level: 'complete',
          until: '2028-01-01',
          statedBy: 'Fictional Secretariat',
        },
        { register: 'status:fictional-treaty', level: 'partial', until: null, statedBy: null },
      ],
    },
    reportedAmong:
      number === '1.2'
        ? { numerator: value.numerator ?? 0, denominator: 10, value: shareOf(value.numerator ?? 0, 10) }
        : null,
    target: null,
    reading,
    readings:
      number === '1.2'
        ? [
            { name: 'default', words: 'Affected means having an outstanding obligation.', ...pick(value) },
            {
              name: 'all-parties',
              words: 'Affected means every State Party.',
              numerator: value.numerator,
              denominator: 30,
              value: shareOf(value.numerator ?? 0, 30),
              status: 'known',
            },
            {
              name: 'strict',
              words: 'Counts a plan only where both parts are said in one document.',
              numerator: (value.numerator ?? 1) - 1,
              denominator: value.denominator,
              value: strict,
              status: 'provisional until 2028-03-01',
            },
          ]
        : [{ name: 'default', words: 'As the text stands.', ...pick(value) }],
    ruleHash: 'b5bb9d8014a0f9b1d61e21e796d78dccdf1352f23cd32812f4850b878ae4944c',
    ruleWords: {
      population: 'States Parties on the opening day of the year’s meeting.',
      numerator: 'The State reports having an evidence-based and costed plan.',
      pending:
        'Until its report is due, a State that has not reported is pending and stays in the denominator.',
      note: number === '1.2' ? 'The text does not define “affected”.' : null,
    },
    ruleSaid: {
      population: { key: 'population-cohort', cohort: 'states-parties', of: { key: 'meeting-day' } },
      pending: { key: 'pending-in', of: { key: 'report-due-day' } },
    },
    members,
  }
}

const pick = ({ numerator, denominator, value, status }: ValueShown) => ({
  numerator,
  denominator,
  value,
  status,
})
