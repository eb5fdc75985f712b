-- Letters on their way to people, and what each wants to be reminded of.

-- The outbox. A letter is put here in the transaction of what it tells of; a runner sends it, and tries again for a day.
create table letter (
  letter_id uuid primary key,
  kind text not null,
  person_id text,              -- to a person, at the address of their account
  address text,                -- or to an address, with the name to greet
  name text,
  language text not null,
  "values" jsonb not null,     -- what it is written with; emptied as soon as it is sent or given up
  state text not null default 'waiting',
  tries integer not null default 0,
  made_at timestamptz not null default now(),
  useful_until timestamptz,    -- not sent later
  first_try_at timestamptz,
  next_try_at timestamptz not null default now(),  -- whoever takes it to send it moves this on first
  sent_at timestamptz,
  trouble text,                -- what the mail server said last; no secrets
  constraint letter_to check ((person_id is null) <> (address is null)),
  constraint letter_state check (state in ('waiting', 'failed', 'sent', 'given-up'))
);
create index letter_open on letter (next_try_at) where state in ('waiting', 'failed');
create index letter_of_person on letter (person_id);

-- When somebody wants to be reminded; without a row, once a week on Monday.
create table digest_choice (
  person_id text primary key,
  how_often text not null,
  weekday integer not null,    -- 1 Monday … 7 Sunday (ISO 8601)
  changed_at timestamptz not null default now(),
  constraint digest_how_often check (how_often in ('never', 'daily', 'weekly')),
  constraint digest_weekday check (weekday between 1 and 7)
);

-- The days on which it was looked what somebody is to be reminded of: each once, however often the server starts.
create table digest_day (
  person_id text not null,
  day date not null,
  letter_id uuid,              -- null: there was nothing to say
  primary key (person_id, day)
);
