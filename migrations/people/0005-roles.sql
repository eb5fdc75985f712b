-- Which roles people hold, who is invited to one, and the departments of an actor. Roles are given and ended, never deleted:
-- who could do what on a day can be told afterwards. Nothing here holds a name or an address but an open invitation.
create table department (
  department_id uuid primary key,
  world text not null,
  actor text not null,
  names jsonb not null,                  -- by language
  revision integer not null default 1,   -- whoever renames it says which one they had before them
  made_at timestamptz not null default now(),
  ended_at timestamptz,
  constraint department_world check (world in ('register', 'exercise'))
);
create index department_by_actor on department (world, actor);

-- `owner`: an actor, or a treaty's keeper ('treaty:mine-ban'); null: of all (partners) or of none (administrators).
create table grant_held (
  grant_id uuid primary key,
  person_id text not null,
  world text,
  role text not null,
  owner text,
  department_id uuid references department,
  granted_by text not null,              -- the agent, an id and never a name
  granted_at timestamptz not null default now(),
  ended_by text,
  ended_at timestamptz,
  constraint grant_role check (role in ('administrator', 'focal-point', 'approver', 'contributor', 'coder', 'reviewer',
                                        'committee-member', 'partner')),
  constraint grant_world check ((role = 'administrator') = (world is null)),
  constraint grant_world_known check (world is null or world in ('register', 'exercise')),
  constraint grant_end check ((ended_at is null) = (ended_by is null))
);
create unique index grant_once on grant_held
  (person_id, role, coalesce(world, ''), coalesce(owner, ''), coalesce(department_id::text, '')) where ended_at is null;
create index grant_by_owner on grant_held (world, owner) where ended_at is null;

-- Name and address go when it is over; what it brought stays.
create table invitation (
  invitation_id uuid primary key,
  address text,
  name text,
  language text not null,
  grants jsonb not null,
  token_sha256 text not null,
  made_by text not null,
  made_at timestamptz not null default now(),
  expires_at timestamptz not null,
  used_at timestamptz,
  used_by text,                          -- the person
  withdrawn_at timestamptz,
  withdrawn_by text,
  constraint invitation_use check ((used_at is null) = (used_by is null)),
  constraint invitation_withdrawal check ((withdrawn_at is null) = (withdrawn_by is null))
);
create unique index invitation_token on invitation (token_sha256);

-- Which departments work on a section of a questionnaire; a section without any is everyone's.
create table section_assignment (
  world text not null,
  actor text not null,
  obligation text not null,
  section text not null,
  department_id uuid not null references department,
  primary key (world, actor, obligation, section, department_id)
);
