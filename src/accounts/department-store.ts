// The SQL of departments and of the sections they work on.
import { sql } from 'kysely'
import { json, type PeopleDb, type World } from '../db/store.ts'
import type { Department, SectionAssignment } from './department.ts'

const columns = sql`department_id::text, world, actor, names, revision, made_at, ended_at`

export type OfActor = { world: World; actor: string }

/** The departments of an actor, those that have ended too, the oldest first. */
export const listDepartments = async (people: PeopleDb, of: OfActor): Promise<Department[]> => {
  const { rows } = await sql<Department>`
    select ${columns} from department where world = ${of.world} and actor = ${of.actor}
     order by made_at, department_id`.execute(people)
  return rows
}

/** Departments of every actor, for names in lists. */
export const listAllDepartments = async (people: PeopleDb): Promise<Department[]> => {
  const { rows } = await sql<Department>`
    select ${columns} from department order by world, actor, made_at, department_id`.execute(people)
  return rows
}

export const findDepartment = async (people: PeopleDb, id: string): Promise<Department | undefined> => {
  const { rows } = await sql<Department>`
    select ${columns} from department where department_id = ${id}::uuid`.execute(people)
  return rows[0]
}

export const insertDepartment = async (
  trx: PeopleDb,
  { departmentId, world, actor, names }: Pick<Department, 'departmentId' | 'world' | 'actor' | 'names'>,
): Promise<Department> => {
  const { rows } = await sql<Department>`
    insert into department (department_id, world, actor, names)
    values (${departmentId}::uuid, ${world}, ${actor}, ${json(names)}::jsonb)
    returning ${columns}`.execute(trx)
  return rows[0]!
}

/** Renames a department as of a revision; undefined where somebody has changed it meanwhile, or it has ended. */
export const renameDepartmentRow = async (
  trx: PeopleDb,
  { id, names, revision }: { id: string; names: Department['names']; revision: number },
): Promise<Department | undefined> => {
  const { rows } = await sql<Department>`
    update department set names = ${json(names)}::jsonb, revision = revision + 1
     where department_id = ${id}::uuid and revision = ${revision} and ended_at is null
    returning ${columns}`.execute(trx)
  return rows[0]
}

/** Ends a department and takes its sections from it; undefined where it had ended before. */
export const endDepartmentRow = async (trx: PeopleDb, id: string): Promise<Department | undefined> => {
  const { rows } = await sql<Department>`
    update department set ended_at = now(), revision = revision + 1
     where department_id = ${id}::uuid and ended_at is null
    returning ${columns}`.execute(trx)
  if (rows.length === 1)
    await sql`delete from section_assignment where department_id = ${id}::uuid`.execute(trx)
  return rows[0]
}

/** The sections of an actor's questionnaires that are assigned, with their departments. */
export const listSectionAssignments = async (
  people: PeopleDb,
  { world, actor, obligation }: OfActor & { obligation?: string },
): Promise<SectionAssignment[]> => {
  const { rows } = await sql<SectionAssignment>`
    select obligation, section, department_id::text as department
      from section_assignment
     where world = ${world} and actor = ${actor}
       and (${obligation ?? null}::text is null or obligation = ${obligation ?? null}::text)
     order by obligation, section, department_id`.execute(people)
  return rows
}

/** Holds an actor's departments until the transaction ends, so that two who assign sections come one after the other. */
export const lockDepartments = async (trx: PeopleDb, of: OfActor): Promise<void> => {
  await sql`
    select department_id from department where world = ${of.world} and actor = ${of.actor}
     order by department_id for update`.execute(trx)
}

/** Puts the assignment of one questionnaire in place of the one there was. */
export const replaceSectionAssignments = async (
  trx: PeopleDb,
  { world, actor, obligation }: OfActor & { obligation: string },
  assigned: readonly Omit<SectionAssignment, 'obligation'>[],
): Promise<void> => {
  await sql`
    delete from section_assignment
     where world = ${world} and actor = ${actor} and obligation = ${obligation}`.execute(trx)
  await sql`
    insert into section_assignment (world, actor, obligation, section, department_id)
    select ${world}, ${actor}, ${obligation}, section, department
      from jsonb_to_recordset(${json(assigned)}::jsonb) as a (section text, department uuid)
    on conflict do nothing`.execute(trx)
}
