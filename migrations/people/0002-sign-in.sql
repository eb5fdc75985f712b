-- People and how they sign in: the tables of better-auth, under names of ours (src/accounts/auth-tables.ts), as its
-- `compileMigrations` writes them. Whom the audit trail names is `person.id`; when somebody is forgotten the row goes, and
-- with it everything that is only theirs.
create table person (
  id text not null primary key,
  name text not null,
  email text not null,
  email_verified boolean not null,
  image text,                            -- the library's; nothing is kept here
  created_at timestamptz not null default current_timestamp,
  updated_at timestamptz not null default current_timestamp,
  has_second_factor boolean,
  language text not null,
  constraint person_email unique (email)
);

-- `token`: the SHA-256 of what the cookie holds. Addresses and browsers are not kept: `ip_address` and `user_agent` stay empty.
create table session (
  id text not null primary key,
  expires_at timestamptz not null,
  token text not null,
  created_at timestamptz not null default current_timestamp,
  updated_at timestamptz not null,
  ip_address text,
  user_agent text,
  person_id text not null references person (id) on delete cascade,
  second_factor text,                    -- totp, recovery-code, provider; null: not yet, and the session is nobody's
  constraint session_token unique (token)
);
create index session_person_id_idx on session (person_id);

-- What somebody signs in with: a password (scrypt), or their account with the provider. Its tokens are not kept.
create table credential (
  id text not null primary key,
  account_id text not null,
  provider_id text not null,
  person_id text not null references person (id) on delete cascade,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  password text,
  created_at timestamptz not null default current_timestamp,
  updated_at timestamptz not null,
  constraint credential_of_provider unique (provider_id, account_id)
);
create index credential_person_id_idx on credential (person_id);

-- What is under way: a sign-in that waits for its second factor, a way to the provider and back, a link for a new password.
create table verification (
  id text not null primary key,
  identifier text not null,              -- the SHA-256 of what somebody has to bring
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null default current_timestamp,
  updated_at timestamptz not null default current_timestamp
);
create index verification_identifier_idx on verification (identifier);

create table second_factor (
  id text not null primary key,
  secret text not null,                  -- encrypted with the installation's secret, which is not in the database
  recovery_codes text not null,          -- SHA-256 of each that is left, as a JSON list
  person_id text not null references person (id) on delete cascade,
  verified boolean,
  failed_verification_count integer,
  locked_until timestamptz,
  last_code_sha256 text                  -- of the code taken last, which is not taken twice
);
create index second_factor_secret_idx on second_factor (secret);
create unique index second_factor_person_id_idx on second_factor (person_id);

-- Tries to sign in that failed in a row, by the SHA-256 of what was tried: an address, whether or not anybody has it.
create table sign_in_failure (
  subject_sha256 text primary key,
  failures integer not null,
  last_failed_at timestamptz not null,
  waits_until timestamptz not null
);
