-- Which action or indicator of one plan is which of another, as a person decided it. Decisions are added, never changed:
-- of several about one pair the last one holds, so that a rejection takes back a confirmation. Proposals are not stored.
create table crosswalk_decision (
  entry bigint generated always as identity primary key,
  from_plan text not null,
  to_plan text not null,
  kind text not null,
  from_id text not null,           -- '' where the promise has no counterpart in the earlier plan
  to_id text not null,             -- '' where it has none in the later one
  relation text not null,
  likeness integer,                -- of the words, in thousandths, as proposed; null where there is one side only
  decision text not null,
  decided_by text not null,
  decided_on date not null,
  note text not null default '',
  recorded_at timestamptz not null default now(),
  constraint crosswalk_kind check (kind in ('action', 'indicator')),
  constraint crosswalk_relation check (relation in ('same', 'reworded', 'split', 'merged', 'no counterpart')),
  constraint crosswalk_decision_word check (decision in ('confirmed', 'rejected')),
  constraint crosswalk_sides check (from_id <> '' or to_id <> '')
);
create index crosswalk_decision_by_plans on crosswalk_decision (from_plan, to_plan);
