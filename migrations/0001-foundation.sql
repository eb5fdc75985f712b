-- The spine: who exists, what is held of them, what was promised, what was reported, what was computed.
-- Runs once in each world (a PostgreSQL schema: "register" for the real one, "exercise" for the fictional one),
-- with that schema first on the search path. PostgreSQL 15 subset; collation C.

-- What is true of a world as a whole: `today` fixes its clock, `banner` is shown on every page, `loaded:…` are
-- the hashes of the shipped files already read.
create table setting (
  key text primary key,
  value text not null
);

create table source (
  source_id text primary key,
  title text not null,
  address text,
  publisher text,
  published text,              -- EDTF, as far as the document says
  retrieved_on date,
  licence text,
  language text
);

create table actor (
  actor_id text primary key,   -- ISO 3166-1 alpha-3 for a State, a slug for any other actor
  kind text not null,
  parent text,
  iso2 text,
  iso3 text,
  m49 text,
  un_member boolean,
  region text,                 -- UN regional group, as the source names it
  tile_column integer,
  tile_row integer,
  names jsonb not null,        -- {"en": {"short": "…", "formal": "…"}, "fr": …}
  aliases jsonb not null default '[]',
  source_id text references source,
  constraint actor_kind check (kind in
    ('state', 'government-unit', 'national-society', 'organisation', 'body', 'group', 'area'))
);

-- What holds of an actor, by which source, since when known. Never updated, never deleted: a later datum
-- supersedes or retracts it.
create table datum (
  actor_id text not null references actor,
  datum_id uuid not null,
  kind text not null,
  external_id text,            -- the id its file gave it, for importing the same file twice
  subject_id text,             -- what it is about, where that is not the actor: a meeting, a request, a discovery
  held_from date,              -- in the world: first day
  held_until date,             -- first day it no longer holds; null while open (states) or for a single day (events)
  held_edtf text,              -- the date as the source gave it, with its precision
  known_from date not null,    -- received or published
  recorded_at timestamptz not null default now(),
  supersedes uuid,
  retracts uuid,
  source_id text references source,
  locator text,
  quotation text,
  language text,
  tier text not null default 'public',
  entered boolean not null default false,  -- entered here, not received: stays out of anything published
  body jsonb not null,
  primary key (actor_id, datum_id),
  constraint datum_tier check (tier in ('public', 'partner', 'restricted')),
  constraint datum_interval check (held_until is null or held_from is null or held_from < held_until),
  constraint datum_supersedes_or_retracts check (supersedes is null or retracts is null)
);
create index datum_by_kind on datum (kind, actor_id);
create unique index datum_external on datum (actor_id, kind, external_id) where external_id is not null;
create index datum_superseded on datum (supersedes) where supersedes is not null;
create index datum_retracted on datum (retracts) where retracts is not null;

-- A datum of kind `status-event`, with the columns memberships are computed from.
create table status_event (
  actor_id text not null,
  datum_id uuid not null,
  treaty text not null,
  kind text not null,
  notified_on date,            -- signature or deposit with the depositary
  effective_on date,           -- in force for, or withdrawn by, this actor
  primary key (actor_id, datum_id),
  foreign key (actor_id, datum_id) references datum,
  constraint status_event_kind check (kind in ('signature', 'ratification', 'acceptance', 'approval', 'accession',
    'succession', 'provisional-application', 'withdrawal', 'status-claim'))
);
create index status_event_by_treaty on status_event (treaty, actor_id);

-- A register says for which dates it is complete, partial or empty, and by whose word.
create table coverage (
  coverage_id uuid primary key,
  register text not null,      -- a kind of datum, an obligation, or a treaty's status
  held_from date not null,
  held_until date,             -- first day not covered; null = until further notice
  level text not null,
  stated_by text not null,
  known_from date not null,
  recorded_at timestamptz not null default now(),
  note text,
  constraint coverage_level check (level in ('complete', 'partial', 'none'))
);
create index coverage_by_register on coverage (register);

create table instrument (
  instrument_id text primary key,
  kind text not null,
  title text not null,
  status text not null,
  sha256 text not null,
  source_id text references source,
  recorded_at timestamptz not null default now(),
  body jsonb not null,
  constraint instrument_status check (status in ('draft', 'adopted', 'superseded'))
);

-- A report is actor + obligation + period; its submitted versions never change.
create table report_version (
  actor_id text not null references actor,
  report_id uuid not null,
  obligation text not null,
  covers_year integer not null,
  subject_id text,             -- for reports about a record, such as a committee's analysis of a request
  version integer not null,
  received_on date not null,
  supersedes uuid,
  language text,
  source_id text references source,
  document jsonb not null default '{}',   -- facts of the document itself: title, pages, form, sha256
  submission_sha256 text not null,
  entered boolean not null default false,
  recorded_at timestamptz not null default now(),
  primary key (actor_id, report_id)
);
create unique index report_version_number
  on report_version (actor_id, obligation, covers_year, coalesce(subject_id, ''), version);
create index report_version_by_period on report_version (obligation, covers_year);

-- One claim of one report version on one question, with its evidence. States are kept apart everywhere:
-- a question without a row in a report that was received is "not reported (silent)".
create table answer (
  actor_id text not null,
  datum_id uuid not null,
  report_id uuid not null,
  question text not null,
  state text not null,
  silence text,
  number numeric,
  unit text,
  text text,
  locator text,
  quotation text,
  language text,
  coded_by text,
  confirmed_by text,
  primary key (actor_id, datum_id),
  foreign key (actor_id, report_id) references report_version,
  constraint answer_state check (state in ('yes', 'partly', 'no', 'not reported', 'not applicable')),
  constraint answer_silence check ((state = 'not reported') = (silence is not null)),
  constraint answer_silence_reason check (silence is null or silence in ('no report', 'silent'))
);
create unique index answer_by_question on answer (actor_id, report_id, question);

-- Computed, never entered: a cache of what the rules give. A test deletes it and gets the same.
create table value (
  indicator text not null,     -- instrument id + '/' + number
  year integer not null,
  reading text not null,
  as_of date not null,
  known_on date not null,
  rule_hash text not null,
  numerator numeric,
  denominator numeric,
  value numeric,
  status text not null,
  provisional_until date,
  coverage jsonb not null,
  reported_numerator numeric,
  reported_denominator numeric,
  next_change_on date,         -- the day on which it changes by itself, if nothing is written until then
  computed_at timestamptz not null default now(),
  primary key (indicator, year, reading)
);

create table value_member (
  actor_id text not null,
  indicator text not null,
  year integer not null,
  reading text not null,
  member text not null,        -- the actor itself, or the record where the population is one of records
  state text not null,
  in_n numeric not null,
  in_d numeric not null,
  reason text not null,
  datum_ids uuid[] not null,
  primary key (actor_id, indicator, year, reading, member),
  constraint value_member_state check (state in
    ('counted', 'not counted', 'partly', 'not reported', 'not applicable', 'pending', 'unknown'))
);
-- Rows of a value are written together: a range index finds them at a hundredth of a tree's cost to keep, which would be
-- a third of the time a recomputation takes.
create index value_member_by_value on value_member using brin (indicator, year) with (pages_per_range = 16);

create table stale (
  indicator text not null,
  year integer not null,
  since timestamptz not null default now(),
  primary key (indicator, year)
);

-- The audit trail, which is also the job queue: what happened, by whose hand, and whether it was handled.
create table event (
  event_id uuid primary key,
  happened_at timestamptz not null default now(),
  agent text not null,
  action text not null,
  subject text not null,
  detail jsonb not null default '{}',
  handled_at timestamptz
);
create index event_open on event (happened_at) where handled_at is null;
