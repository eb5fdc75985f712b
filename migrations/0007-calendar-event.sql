-- What calendars last said of each day: so that an event that changes has a higher sequence than before, in every feed
-- that holds it, and one that is owed no more is called off. Nothing is deleted: an event that comes back goes on counting.
create table calendar_event (
  actor_id text not null,      -- who owes; whoever has left the register may still have an event to call off
  event_key text not null,     -- of the duty owed: instrument/duty/actor/instance
  duty text not null,          -- instrument/duty
  due date not null,           -- the day last published
  title text not null,         -- of the duty, to call it off by
  article text,
  digest text not null,        -- of everything the event says, in no language
  sequence integer not null default 0,
  changed_at timestamptz not null,
  gone boolean not null default false,  -- called off
  primary key (actor_id, event_key)
);
create index calendar_event_by_duty on calendar_event (duty);
