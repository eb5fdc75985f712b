// An invented plan, its errors included.
import type { PlanIndicator, PlanShown } from '../../../src/web/data/plans.ts'

export const planId = 'fictional-plan-draft-2024-01'

const indicator = (number: string, text: string, unit = 'percentage'): PlanIndicator => ({
  id: `${planId}/${number}`,
  number,
  text,
  unit,
})

export const plan: PlanShown = {
  id: planId,
  title: 'Fictional Action Plan 2025–2029',
  status: 'draft',
  notice: 'Draft of 5 January 2024; the adopted plan is numbered differently',
  noticeIn: { mn: '2024 оны 1 дүгээр сарын 5-ны өдрийн төсөл; баталсан төлөвлөгөөний дугаарлалт өөр' },
  treaty: 'fictional-treaty',
  actions: 4,
  indicators: 7,
  language: 'en',
  source: {
    title: 'Fictional Preparatory Meeting, document 4(b)',
    address: 'https://documents.example/plan',
    publisher: 'Fictional Secretariat',
    date: '2024-01-05',
  },
  period: { from: 2025, until: 2029 },
  sections: [
    {
      number: 'I',
      title: 'Introduction',
      paragraphs: [
        {
          number: '1',
          text: 'The State Parties recognize the the progress made since the entry into force.',
          items: [],
        },
      ],
      actions: [],
    },
    {
      number: 'II',
      title: 'Transparency',
      paragraphs: [
        {
          number: '2',
          text: 'The State Parties have identified best practices, including the following:',
          items: ['Strong national ownership;', 'Evidence-based strategies;'],
        },
      ],
      actions: [
        {
          number: '1',
          text: 'Provide high-quality and updated information annually by 30 April, and encourage States not party to do the same on a voluntary basis.',
          indicators: [
            indicator('1.1', 'Percentage of State Parties that submit a report.'),
            indicator(
              '1.2',
              'Percentage of affected State Parties that report having an evidence-based and costed plan.',
            ),
          ],
        },
        {
          number: '2',
          text: 'Pay assessed contributions as early as possible.',
          indicators: [
            indicator('2.1', 'Percentage of State Parties that pay their assessed contributions.'),
          ],
        },
      ],
    },
    {
      number: 'III',
      title: 'Universalization',
      paragraphs: [],
      actions: [
        {
          number: '3',
          text: 'Promote universal adherence.',
          indicators: [
            indicator('3.1', 'Number of ratifications deposited.', 'number'),
            indicator('3.2', 'Number of participants registered as women.', 'number'),
          ],
        },
        {
          number: '4',
          text: 'Support each other.',
          indicators: [
            indicator('4.1', 'Percentage of discoveries destroyed within 6 months.'),
            indicator('4.2', 'Percentage of States that take part in the individualised approach.'),
          ],
        },
      ],
    },
  ],
  planIndicators: [],
}
