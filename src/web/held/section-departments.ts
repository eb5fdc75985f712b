// Which departments of an actor fill in which sections of a report.
import { nameOfDepartment } from '../../accounts/department.ts'
import { listDepartments, listSectionAssignments } from '../../accounts/department-store.ts'
import { isKeeper } from '../../accounts/person.ts'
import type { ReportDraft } from '../../reports/draft.ts'
import type { Section } from '../../reports/draft-sections.ts'
import type { SectionDepartment } from '../data/enter.ts'
import type { Reader } from './handles.ts'

/** A group that is asked in parts is assigned as a whole, or part by part. */
const namesOfSection = ({ id, part }: Section): string[] =>
  part === 1 ? [id] : [id, id.slice(0, -`-${part}`.length)]

/** By section the departments it is assigned to; what is coded for a treaty is assigned to none. */
export const departmentsOfDraft = async (
  { people, world }: Reader,
  draft: Pick<ReportDraft, 'actor' | 'owner' | 'obligation'>,
): Promise<(section: Section) => SectionDepartment[]> => {
  if (people === undefined || (draft.owner !== null && isKeeper(draft.owner))) return () => []
  const { actor, obligation } = draft
  const assigned = await listSectionAssignments(people, { world, actor, obligation })
  if (assigned.length === 0) return () => []
  const departments = await listDepartments(people, { world, actor })
  return (section) =>
    departments
      .filter(({ departmentId }) =>
        assigned.some(
          (one) => one.department === departmentId && namesOfSection(section).includes(one.section),
        ),
      )
      .map(({ departmentId, names }) => ({
        id: departmentId,
        names: Object.fromEntries(
          Object.keys(names).map((language) => [
            language,
            nameOfDepartment({ names, departmentId }, language).name,
          ]),
        ),
      }))
}
