-- The trail of what was done to people becomes a chain, as in each world: each event has its place and the digest of the
-- one before it, and says what it touched. See migrations/0010-audit-chain.sql.
alter table event
  add column seq bigint,               -- from 1, without a gap, in the order of the commits
  add column previous_sha256 text,     -- digest of the event before it
  add column sha256 text;              -- of everything it says, its place and its things (src/db/chain.ts)
create unique index event_in_order on event (seq);
create index event_by_agent on event (agent, seq);

-- What an event touched, as it was and as it is; covered by the event's digest.
create table event_thing (
  seq bigint not null,
  position integer not null,           -- within the event, from 0
  thing text not null,                 -- a kind and an id, such as fact:MNG/0190…
  before jsonb,
  after jsonb,
  primary key (seq, position)
);
create index event_thing_by_thing on event_thing (thing, seq);

-- Where the chain ends. Whoever writes an event holds this row until the transaction ends.
create table event_head (
  one boolean primary key default true,
  seq bigint not null,
  sha256 text not null,
  written_seq bigint not null,         -- the last event that changed what is held: reads and drafts do not
  written_sha256 text not null,
  constraint event_head_is_one check (one)
);
insert into event_head (seq, sha256, written_seq, written_sha256)
values (0, repeat('0', 64), 0, repeat('0', 64));
