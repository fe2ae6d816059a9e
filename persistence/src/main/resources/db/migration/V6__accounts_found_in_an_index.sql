-- Runs on H2 and PostgreSQL.

-- All that accounts are looked for by, in the order of lists: what is not wanted is passed over without reading its row.
CREATE INDEX account_search ON account (domain, username, role, disabled, locked_until);
