// Figures of the fictional world that are past their time, one of which nobody can say it.
import type { StaleFigure, StalenessData } from '../../../src/web/data/staleness.ts'

const ofContributions = { scope: 'topic:contributions', after: 'P2Y', why: 'Numbers change.', isHere: true }
const ofEverything = {
  scope: 'default',
  after: 'P3Y',
  why: 'A choice made here and in no treaty; change it where you know better.',
  isHere: false,
}
const ofRetained = {
  scope: 'kind:retained-mines',
  after: 'P1Y6M',
  why: 'Article 7 of the Mine Ban Convention asks for the number retained every year.',
  isHere: false,
}

const figure = (id: string, given: Partial<StaleFigure>): StaleFigure => ({
  datumId: `datum-${id}`,
  id,
  actor: 'XAA',
  name: 'Averland',
  subject: null,
  kind: 'contribution',
  kindTitle: 'Contribution',
  title: 'Observers who served',
  entered: false,
  tier: 'public',
  asOf: '2020-09',
  state: 'stale',
  years: 7,
  rule: ofContributions,
  path: '/ministries/XAA#fact-served',
  ...given,
})

const figures: StaleFigure[] = [
  figure('served', {}),
  figure('retained', {
    actor: 'XAB',
    name: 'Belmora',
    kind: 'retained-mines',
    kindTitle: 'Mines retained under Article 3',
    title: null,
    asOf: '2025',
    years: 1,
    rule: ofRetained,
    path: null,
    entered: true,
  }),
  figure('league', {
    title: 'Fictional League',
    kind: 'organisation-membership',
    asOf: '2024~',
    state: 'unsaid',
    years: 2,
    rule: ofEverything,
    path: '/ministries/XAA#fact-league',
  }),
]

export const stalenessData = (): StalenessData => ({
  showStaleness: async (actor) => {
    const own = figures.filter((one) => actor === undefined || one.actor === actor)
    const count = (state: StaleFigure['state']) => own.filter((one) => one.state === state).length
    return {
      today: '2027-12-31',
      rules: [ofEverything, ofContributions, ofRetained],
      counted: { fresh: actor === undefined ? 1 : 0, stale: count('stale'), unsaid: count('unsaid') },
      figures: own,
    }
  },
})
