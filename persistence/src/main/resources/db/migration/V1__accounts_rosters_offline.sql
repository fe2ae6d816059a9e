-- Runs on H2 and PostgreSQL. ${bytes} is what holds more than a mebibyte, the end of H2's BYTEA.
-- An account's address is its key, the domain first; all that belongs to an account goes with it.
-- 1023 is the longest part of an address in bytes (RFC 7622, 3.1), so it is enough in characters.

CREATE TABLE account (
    domain   VARCHAR(1023) NOT NULL,
    username VARCHAR(1023) NOT NULL,
    role     VARCHAR(16) NOT NULL,
    created  TIMESTAMP WITH TIME ZONE NOT NULL,
    PRIMARY KEY (domain, username)
);

-- None for an account whose password is kept elsewhere.
CREATE TABLE account_verifier (
    domain     VARCHAR(1023) NOT NULL,
    username   VARCHAR(1023) NOT NULL,
    hash       VARCHAR(16) NOT NULL,
    salt       BYTEA NOT NULL,
    iterations INTEGER NOT NULL,
    stored_key BYTEA NOT NULL,
    server_key BYTEA NOT NULL,
    PRIMARY KEY (domain, username, hash),
    FOREIGN KEY (domain, username) REFERENCES account (domain, username) ON DELETE CASCADE
);

-- Its row is locked while a roster changes, so that versions come one after the other. The counts belong to roster_contact.
CREATE TABLE roster (
    domain   VARCHAR(1023) NOT NULL,
    username VARCHAR(1023) NOT NULL,
    version  BIGINT NOT NULL,
    oldest   BIGINT NOT NULL,
    items    INTEGER NOT NULL,
    removals INTEGER NOT NULL,
    requests INTEGER NOT NULL,
    PRIMARY KEY (domain, username),
    FOREIGN KEY (domain, username) REFERENCES account (domain, username) ON DELETE CASCADE
);

-- All that is known of one contact: the item (listed), that it was removed (not listed, with the version of the removal),
-- and the request to subscribe that waits for an answer (request is not null).
-- The digest of the contact stands in the key: two long addresses do not fit into an index entry of PostgreSQL (2704 bytes).
CREATE TABLE roster_contact (
    domain       VARCHAR(1023) NOT NULL,
    username     VARCHAR(1023) NOT NULL,
    digest       VARCHAR(43) NOT NULL,
    contact      VARCHAR(3071) NOT NULL,
    listed       BOOLEAN NOT NULL,
    name         VARCHAR NOT NULL,
    group_names  VARCHAR NOT NULL,
    subscription VARCHAR(4) NOT NULL,
    ask          BOOLEAN NOT NULL,
    approved     BOOLEAN NOT NULL,
    version      BIGINT NOT NULL,
    request      ${bytes},
    request_id   VARCHAR NOT NULL,
    request_lang VARCHAR NOT NULL,
    PRIMARY KEY (domain, username, digest),
    FOREIGN KEY (domain, username) REFERENCES roster (domain, username) ON DELETE CASCADE
);

-- Its row is locked while messages are put in or taken out, so that it can be counted and numbered without looking at them.
CREATE TABLE offline_box (
    domain      VARCHAR(1023) NOT NULL,
    username    VARCHAR(1023) NOT NULL,
    letters     INTEGER NOT NULL,
    last_number BIGINT NOT NULL,
    PRIMARY KEY (domain, username),
    FOREIGN KEY (domain, username) REFERENCES account (domain, username) ON DELETE CASCADE
);

CREATE TABLE offline_letter (
    domain   VARCHAR(1023) NOT NULL,
    username VARCHAR(1023) NOT NULL,
    number   BIGINT NOT NULL,
    sender   VARCHAR(3071) NOT NULL,
    receiver VARCHAR(3071) NOT NULL,
    id       VARCHAR NOT NULL,
    type     VARCHAR NOT NULL,
    lang     VARCHAR NOT NULL,
    payload  ${bytes} NOT NULL,
    arrived  TIMESTAMP WITH TIME ZONE NOT NULL,
    PRIMARY KEY (domain, username, number),
    FOREIGN KEY (domain, username) REFERENCES offline_box (domain, username) ON DELETE CASCADE
);

CREATE TABLE last_presence (
    domain   VARCHAR(1023) NOT NULL,
    username VARCHAR(1023) NOT NULL,
    lang     VARCHAR NOT NULL,
    payload  ${bytes} NOT NULL,
    left_at  TIMESTAMP WITH TIME ZONE NOT NULL,
    PRIMARY KEY (domain, username),
    FOREIGN KEY (domain, username) REFERENCES account (domain, username) ON DELETE CASCADE
);

-- The row without a name is locked while a secret is made.
CREATE TABLE secret (
    name    VARCHAR(100) NOT NULL,
    content BYTEA,
    PRIMARY KEY (name)
);

INSERT INTO secret (name) VALUES ('');
