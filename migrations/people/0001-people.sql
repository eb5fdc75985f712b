-- People, beside the worlds they serve (decision 0021). Runs once, in the schema "people". PostgreSQL 15 subset; collation C.

-- What holds for the installation as a whole.
create table setting (
  key text primary key,
  value text not null
);

-- What was done to people, roles and tokens: the same trail as each world's.
create table event (
  event_id uuid primary key,
  happened_at timestamptz not null default now(),
  agent text not null,
  action text not null,
  subject text not null,
  detail jsonb not null default '{}',
  handled_at timestamptz
);
