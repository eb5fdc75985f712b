// Kinds of page: a State and its ministry.
import type { PageType } from '../page-type.ts'

export const statePages: readonly PageType[] = [
  {
    path: '/states',
    name: 'States',
    question: 'Which States are there, and by which names and codes?',
    address: '/exercise/states',
    shown: 'The States of the exercise by region, each with its code.',
  },
  {
    path: '/states/{id}',
    name: 'State',
    question: 'What is this State bound by, what does it count towards, and what do sources say of it?',
    address: '/exercise/states/XAU',
    shown: 'A State of the exercise: what it is bound by, its state in each indicator, its facts.',
    also: ['right-to-left'],
  },
  {
    path: '/states/{id}/duties',
    name: 'Duties of a State',
    question: 'What does this State owe, and by when?',
    address: '/exercise/states/XBY/duties',
    shown:
      'The next date of a State, its duties over time as a picture, then each with how its date came about.',
  },
  {
    path: '/ministries/{actor}',
    name: 'A ministry’s page',
    question: 'What has this State promised, joined and hosted, and what falls due next?',
    address: '/ministries/MNG',
    shown: 'Mongolia: what it has promised and joined, from cited sources, each with its date.',
  },
  {
    path: '/ministries/{actor}/cooperation',
    name: 'Page of multilateral cooperation',
    question:
      'What does this State do with others, in words it can publish, with each figure’s day and source?',
    address: '/exercise/ministries/XQO/cooperation',
    shown:
      'A fictional ministry’s page in English and Mongolian side by side; every figure has its date and its source.',
    also: ['print'],
  },
  {
    path: '/ministries/{actor}/cooperation/{version}',
    name: 'Version of a page of multilateral cooperation',
    question: 'What did this page say when it was published, and what does the register say since?',
    address: '/ministries/MNG/cooperation/now',
    shown: 'Mongolia: a page that nobody wrote or published, made from the facts of the register.',
  },
  {
    path: '/ministries/{actor}/cooperation/ratings',
    name: 'What readers thought of a page',
    question: 'Was the page useful, by the count of its readers’ answers?',
    address: '/exercise/ministries/XQO/cooperation/ratings',
    shown: 'Answers to each published version, day by day; here there are none yet.',
  },
  {
    path: '/ministries/{actor}/others',
    name: 'What others count',
    question: 'How many people serve where, by whose count, and what was recommended to this State?',
    address: '/exercise/ministries/XQO/others',
    shown:
      'A fictional State: the newest figure of another’s table beside its own, the years as a picture, recommendations received by session.',
  },
  {
    path: '/votes/{id}',
    name: 'One recorded vote',
    question: 'What was voted on, how many voted how, and who?',
    address: '/votes/roll-call-4145',
    shown:
      'A recorded vote of the General Assembly: its title and symbol, all votes, and the States held by how they voted.',
  },
  {
    path: '/staleness',
    name: 'How old figures are',
    question: 'Which figures should be looked at again, by which rule, and why?',
    address: '/staleness',
    shown:
      'Figures and statements past their time, the oldest first, each with its date; below them the rules.',
  },
]
