// The SQL of what is held now of roles, tokens, invitations, departments, decisions, publications, settings and words about registers, with the end
// of the trail at the same moment: one statement sees one state, whoever writes meanwhile.
import { sql } from 'kysely'
import type { AuditReader } from '../audit-store.ts'
import type { Schema } from '../room.ts'
import type { Head } from './compare-chain.ts'
import { decisionKey, type HeldKind, type Said } from './expected.ts'

/** A row as it is held. `thing`: what a finding about it names. */
export type HeldRow = Required<Said> & { kind: HeldKind; key: string; thing: string }

type Row = Omit<HeldRow, 'kind' | 'key' | 'thing'> & { kind: HeldKind | 'head'; key: string }

const none = sql`null::timestamptz`
const nobody = sql`null::text`
const columns = sql`
  as kind, '' as key, ${none} as made_at, ${nobody} as made_by, ${none} as ended_at, ${nobody} as ended_by,
  ${none} as until, jsonb_build_object('seq', seq, 'sha256', sha256) as fields from event_head`

const ofPeople = sql`
  select 'head' ${columns}
  union all
  select 'role', grant_id::text, granted_at, granted_by, ended_at, ended_by, ${none},
         jsonb_build_object('person', person_id, 'role', role, 'world', world, 'of', owner,
                            'department', department_id::text)
    from grant_held
  union all
  select 'token', token_id::text, made_at, ${nobody}, withdrawn_at, ${nobody}, ${none},
         jsonb_build_object('person', person_id, 'scopes', scopes, 'expiresOn', expires_on::text,
                            'secretSha256', sha256)
    from api_token
  union all
  select 'invitation', invitation_id::text, made_at, made_by, coalesce(used_at, withdrawn_at),
         coalesce(used_by, withdrawn_by), expires_at,
         jsonb_build_object('grants', grants, 'isUsed', used_at is not null, 'linkSha256', token_sha256)
    from invitation
  union all
  select 'department', department_id::text, made_at, ${nobody}, ended_at, ${nobody}, ${none},
         jsonb_build_object('world', world, 'actor', actor, 'names', names)
    from department
  union all
  select 'section', concat_ws('/', world, actor, obligation, section, department_id), ${none}, ${nobody}, ${none},
         ${nobody}, ${none}, '{}'::jsonb
    from section_assignment`

const ofWorld = sql`
  select 'head' ${columns}
  union all
  select 'decision', thing || ' ' || owner, decided_at, agent, ${none}, ${nobody}, ${none},
         jsonb_build_object('decision', decision, 'sha256', content_sha256, 'note', note, 'thing', thing)
    from approval
  union all
  select 'publication', thing, published_at, agent, ${none}, ${nobody}, ${none},
         jsonb_build_object('publishedAs', published_as, 'owners', owners)
    from publication
  union all
  select 'setting', key, ${none}, ${nobody}, ${none}, ${nobody}, ${none}, jsonb_build_object('value', value)
    from setting where value <> ''
  union all
  select 'coverage', coverage_id::text, ${none}, ${nobody}, ${none}, ${nobody}, ${none},
         jsonb_build_object('register', register, 'actor_id', actor_id, 'held_from', held_from::text,
                            'held_until', held_until::text, 'level', level, 'stated_by', stated_by,
                            'known_from', known_from::text, 'note', note, 'entered', entered)
    from coverage`

const settingValue = (text: string): unknown => {
  try {
    return /^[[{]/.test(text) ? JSON.parse(text) : text
  } catch {
    return text
  }
}

const heldRow = ({ kind, key, fields, ...row }: Row & { kind: HeldKind }): HeldRow => {
  if (kind === 'decision') {
    const { thing, ...said } = fields as { thing: string }
    const owner = key.slice(thing.length + 1)
    return { ...row, kind, key: decisionKey(thing, owner, row.madeAt), thing, fields: said }
  }
  if (kind === 'setting')
    return {
      ...row,
      kind,
      key,
      thing: `setting:${key}`,
      fields: { value: settingValue(String(fields.value)) },
    }
  const thing = kind === 'publication' ? key : `${kind === 'role' ? 'grant' : kind}:${key}`
  return { ...row, kind, key, thing, fields }
}

/** What is held, and where the trail ends; a setting without a value is a lock, and says nothing. */
export const readHeldRows = async (
  db: AuditReader,
  schema: Schema,
): Promise<{ head: Head | undefined; rows: HeldRow[] }> => {
  const { rows } = await (schema === 'people' ? sql<Row>`${ofPeople}` : sql<Row>`${ofWorld}`).execute(db)
  const head = rows.find(({ kind }) => kind === 'head')
  return {
    head: head?.fields as Head | undefined,
    rows: rows.flatMap((row) => (row.kind === 'head' ? [] : [heldRow({ ...row, kind: row.kind })])),
  }
}
