// Every kind of page: what it answers and an address that shows it. docs/reference/pages.md and the pictures in
// docs/images/pages/ are made of this list; a test holds that no page of the site is missing here.

export type Picture = {
  /** Part of the file's name, such as `wide`. */
  as: 'wide' | 'narrow' | 'dark' | 'narrow-dark' | 'mongolian' | 'right-to-left' | 'print'
  width: 1280 | 360 | 794
}

export type PageType = {
  /** As the site and its OpenAPI document write it. */
  path: string
  name: string
  /** What someone comes with. */
  question: string
  /** With the base of its world. Of the exercise; of the register where the page is about what is held of real States, with sources. */
  address: string
  /** What the picture shows, for who does not see it. */
  shown: string
  /** Pictures beside the wide and the narrow one. */
  also?: Picture['as'][]
}

const plan = '/exercise/plans/siem-reap-angkor-draft-2024-08'

/** In `address` these stand for the report and the fact that scripts/screenshots.ts enters. */
export const draftPlace = 'DRAFT'
export const factPlace = 'FACT'
/** And this for the fact on its way. */
export const onItsWayPlace = 'ONITSWAY'
/** And this for the release it freezes. */
export const releasePlace = 'RELEASE'
/** And the earlier one it is compared with. */
export const earlierPlace = 'EARLIER'

export const pageTypes: readonly PageType[] = [
  {
    path: '/',
    name: 'First page',
    question: 'What did States promise, and what became of it?',
    address: '/',
    shown: 'The first page of the register: the question it answers, three doors, the source documents.',
    also: ['dark', 'mongolian'],
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
    also: ['dark', 'right-to-left', 'print'],
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
    also: ['dark', 'right-to-left'],
  },
  {
    path: '/ministries/{actor}',
    name: 'A ministry’s page',
    question: 'What has this State promised, joined and hosted, and what falls due next?',
    address: '/ministries/MNG',
    shown: 'Mongolia: what it has promised and joined, from cited sources, each with its date.',
    also: ['mongolian'],
  },
  {
    path: '/staleness',
    name: 'How old figures are',
    question: 'Which figures should be looked at again, by which rule, and why?',
    address: '/staleness',
    shown:
      'Figures and statements past their time, the oldest first, each with its date; below them the rules.',
  },
  {
    path: '/duties',
    name: 'Duties by date',
    question: 'Who owes what by when?',
    address: '/exercise/duties',
    shown:
      'How many duties are overdue, due soon, not found and waiting, then every duty by its date with who owes it and where it stands.',
    also: ['dark', 'mongolian'],
  },
  {
    path: '/duties/{instrument}',
    name: 'Duties of an instrument',
    question: 'What does this treaty or plan ask of whom by when, by which rule?',
    address: '/exercise/duties/mine-ban',
    shown:
      'The duties of a treaty, each with its rule in words, its own words and how many States stand where.',
  },
  {
    path: '/duties/{instrument}/{duty}',
    name: 'One duty of all States',
    question: 'How many have met this duty, who has not, and for whom is it not known?',
    address: '/exercise/duties/mine-ban/article-5',
    shown: 'How many of those that owe a duty have met it, a tile for each State, then each with its date.',
    also: ['right-to-left'],
  },
  {
    path: '/calendar',
    name: 'Calendar of this month',
    question: 'What falls due and comes about this month?',
    address: '/exercise/calendar',
    shown: 'The month as a sheet and day by day, with the duties that fall due.',
  },
  {
    path: '/calendar/{date}',
    name: 'Month or day of the calendar',
    question: 'What falls due in this month, and what changes on this day?',
    address: '/exercise/calendar/2027-04-30',
    shown: 'A day: what comes about, and which duties fall due of whom.',
  },
  {
    path: '/reports',
    name: 'Reports received',
    question: 'Who reported, who did not, and who was late?',
    address: '/exercise/reports?obligation=article-7&year=2027',
    shown: 'How many reports were received of those due, then every State with what came of it.',
    also: ['dark'],
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
  {
    path: '/enter',
    name: 'Where entering begins',
    question: 'How do I enter a report or a fact?',
    address: '/exercise/enter',
    shown: 'Two ways in, to enter a report or a fact, and the reports on their way.',
  },
  {
    path: '/enter/reports/new',
    name: 'Begin a report',
    question: 'Which report, of whom, for which year?',
    address: '/exercise/enter/reports/new',
    shown: 'A form that asks for the State, the report and the year it covers.',
  },
  {
    path: '/enter/reports/{id}',
    name: 'A report on its way',
    question: 'Which sections are answered, and what is left?',
    address: `/exercise/enter/reports/${draftPlace}`,
    shown: 'The sections of a report that is being entered, each with how much of it is answered.',
  },
  {
    path: '/enter/reports/{id}/{section}',
    name: 'Questions of a report',
    question: 'What is asked in this section, and what have I answered?',
    address: `/exercise/enter/reports/${draftPlace}/document`,
    shown: 'A section of the report as a form, a question after the other.',
    also: ['narrow-dark'],
  },
  {
    path: '/enter/reports/{id}/check',
    name: 'Answers checked',
    question: 'Is everything right before it is submitted?',
    address: `/exercise/enter/reports/${draftPlace}/check`,
    shown: 'All answers on one page, with what has to be mended first.',
  },
  {
    path: '/enter/reports/{id}/workbook',
    name: 'A report as a workbook',
    question: 'How do I fill a report in without a connection?',
    address: `/exercise/enter/reports/${draftPlace}/workbook`,
    shown: 'A report on its way that can be taken out as a workbook and brought back filled in.',
  },
  {
    path: '/enter/reports/{id}/discard',
    name: 'A report on its way discarded',
    question: 'What is lost if I discard it?',
    address: `/exercise/enter/reports/${draftPlace}/discard`,
    shown: 'What is typed so far, to be taken out as data before it is discarded.',
  },
  {
    path: '/enter/facts/new',
    name: 'Enter a fact',
    question: 'What does a source say of a State, on which page, in which words?',
    address: '/exercise/enter/facts/new?actor=XAU&kind=retained-mines',
    shown: 'A form for one fact: what it says, its source, the page and the quotation.',
  },
  {
    path: '/enter/facts/drafts/{id}',
    name: 'A fact on its way',
    question: 'Who has approved this fact, and what is still to do before everyone sees it?',
    address: `/exercise/enter/facts/drafts/${onItsWayPlace}`,
    shown: 'A fact on its way: what it says, its two owners, one of whom has approved it.',
  },
  {
    path: '/waiting',
    name: 'What waits for you',
    question: 'What is there for me to finish, to approve, to publish?',
    address: '/exercise/waiting',
    shown: 'What waits: a fact to approve and a report to finish, each with who has approved it.',
  },
  {
    path: '/enter/facts/{id}',
    name: 'A fact entered',
    question: 'What was entered here, and can it be corrected or withdrawn?',
    address: `/exercise/enter/facts/${factPlace}`,
    shown: 'A fact that was entered, with its source and quotation, and how to correct or withdraw it.',
  },
  {
    path: '/api',
    name: 'How to ask for data',
    question: 'Which addresses give data, what can be asked, what comes back?',
    address: '/exercise/api',
    shown: 'The addresses that give data by subject, each with an example that answers.',
  },
  {
    path: '/problems/{type}',
    name: 'A kind of problem',
    question: 'What does this refusal mean?',
    address: '/exercise/problems/input-rejected',
    shown: 'The kind of problem with its title and its status.',
  },
  {
    path: '/history/{thing}',
    name: 'History of a thing',
    question: 'What was done to this fact, report or draft: who, when, what was it before?',
    address: '/exercise/history/report-draft:DRAFT',
    shown:
      'The history of a report on its way: each save with the texts before and after, and its place in the trail.',
  },
  {
    path: '/audit',
    name: 'Audit trail',
    question: 'What was done, by whom, to what, on which day?',
    address: '/exercise/audit',
    shown: 'The audit trail of the exercise, the newest event first, and where it ends.',
  },
]

const widths: Record<Picture['as'], Picture['width']> = {
  wide: 1280,
  narrow: 360,
  dark: 1280,
  'narrow-dark': 360,
  mongolian: 1280,
  'right-to-left': 1280,
  print: 794,
}

const inWords: Record<Picture['as'], string> = {
  wide: '',
  narrow: ' On a narrow screen.',
  dark: ' In dark colours.',
  'narrow-dark': ' On a narrow screen, in dark colours.',
  mongolian: ' In Mongolian.',
  'right-to-left': ' From right to left, in Arabic where its words are held.',
  print: ' The first printed sheet.',
}

/** The pictures of a page, the wide and the narrow one first. */
export const picturesOf = (type: PageType): (Picture & { file: string; alt: string })[] =>
  (['wide', 'narrow', ...(type.also ?? [])] as const).map((as) => ({
    as,
    width: widths[as],
    file: `${type.name.toLowerCase().replace(/[^a-z]+/g, '-')}-${as}.webp`,
    alt: `${type.shown}${inWords[as]}`,
  }))

const exampleWords = (address: string): string =>
  [draftPlace, factPlace, releasePlace].some((place) => address.includes(place))
    ? 'An example is made by entering or freezing one.'
    : `For example \`${address}\`.`

/** docs/reference/pages.md. */
export const pagesPage = (made: string): string =>
  [
    '# Pages',
    '',
    `${made} The pictures are made by \`node bin/run.js scripts/screenshots.ts\`.`,
    '',
    'Every kind of page with the question it answers. Addresses are those of the register; those of the exercise begin with',
    '`/exercise`, those in another language with its code. Nearly every page is also data: `.json`, `.csv` or `.xlsx` behind its address.',
    'States in pictures of the exercise are fictional.',
    ...pageTypes.flatMap((type) => [
      '',
      `## ${type.name}`,
      '',
      `\`${type.path}\`: ${type.question} ${exampleWords(type.address)}`,
      '',
      ...picturesOf(type).map(({ file, alt }) => `![${alt}](../images/pages/${file})`),
    ]),
    '',
  ].join('\n')
