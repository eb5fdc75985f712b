// Kinds of page: what was reported, who is counted, what was frozen and published, and finding it.
import { earlierPlace, type PageType, releasePlace } from '../page-type.ts'

const plan = '/exercise/plans/siem-reap-angkor-draft-2024-08'

export const resultPages: readonly PageType[] = [
  {
    path: '/reports',
    name: 'Reports received',
    question: 'Who reported, who did not, and who was late?',
    address: '/exercise/reports?obligation=article-7&year=2027',
    shown: 'How many reports were received of those due, then every State with what came of it.',
  },
  {
    path: '/reports/{report}',
    name: 'Report',
    question: 'What did this State answer, and on which page of its report?',
    address: '/exercise/reports/XAU:article-7:2026:1',
    shown: 'One version of a report: its answers question by question, each with its page.',
  },
  {
    path: '/cohorts',
    name: 'Cohorts',
    question: 'Which groups of States do plans count over, and how large are they?',
    address: '/exercise/cohorts',
    shown: 'The cohorts, each with its rule in words and its number of members.',
  },
  {
    path: '/cohorts/{name}',
    name: 'Cohort',
    question: 'Who belongs to this group on a day, since when, and why?',
    address: '/exercise/cohorts/affected',
    shown: 'How many States belong to the cohort, then each with the day and the reason.',
  },
  {
    path: '/releases',
    name: 'Releases',
    question: 'Which figures were frozen, of which plan and year, as of which day?',
    address: '/exercise/releases',
    shown: 'The releases held with their days, and the form that freezes a year’s figures.',
  },
  {
    path: '/releases/{id}',
    name: 'Release',
    question: 'What did this release say, how do I cite it, and how do I check it?',
    address: `/exercise/releases/${releasePlace}`,
    shown:
      'The figures as frozen beside the baseline, the citation, the digest, the file, the committee’s words.',
  },
  {
    path: '/releases/{id}/since/{other}',
    name: 'Two releases compared',
    question: 'Which figures moved between two releases, and why?',
    address: `/exercise/releases/${releasePlace}/since/${earlierPlace}`,
    shown: 'The figures that moved, each with everyone whose row is another and the cause.',
  },
  {
    path: '/releases/{id}/{indicator}',
    name: 'Value of a release',
    question: 'Who was counted when the figures were frozen, and on what basis?',
    address: `/exercise/releases/${releasePlace}/7.1`,
    shown: 'A frozen value with its members, their reasons and what of the file each rests on.',
  },
  {
    path: '/plans/{plan}/crosswalk',
    name: 'The same promises in other plans',
    question: 'Which action of the draft is which of the adopted plan, and who says so?',
    address: `${plan}/crosswalk`,
    shown: 'The page before anybody has confirmed a pair: what a crosswalk is, and that none is confirmed.',
  },
  {
    path: '/published-figures',
    name: 'What others published',
    question: 'Which figures did others publish, and does ours say the same?',
    address: '/published-figures',
    shown:
      'Article 7 reporting rates that others published, each with its source, ours for the same day, and how they fit.',
  },
  {
    path: '/treaties',
    name: 'Treaties',
    question: 'For which treaties is it held who is bound?',
    address: '/treaties',
    shown: 'The treaties whose status is held, each with its number of parties and its source.',
  },
  {
    path: '/treaties/{id}',
    name: 'Treaty over time',
    question: 'Who joined and left this treaty, when, and by which act?',
    address: '/treaties/mine-ban',
    shown:
      'The parties to the Mine Ban Convention over the years as a line with its events, from the depositary’s list.',
    also: ['print'],
  },
  {
    path: '/changes',
    name: 'What changed',
    question: 'What is different since a day: facts, acts, reports, values?',
    address: '/exercise/changes?since=2027-06-01',
    shown: 'What changed in the exercise since 1 June 2027, by kind, with those responsible.',
  },
  {
    path: '/search',
    name: 'Search',
    question: 'Where is this word, in any language and script?',
    address: '/exercise/search?q=clearance',
    shown: 'What was found for “clearance”, by kind, with the words around it.',
  },
]
