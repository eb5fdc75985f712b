-- What signs the cookie of a browser that somebody has signed in with before: another value, and all of them are over.
alter table person add column browsers_key text not null default '';

-- The session that began to set a second factor up: another one is shown a secret of its own.
alter table second_factor add column begun_in text;
