// The pages about people, in the register's site alone: lists and their twins, and the forms that change something.
import type { OpenAPIHono } from '@hono/zod-openapi'
import type { Access } from '../../../accounts/access.ts'
import type { Site } from '../../site.ts'
import { servePage } from '../../twin.ts'
import { serveInvitation } from './accept.ts'
import { serveDepartment } from './department.ts'
import { departmentsPage, serveDepartmentForms } from './departments.ts'
import { serveGiveAndEnd } from './give.ts'
import { invitationsPage, serveInvitationActs } from './invitations.ts'
import { serveInvite } from './invite.ts'
import { peoplePage } from './list.ts'
import { serveOwnData } from './own-data.ts'
import type { PeopleFor } from './parts.ts'
import { personPage } from './person.ts'
import { serveSections } from './sections.ts'
import { unsentLettersPage } from './unsent.ts'
import { serveWayBack } from './way-back.ts'

/** Serves them; each before the address that would take its last word for a name. */
export const servePeople = (
  app: OpenAPIHono,
  site: Site,
  { peopleFor, access }: { peopleFor: PeopleFor; access: Access | undefined },
): void => {
  servePage(app, site, peoplePage(peopleFor))
  serveInvite(app, site, peopleFor)
  servePage(app, site, invitationsPage(peopleFor))
  servePage(app, site, unsentLettersPage(peopleFor))
  serveInvitationActs(app, site, peopleFor)
  serveDepartmentForms(app, site, peopleFor)
  serveSections(app, site, peopleFor)
  servePage(app, site, departmentsPage(peopleFor))
  serveDepartment(app, site, peopleFor)
  serveGiveAndEnd(app, site, peopleFor)
  serveWayBack(app, site, peopleFor)
  serveOwnData(app, site, peopleFor)
  servePage(app, site, personPage(peopleFor))
  serveInvitation(app, site, peopleFor, access)
}
