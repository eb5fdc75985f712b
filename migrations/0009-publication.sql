-- Draft, approved, published. A fact on its way is no record, as a report on its way is none: what was typed, until its
-- owners have approved it and it becomes a datum.
create table fact_draft (
  actor_id text not null references actor,
  draft_id uuid not null,
  kind text not null,
  content jsonb not null,              -- the fields of the form as typed, right or wrong
  content_sha256 text not null,        -- digest of what it says, by which approvals know what they approved
  owners jsonb not null,               -- who has to approve it, as of its last save
  revision integer not null default 1, -- counts the saves: whoever saves says which one they had before them
  started_by text not null,            -- agents
  changed_by text not null,
  created_at timestamptz not null default now(),
  changed_at timestamptz not null default now(),
  published_datum uuid,                -- the fact it became; it changes no more
  primary key (actor_id, draft_id),
  foreign key (actor_id, published_datum) references datum
);
create index fact_draft_by_id on fact_draft (draft_id);

-- What was decided about a thing, as it stood: only ever added. Of several by one owner the last one holds.
create table approval (
  entry bigint generated always as identity primary key,
  thing text not null,
  owner text not null,
  agent text not null,
  decision text not null,
  content_sha256 text not null,
  note text,
  decided_at timestamptz not null default now(),
  constraint approval_decision check (decision in ('asked', 'approved', 'withdrawn', 'returned')),
  constraint approval_note check (decision <> 'returned' or note is not null)
);
create index approval_by_thing on approval (thing, entry);

-- What was published, in whose right: a fact or report version that somebody with the right submitted, and a release.
create table publication (
  thing text primary key,
  agent text not null,
  published_as text not null,          -- owner: by its own focal point; keeper: coded for a treaty and confirmed
  owners jsonb not null default '[]',
  published_at timestamptz not null default now(),
  constraint publication_as check (published_as in ('owner', 'keeper', 'desk', 'command'))
);

alter table report_draft add column owner text;           -- who makes it: its actor, or a treaty's keeper; null: not known
alter table report_draft add column started_by text;      -- agents
alter table report_draft add column changed_by text;
alter table report_draft add column content_sha256 text;  -- null: not saved since digests are kept

alter table release add column frozen_by text;
alter table release add column owners jsonb not null default '[]';

-- Releases of before are published: everyone has been able to quote them.
insert into publication (thing, agent, published_as, published_at)
select 'release:' || sha256, 'pacta', 'command', recorded_at from release;
