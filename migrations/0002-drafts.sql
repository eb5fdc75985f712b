-- Reports on their way: what has been typed into the form of a report, as it was typed, right or wrong. A draft is not
-- a record: it changes with every save, nothing is computed from it, and once submitted it stays as it was.
create table report_draft (
  actor_id text not null references actor,
  draft_id uuid not null,
  obligation text not null,
  covers_year integer not null,
  subject_id text,
  revision integer not null default 0,   -- counts the saves: whoever saves says which one he had before him
  started_from uuid,                     -- the earlier version whose answers it began with
  content jsonb not null,
  created_at timestamptz not null default now(),
  changed_at timestamptz not null default now(),
  submitted_report uuid,                 -- the version it became
  primary key (actor_id, draft_id),
  foreign key (actor_id, started_from) references report_version,
  foreign key (actor_id, submitted_report) references report_version
);
create index report_draft_by_id on report_draft (draft_id);
