// Every kind of page: what it answers and an address that shows it, by what a reader comes for. docs/reference/pages.md and
// the pictures in docs/images/pages/ are made of this list, in its order; a test holds that no page of the site is missing here.
import type { PageType } from './page-type.ts'
import { dutyPages } from './page-types/duties.ts'
import { enteringPages } from './page-types/entering.ts'
import { promisePages } from './page-types/promises.ts'
import { resultPages } from './page-types/results.ts'
import { statePages } from './page-types/states.ts'
import { workPages } from './page-types/work.ts'

export const pageTypes: readonly PageType[] = [
  ...promisePages,
  ...statePages,
  ...dutyPages,
  ...resultPages,
  ...enteringPages,
  ...workPages,
]
