// An address for every route of the site, taken from the app itself: a route nobody has decided about has none.
import assert from 'node:assert/strict'
import { fictionalFacts, type PermissionSite, type Sealed } from './world.ts'

const plan = 'siem-reap-angkor-draft-2024-08'

/** What stands for a part of an address, whatever the route. */
const parts: Record<string, string> = {
  ':document': plan,
  ':plan': plan,
  ':section': 'I',
  ':action': '1',
  ':indicator': '7.1',
  ':actor': 'XAA',
  ':name': 'article-5',
  ':treaty': 'mine-ban',
  ':instrument': 'mine-ban',
  ':duty': 'article-7',
  ':date': '2027-06',
  ':year': '2027',
  ':type': 'not-permitted',
  ':report': 'XAA:article-7:2025:1',
  ':file': 'none.css',
  ':form': 'en.html',
  ':mapping': 'personnel',
}

/** Where the same part means something else. */
const partsOf = (route: string, { draft, factDraft, release, page }: Sealed): Record<string, string> => {
  if (route.startsWith('/releases/')) return { ':id': release, ':other': release, ':indicator': '1.1' }
  if (route.startsWith('/ministries/:actor/cooperation')) return { ':version': page }
  if (route.startsWith('/enter/reports/')) return { ':id': draft, ':draft': draft, ':section': 'document' }
  if (route.startsWith('/enter/facts/drafts/')) return { ':id': factDraft }
  if (route.startsWith('/enter/recommendations/')) return { ':study': 'entered-publicwalnut-study' }
  if (route.startsWith('/enter/facts/')) return { ':id': 'entered-publicwalnut-retained-mines' }
  if (route.startsWith('/history/')) return { ':thing': `report-draft:${draft}` }
  if (route.startsWith('/implementation/')) return { ':id': 'entered-publicwalnut-working-body' }
  if (route.startsWith('/votes/')) return { ':id': 'entered-publicwalnut-roll-call' }
  if (route.startsWith('/states/')) return { ':id': 'XAA' }
  if (route.startsWith('/treaties/')) return { ':id': 'mine-ban' }
  return {}
}

/** The routes of one method, as the app has registered them. */
export const routesOf = (app: PermissionSite, method: 'GET' | 'POST'): string[] => [
  ...new Set(app.routes.filter((one) => one.method === method && one.path !== '/*').map(({ path }) => path)),
]

/** A route with its parts filled. */
export const addressOfRoute = (route: string, sealed: Sealed): string =>
  route.replaceAll(/:\w+/g, (part) => {
    const filled = partsOf(route, sealed)[part] ?? parts[part]
    assert.ok(filled !== undefined, `Say in test/web/permission/addresses.ts what ${part} is in ${route}`)
    return filled
  })

const suffixes = ['', '.json', '.csv', '.xlsx', '.ics']

/** What is asked beside the routes as they stand: more things, and questions. */
const furtherAddresses = ({ draft, codedDraft, factDraft, release, page }: Sealed): string[] => [
  ...['search?q=publicwalnut', 'search?q=partnerhazel', 'search?q=restrictedalmond', 'search?q=4711'].flatMap(
    (asked) => [`/${asked}`, `/${asked.replace('?', '.json?')}`, `/${asked.replace('?', '.csv?')}`],
  ),
  ...[
    'search?q=draftquince',
    'search?q=factdraftmedlar',
    'search?q=codedrowan',
    'search?q=releasesorb',
    'search?q=pagesloe',
  ].map((asked) => `/${asked}`),
  ...['', '.json', '.csv', '.xlsx'].flatMap((form) => [
    `/changes${form}?since=2027-01-01`,
    `/changes${form}?since=2027-01-01&state=XAA`,
    `/staleness${form}?state=XAA`,
    `/enter/reports/${draft}${form}`,
    `/enter/reports/${codedDraft}${form}`,
    ...fictionalFacts.map((fact) => `/enter/facts/${fact}${form}`),
    ...fictionalFacts.map((fact) => `/implementation/${fact}${form}`),
    `/plans/ihl-pledge-mongolia/implementation${form}`,
    `/plans/ihl-pledge-mongolia/implementation/counted${form}`,
    `/plans/ihl-pledge-mongolia/progress/2027${form}`,
    `/releases/${release}${form}`,
    `/ministries/XAA/cooperation/now${form}`,
    `/ministries/XAA/cooperation/${page}${form}`,
    `/ministries/XAA/cooperation${form}`,
    `/ministries/XAA/cooperation/preview${form}`,
  ]),
  `/enter/facts/new?actor=XAA&kind=retained-mines`,
  `/enter/facts/new?actor=XAA&kind=retained-mines&supersedes=entered-restrictedalmond-retained-mines`,
  `/enter/reports/new?actor=XAA&obligation=article-7&coversYear=2025&subject=`,
  `/enter/facts/drafts/${factDraft}`,
  `/enter/reports/${codedDraft}/document`,
  '/ministries/XAB',
  '/ministries/XAB/others',
  '/states/XAB',
]

const formOf = (address: string): string => /\.(json|csv|xlsx|ics)(?=\?|$)/.exec(address)?.[0] ?? ''

/** Every address that is asked for: each route in each of its forms (or in some), and what is asked beside. */
export const addressesOf = (
  app: PermissionSite,
  sealed: Sealed,
  forms: readonly string[] = suffixes,
): string[] => allAddresses(app, sealed).filter((address) => forms.includes(formOf(address)))

const allAddresses = (app: PermissionSite, sealed: Sealed): string[] => [
  ...new Set([
    ...routesOf(app, 'GET').flatMap((route) => {
      const address = addressOfRoute(route, sealed)
      return /:\w+$/.test(route) ? suffixes.map((suffix) => `${address}${suffix}`) : [address]
    }),
    ...furtherAddresses(sealed),
  ]),
]
