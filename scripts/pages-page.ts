// The list of pages in the reference: docs/reference/pages.md.
import { draftPlace, factPlace, picturesOf, releasePlace } from './page-type.ts'
import { pageTypes } from './page-types.ts'

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
