-- An address for mail that somebody wants from now on. It is theirs when the link in its letter is used, or, where no letters
-- are sent (no token), when an administrator says so.
create table address_change (
  person_id text primary key references person (id) on delete cascade,
  address text not null,
  token_sha256 text,
  asked_at timestamptz not null default now(),
  expires_at timestamptz not null,
  constraint address_change_token unique (token_sha256)
);
