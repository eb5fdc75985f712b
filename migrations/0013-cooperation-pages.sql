-- Pages of multilateral cooperation: versions as they were frozen, and what readers thought of each. A version never changes;
-- its number comes with its publication, which stands in the table of all publications.
create table page_version (
  sha256 text primary key,             -- of the payload's canonical form, hex; the first twelve digits are its name
  actor_id text not null references actor,
  number integer,                      -- 1, 2, … in the order of publishing; null: a draft
  known_on date not null,              -- whose knowledge it holds
  payload text not null,               -- canonical (RFC 8785)
  frozen_by text not null,             -- agent
  owners jsonb not null,               -- who has to approve it
  recorded_at timestamptz not null default now(),
  constraint page_version_sha256 check (sha256 ~ '^[0-9a-f]{64}$'),
  constraint page_version_number unique (actor_id, number)
);
create index page_version_by_actor on page_version (actor_id, recorded_at);

-- Counts alone: nothing of whoever answered is kept.
create table page_rating (
  page_sha256 text not null references page_version,
  language text not null,              -- of the page they read
  day date not null,
  useful text not null,
  count integer not null,
  primary key (page_sha256, language, day, useful),
  constraint page_rating_useful check (useful in ('yes', 'partly', 'no')),
  constraint page_rating_count check (count > 0)
);

-- Forms that were sent, so that none counts twice; forgotten when the form would not be taken any more anyway.
create table page_rating_form (
  form_sha256 text primary key,
  expires_at timestamptz not null
);
create index page_rating_form_by_expiry on page_rating_form (expires_at);
