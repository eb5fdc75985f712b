-- A statement about a register may be about the records of one actor alone: who answers for its own records cannot say
-- anything about those of others. Null: about everyone's, as all statements of before.
alter table coverage add column actor_id text references actor;
alter table coverage add column entered boolean not null default false;  -- declared at the desk, not received
create index coverage_by_actor on coverage (actor_id) where actor_id is not null;
