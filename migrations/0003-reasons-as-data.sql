-- Reasons are kept as data, and put into words where somebody reads them (decision 0010). Values are a cache of what the
-- rules give: those that hold sentences are forgotten, and computed again when asked for.
delete from value_member;
delete from value;
comment on column value_member.reason is 'a key with its values, as JSON';
