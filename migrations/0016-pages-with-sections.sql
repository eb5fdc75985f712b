-- Sections on their way that a draft of a page was frozen with: they are approved and published together with it, all or none.
alter table page_version add column sections jsonb not null default '[]'; -- [{"draftId", "sha256"}], in the order they were begun
