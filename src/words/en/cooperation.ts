// The page of multilateral cooperation, its versions, and what readers thought of it.
import type { Phrase } from '../phrase.ts'

export const cooperation = {
  'cooperation.title': '{name}: multilateral cooperation',
  'cooperation.heading': 'Multilateral cooperation',
  'cooperation.crumb': 'Multilateral cooperation',
  'cooperation.description':
    'What {name} does with other States: memberships, resolutions, contributions and promises, each figure with its date and source.',
  'cooperation.link': 'The page of multilateral cooperation of {name}',
  'cooperation.register': 'Everything the register holds of {name}, fact by fact',
  'cooperation.published': 'Version {number}, published on {date}.',
  'cooperation.by.owner': 'Approved by {owners}.',
  'cooperation.by.desk': 'Published at a desk without accounts: nobody of {name} has approved it.',
  'cooperation.unchanged': 'What it tells is the same in the register today.',
  'cooperation.changed': {
    one: 'The register has changed since: {count} fact.',
    other: 'The register has changed since: {count} facts.',
  },
  'cooperation.reworded': 'Its words have been changed since, and not been published.',
  'cooperation.changes': 'Changed since it was published',
  'cooperation.change.now': 'now',
  'cooperation.change.gone': 'no longer held',
  'cooperation.change.added': 'new in the register',
  'cooperation.changedMark': 'changed since',
  'cooperation.now.made':
    'No office has published this page. Its sections are made from the facts of the register, as held on {date}.',
  'cooperation.now.written':
    'Not published: the words of {name} with the facts of the register, as held on {date}.',
  'cooperation.now.today': 'As a page made today would be; the published one is version {number}.',
  'cooperation.preview':
    'A preview for whoever enters: it holds what was entered here and not received, which no published page holds.',
  'cooperation.draft': 'A draft of {date}: it is not published.',
  'cooperation.counts':
    'Facts: {facts}. Sections: {sections}. Places they were read at: {places}, in documents: {documents}.',
  'cooperation.empty':
    'The register holds nothing of {name} that could stand here. That says what is not held, and nothing of what {name} does.',
  'cooperation.contents': 'On this page',
  'cooperation.languages': 'Show',
  'cooperation.both': 'Both languages side by side',
  'cooperation.only': '{language} only',
  'cooperation.notWritten': 'Not written in {language}.',
  'cooperation.nothingWritten':
    'No sentence of this page is written in {language}; its figures are given in it too.',
  'cooperation.notTranslated':
    'No machine has translated it. The figures, with what they count as it stands in the register:',
  'cooperation.quoted': 'In the words of the source:',
  'cooperation.more': { one: 'and {count} more in the register', other: 'and {count} more in the register' },
  'cooperation.current': 'stated as current, {when}',
  'cooperation.readAsCurrent': 'read as current, {when}',
  'cooperation.allReadAsCurrent': 'all read as current, {when}',
  'cooperation.allCurrent': 'all stated as current, {when}',
  'cooperation.statedAgo': {
    one: 'stated {when}, {count} year ago',
    other: 'stated {when}, {count} years ago',
  },
  'cooperation.stated': 'stated {when}',
  'cooperation.mark': 'Source {number}',
  'cooperation.noSource': 'without a source',
  'cooperation.notPublic': 'no longer public',
  'cooperation.withheld': {
    one: '{count} thing it held is no longer public and is not shown.',
    other: '{count} things it held are no longer public and are not shown.',
  },
  'cooperation.notHeld': 'not held: {id}',
  'cooperation.sources': 'Sources',
  'cooperation.sources.lead':
    'Each number leads to the words it rests on. They stand as their source has them, errors included.',
  'cooperation.faults': 'What keeps it from being published',
  'cooperation.fault.fact': 'names a fact that is not held, not received or not public: {found}',
  'cooperation.fault.figure': 'holds a figure typed by hand: {found}',
  'cooperation.fault.language': 'is written in a language nobody has named',
  'cooperation.versions': 'Versions',
  'cooperation.version': 'Version',
  'cooperation.versions.day': 'Published',
  'cooperation.versions.approved': 'Approved by',
  'cooperation.versions.holds': 'As held on',
  'cooperation.versions.digest': 'Digest',
  'cooperation.versions.draft': 'Draft',
  'cooperation.versions.none': 'None is published yet.',
  'cooperation.versions.atDesk': 'nobody: at a desk',
  'cooperation.versions.today': 'As the register has it today',
  'cooperation.work': 'For whoever keeps this page',
  'cooperation.work.section': 'Write a section',
  'cooperation.work.facts': {
    one: '{count} fact that a section can name',
    other: '{count} facts that a section can name',
  },
  'cooperation.work.facts.lead':
    'Each with the id that stands for it between braces: its figure, day and source come in its place.',
  'cooperation.work.preview': 'Preview with what was entered here',
  'cooperation.freeze': 'Freeze a version as the register has it today',
  'cooperation.freeze.with': 'Freeze a version with the sections chosen',
  'cooperation.freeze.lead':
    'A draft is made of the page as it would be today. It is published once it is approved, and never changes after that.',
  'cooperation.offered': 'Sections on their way that go along',
  'cooperation.offered.lead':
    'Whoever approves the page approves those chosen with it, in one go, and they are published together or not at all.',
  'cooperation.offered.new': 'new',
  'cooperation.offered.replaces': 'in the place of one that is held',
  'cooperation.offered.withdraws': 'takes one away',
  'cooperation.offered.open': 'Open',
  'cooperation.offered.wrong': 'has mistakes, and stays behind until they are mended.',
  'cooperation.compared': 'Its sections, before and after',
  'cooperation.compared.with': 'Beside version {number}, in the order in which they will stand.',
  'cooperation.compared.held':
    'No version is published yet: beside the sections that are held, in the order in which they will stand.',
  'cooperation.compared.made':
    'No section is published yet: beside the page that is made from the register, in the order in which they will stand.',
  'cooperation.compared.together': {
    one: '{count} of them is on its way itself: it is approved and published together with the page, or neither is.',
    other:
      '{count} of them are on their way themselves: they are approved and published together with the page, all or none.',
  },
  'cooperation.compared.stale':
    'Changed or given up since this draft was frozen: {sections}. It can be neither approved nor published; freeze the page anew.',
  'cooperation.compared.section': 'Section',
  'cooperation.compared.place': 'Place',
  'cooperation.compared.until': 'until now {place}',
  'cooperation.compared.onItsWay': 'on its way',
  'cooperation.compared.typed': 'All that was typed',
  'cooperation.compared.is.new': 'new',
  'cooperation.compared.is.changed': 'changed',
  'cooperation.compared.is.same': 'as before',
  'cooperation.compared.is.gone': 'no longer on the page',
  'cooperation.approve': {
    one: 'Approve the page and {count} section',
    other: 'Approve the page and {count} sections',
  },
  'cooperation.approve.lead':
    'You approve the page as it stands here, with the sections that are on their way: all of it or nothing. If one of them is changed, your approval of it ends.',
  'cooperation.discard': 'Give this draft up',
  'cooperation.discard.title': 'Give up this draft of the page',
  'cooperation.discard.lead':
    'It was frozen on {date} and is not published. It goes from all lists; the facts and sections it was made of stay. Its history keeps it, and can bring it back.',
  'cooperation.publish': 'Publish this version',
  'cooperation.publish.lead':
    'From then on it is the page everyone sees. It stays under its number for good.',
  'cooperation.rate': 'Was this page useful?',
  'cooperation.rate.none': 'Nobody has answered yet.',
  'cooperation.rate.count':
    'Answers to this version: yes {yes} of {all}, partly {partly} of {all}, no {no} of {all}.',
  'cooperation.rate.all': 'All answers, by version and day',
  'cooperation.rate.yes': 'Yes',
  'cooperation.rate.partly': 'Partly',
  'cooperation.rate.no': 'No',
  'cooperation.rate.title': '{name}: was the page useful?',
  'cooperation.rate.choose': 'Was version {number} of the page useful?',
  'cooperation.rate.kept':
    'Your answer is one more in a count by version, language and day. Nothing of you is kept: no name, no address, no cookie, no browser.',
  'cooperation.rate.send': 'Send the answer',
  'cooperation.rate.thanks': 'Your answer is counted. Thank you.',
  'cooperation.rate.before':
    'A form counts once, and this one has been sent before. If it was you, your answer is counted; otherwise answer with the one below.',
  'cooperation.rate.forged': 'This form was not made here, or not for this page. Answer with the one below.',
  'cooperation.rate.expired':
    'The page was open for more than two hours. Answer with the form below: your choice is kept.',
  'cooperation.rate.missing': 'Choose one of the answers',
  'cooperation.ratings': 'Was the page useful?',
  'cooperation.ratings.title': '{name}: what readers thought of the page',
  'cooperation.ratings.lead':
    'Whoever reads a published version may say whether it was useful. Counted are answers, not people: who answers twice with two forms counts twice.',
  'cooperation.ratings.day': 'Day',
  'cooperation.ratings.language': 'Language of the page',
  'cooperation.ratings.answers': 'Answers',
  'cooperation.ratings.days': 'By day',
  'cooperation.ratings.none': 'No version is published, so nobody could answer.',
} satisfies Record<string, Phrase>
