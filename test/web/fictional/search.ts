// The search of the fictional world: the real one, over the fictional States, plan and facts.
import { blank, type Document } from '../../../src/search/document.ts'
import { find } from '../../../src/search/found.ts'
import { buildIndex, type Index } from '../../../src/search/index.ts'
import type { SearchData } from '../../../src/web/data/search.ts'
import { facts } from './facts.ts'
import { plan } from './plan.ts'
import { states } from './states.ts'

const documents = (): Document[] => [
  ...states.map(
    (state): Document => ({
      ...blank,
      kind: 'state',
      id: state.id,
      path: `/states/${state.id}`,
      title: state.name,
      of: { actor: state.id, name: state.name },
      detail: state.iso3,
      codes: [state.id],
      names: state.names.flatMap((name) => [name.short, name.formal ?? name.short]),
      parts: state.names
        .filter((name) => name.short !== state.name)
        .map((name) => ({ text: name.short, language: name.language, verbatim: false, isName: true })),
    }),
  ),
  ...plan.sections.flatMap((section) =>
    section.actions.flatMap((action) => [
      {
        ...blank,
        kind: 'action' as const,
        id: `${plan.id}/${action.number}`,
        path: `/plans/${plan.id}/actions/${action.number}`,
        title: action.number,
        detail: plan.title,
        detailLanguage: plan.language,
        codes: [action.number],
        parts: [{ text: action.text, language: plan.language, verbatim: true }],
      },
      ...action.indicators.map(
        (indicator): Document => ({
          ...blank,
          kind: 'indicator',
          id: indicator.id,
          path: `/plans/${indicator.id}`,
          title: indicator.number,
          detail: plan.title,
          detailLanguage: plan.language,
          codes: [indicator.number],
          parts: [{ text: indicator.text, language: plan.language, verbatim: true }],
        }),
      ),
    ]),
  ),
  ...facts.map(
    (fact): Document => ({
      ...blank,
      kind: 'fact',
      id: fact.id,
      path: `/states/XAA#fact-${fact.id}`,
      title: fact.title,
      titleLanguage: 'en',
      isOurs: true,
      of: { actor: 'XAA', name: 'Averland' },
      parts: [{ text: fact.quotation ?? fact.title, language: fact.language, verbatim: true }],
      entered: fact.entered,
    }),
  ),
]

let index: Promise<Index> | undefined

export const fictionalSearch = (): SearchData => ({
  search: async (query) => {
    index ??= buildIndex([documents()])
    return { ...find(await index, query), isBehind: false, reading: null }
  },
})
