// Kinds of page: what was promised: documents, plans and pledges, how they are carried out, their values.
import type { PageType } from '../page-type.ts'

const plan = '/exercise/plans/siem-reap-angkor-draft-2024-08'

export const promisePages: readonly PageType[] = [
  {
    path: '/',
    name: 'First page',
    question: 'What did States promise, and what became of it?',
    address: '/',
    shown: 'The first page of the register: the question it answers, three doors, the source documents.',
    also: ['dark'],
  },
  {
    path: '/documents/{document}',
    name: 'Source document',
    question: 'Which sentences of this document carry a promise, and what did each become?',
    address: '/documents/ihl-pledge-mongolia',
    shown: 'The pledge, sentence by sentence, each with the action or indicator it became.',
  },
  {
    path: '/conventions/{treaty}',
    name: 'Convention',
    question: 'What does a secretariat want to see first: plan, parties, reports, changes, dates?',
    address: '/exercise/conventions/mine-ban',
    shown:
      'A convention at a glance: its plan, who is bound, which reports came, what changed, what is next.',
  },
  {
    path: '/plans',
    name: 'Plans and pledges',
    question: 'Which plans and pledges are held, and how many of their values are known?',
    address: '/exercise/plans',
    shown: 'Two plans, each with its notice, its size and how many values are known.',
  },
  {
    path: '/plans/{plan}',
    name: 'Plan',
    question: 'How far is the plan, indicator by indicator?',
    address: `${plan}?year=2027`,
    shown: 'All values of the plan for 2027 by section, then its text with the value beside each indicator.',
    also: ['dark', 'right-to-left'],
  },
  {
    path: '/plans/{plan}/implementation',
    name: 'How a plan or pledge is carried out',
    question:
      'Are its targets met, who does what for it, by when, what is late, what came of meetings, and what is still open?',
    address: '/exercise/plans/ihl-pledge-mongolia/implementation',
    shown:
      'The targets of the fictional pledge, each with where it stands, then its actions, bodies, tasks and events.',
  },
  {
    path: '/plans/{plan}/implementation/counted',
    name: 'What counts towards a target',
    question: 'Which records count towards this target in this year, which do not, and why?',
    address: '/exercise/plans/ihl-pledge-mongolia/implementation/counted?indicator=C3&year=2025',
    shown:
      'Three events of the fictional pledge, one of them for a single audience, under four readings of the text.',
  },
  {
    path: '/plans/{plan}/progress/{year}',
    name: 'Progress report',
    question: 'What became of the promise in a year, part by part of its own text?',
    address: '/exercise/plans/ihl-pledge-mongolia/progress/2027',
    shown:
      'The parts of the text under their own headings: actions with their plan of work, indicators with target and actual, money; the release it is made of, and its files.',
  },
  {
    path: '/implementation/{id}',
    name: 'One thing of how promises are carried out',
    question: 'What is this action, body, meeting, decision, task or event, and what belongs to it?',
    address: '/exercise/implementation/national-plan-XQO-2',
    shown: 'The fictional plan of work with what it says and what belongs to it.',
  },
  {
    path: '/plans/{plan}/compare',
    name: 'Years compared',
    question: 'Which indicators moved from one year to the next?',
    address: `${plan}/compare`,
    shown: 'Each indicator with its value in each year and the change between them.',
  },
  {
    path: '/plans/{plan}/sections/{section}',
    name: 'Section',
    question: 'What does this part of the plan ask for, and how far is it?',
    address: `${plan}/sections/VII?year=2027`,
    shown: 'A section of the plan: its actions and their indicators with the values of 2027.',
  },
  {
    path: '/plans/{plan}/actions/{action}',
    name: 'Action',
    question: 'What does this action ask of whom, and who has done it?',
    address: `${plan}/actions/17?year=2027`,
    shown: 'An action in its own words, its indicators, and the States by what they are in each.',
  },
  {
    path: '/plans/{plan}/{indicator}',
    name: 'Indicator',
    question: 'How many of how many, which States, and by which evidence?',
    address: `${plan}/7.1?year=2026`,
    shown: 'The value with n of N and its status, then a tile for each State with the mark of its state.',
    also: ['dark', 'narrow-dark', 'mongolian', 'right-to-left', 'print'],
  },
]
