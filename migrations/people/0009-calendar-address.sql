-- A private address of a calendar is a token of its own sort: it opens the dates its person is concerned with and nothing
-- else, and no program acts with it.
alter table api_token drop constraint api_token_scope;
alter table api_token add constraint api_token_scope check (
  scopes = '{calendar}'::text[]
  or (scopes <@ '{read,enter,approve,publish}'::text[] and cardinality(scopes) > 0)
);
