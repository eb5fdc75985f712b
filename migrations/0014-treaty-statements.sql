-- Declarations, reservations and objections to treaties: read by their treaty, and by whom an objection is against.
create index datum_statement_treaty on datum ((body ->> 'treaty'), actor_id) where kind = 'treaty-statement';
create index datum_statement_against on datum using gin ((body -> 'against') jsonb_path_ops) where kind = 'treaty-statement';
