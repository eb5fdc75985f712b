import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { nameOfDepartment } from '../../src/accounts/department.ts'
import { listDepartments, listSectionAssignments } from '../../src/accounts/department-store.ts'
import {
  assignmentVersion,
  assignSections,
  endDepartment,
  makeDepartment,
  renameDepartment,
} from '../../src/accounts/departments.ts'
import type { PeopleDb } from '../../src/db/store.ts'
import { inTestPeople } from '../world.ts'

const of = { world: 'exercise', actor: 'XAU' } as const
const make = (people: PeopleDb, name: string) =>
  makeDepartment(people, { ...of, names: { en: name }, agent: 'test' })

describe('a department', () => {
  it('is called what the reader reads, otherwise by its English name, otherwise by any', () => {
    const named = (names: Record<string, string>) => nameOfDepartment({ names, departmentId: 'd' }, 'mn')
    assert.deepEqual(named({ en: 'Treaties', mn: 'Гэрээ' }), { name: 'Гэрээ', language: 'mn' })
    assert.deepEqual(named({ en: 'Treaties', fr: 'Traités' }), { name: 'Treaties', language: 'en' })
    assert.deepEqual(named({ fr: 'Traités' }), { name: 'Traités', language: 'fr' })
  })

  it('has a name that no other of the actor has', () =>
    inTestPeople(async (people) => {
      await make(people, 'Treaties')
      await assert.rejects(make(people, 'Treaties'), /has this name/)
      await assert.rejects(makeDepartment(people, { ...of, names: {}, agent: 'test' }), /no name/)
      await makeDepartment(people, { ...of, actor: 'XSK', names: { en: 'Treaties' }, agent: 'test' })
      assert.equal((await listDepartments(people, of)).length, 1)
    }))

  it('is renamed by whoever saw it as it is; the second one sees what the first wrote', () =>
    inTestPeople(async (people) => {
      const { departmentId: id, revision } = await make(people, 'Treaties')
      const rename = (name: string) =>
        renameDepartment(people, { id, names: { en: name }, revision, agent: 'test' })
      assert.equal((await rename('Treaty law')).outcome, 'changed')
      const second = await rename('Law of treaties')
      assert.equal(second.outcome, 'changed meanwhile')
      assert.equal(second.department.names.en, 'Treaty law')
    }))

  it('gives its sections back when it ends', () =>
    inTestPeople(async (people) => {
      const { departmentId } = await make(people, 'Treaties')
      const sections = [{ section: 'b', department: departmentId }]
      const version = assignmentVersion([])
      await assignSections(people, { ...of, obligation: 'article-7', sections, version, agent: 'test' })
      await endDepartment(people, { id: departmentId, agent: 'test' })
      assert.deepEqual(await listSectionAssignments(people, of), [])
      const renamed = await renameDepartment(people, {
        ...{ id: departmentId, names: { en: 'Again' }, revision: 1, agent: 'test' },
      })
      assert.equal(renamed.outcome, 'ended')
      await make(people, 'Treaties')
    }))
})

describe('sections', () => {
  it('are assigned to one department or to several, each questionnaire apart', () =>
    inTestPeople(async (people) => {
      const a = (await make(people, 'Treaties')).departmentId
      const b = (await make(people, 'Demining')).departmentId
      const sections = [
        { section: 'b', department: a },
        { section: 'b', department: b },
        { section: 'c', department: b },
      ]
      const assign = (obligation: string, given: typeof sections, version = assignmentVersion([])) =>
        assignSections(people, { ...of, obligation, sections: given, version, agent: 'test' })
      assert.equal((await assign('article-7', sections)).outcome, 'assigned')
      await assign('other-report', sections.slice(2))
      const held = await listSectionAssignments(people, { ...of, obligation: 'article-7' })
      assert.equal(held.length, 3)
      // Somebody who saw none of it is told what there is now.
      const late = await assign('article-7', [])
      assert.equal(late.outcome, 'changed meanwhile')
      assert.deepEqual(late.assigned, held)
      assert.equal((await assign('article-7', [], assignmentVersion(held))).outcome, 'assigned')
      assert.deepEqual(await listSectionAssignments(people, { ...of, obligation: 'article-7' }), [])
      assert.equal((await listSectionAssignments(people, of)).length, 1)
    }))

  it('are not assigned to a department of another actor', () =>
    inTestPeople(async (people) => {
      const other = await makeDepartment(people, { ...of, actor: 'XSK', names: { en: 'T' }, agent: 'test' })
      const sections = [{ section: 'b', department: other.departmentId }]
      await assert.rejects(
        assignSections(people, {
          ...{ ...of, obligation: 'article-7', sections, version: assignmentVersion([]), agent: 'test' },
        }),
        /does not have/,
      )
    }))
})
