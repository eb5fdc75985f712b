-- Personal tokens, with which a program acts for its person. The secret is shown once and never kept: only its SHA-256.
create table api_token (
  token_id uuid primary key,
  person_id text not null references person (id) on delete cascade,
  name text not null,                    -- what its person calls it, such as the program that has it
  beginning text not null,               -- its first characters, to know it again
  sha256 text not null,
  scopes text[] not null,
  made_at timestamptz not null default now(),
  expires_on date not null,              -- the last day it works, in UTC
  last_used_on date,
  withdrawn_at timestamptz,
  constraint api_token_sha256 unique (sha256),
  constraint api_token_scope check (scopes <@ '{read,enter,approve,publish}'::text[] and cardinality(scopes) > 0)
);
create index api_token_person_id_idx on api_token (person_id);
