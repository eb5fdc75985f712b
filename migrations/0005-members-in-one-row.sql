-- The members of a value stand in one row (decision 0016): lists side by side, a place in them for each member. A cell is
-- computed and read as a whole; a row for every member cost more to keep than everything else of a recomputation.
-- Values are a cache of what the rules give: they are forgotten, and computed again when asked for.
delete from value;
drop table value_member;

create table value_members (
  indicator text not null,      -- instrument id + '/' + number
  year integer not null,
  actors text[] not null,
  members text[] not null,      -- each the actor itself, or the record where the population is one of records
  states text[] not null,
  in_n double precision[] not null,
  in_d double precision[] not null,
  reasons json not null,        -- the different reasons, each a key with its values
  reason_at integer[] not null, -- from 0: which of the reasons
  datum_ids uuid[] not null,    -- those of all members, one after the other
  datums_until integer[] not null, -- how many of them belong to this member and those before it
  primary key (indicator, year),
  constraint value_members_state check (states <@ array['counted', 'not counted', 'partly', 'not reported',
    'not applicable', 'pending', 'unknown'])
);
comment on table value_members is 'the members of each value in its default reading';
