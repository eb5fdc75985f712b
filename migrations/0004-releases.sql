-- Releases: a year's figures of a plan, frozen with everything they rest on. What is frozen is never updated; what comes
-- later (a committee's comment, a signature) is added beside it, and never changed either.
create table release (
  sha256 text primary key,     -- of the payload's canonical form, hex; the first twelve digits are its name
  plan text not null,
  year integer not null,
  as_of date not null,
  known_on date not null,
  payload text not null,       -- canonical (RFC 8785)
  recorded_at timestamptz not null default now(),
  constraint release_sha256 check (sha256 ~ '^[0-9a-f]{64}$')
);

create table release_addition (
  release_sha256 text not null references release,
  addition_id uuid not null,   -- in the order they were added
  kind text not null,
  content_sha256 text not null,
  body jsonb not null,
  recorded_at timestamptz not null default now(),
  primary key (release_sha256, addition_id),
  constraint release_addition_kind check (kind in ('comment', 'signature'))
);
create unique index release_addition_once on release_addition (release_sha256, kind, content_sha256);
