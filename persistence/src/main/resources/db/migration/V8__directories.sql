-- Runs on H2 and PostgreSQL.

-- The directories of companies that administrators told of while the server ran.
CREATE TABLE directory (
    name    VARCHAR(100) NOT NULL,
    who     VARCHAR(3071) NOT NULL,
    changed TIMESTAMP WITH TIME ZONE NOT NULL,
    PRIMARY KEY (name)
);

CREATE TABLE directory_value (
    name     VARCHAR(100) NOT NULL,
    title    VARCHAR(100) NOT NULL,
    content  VARCHAR NOT NULL,
    PRIMARY KEY (name, title),
    FOREIGN KEY (name) REFERENCES directory (name) ON DELETE CASCADE
);

-- How the last look at a directory went, also at one that a file tells of.
CREATE TABLE directory_round (
    name    VARCHAR(100) NOT NULL,
    began   TIMESTAMP WITH TIME ZONE NOT NULL,
    millis  BIGINT NOT NULL,
    mark    VARCHAR NOT NULL,
    people  INTEGER NOT NULL,
    teams   INTEGER NOT NULL,
    problem VARCHAR NOT NULL,
    skipped VARCHAR NOT NULL,
    PRIMARY KEY (name)
);

-- What was last known of an account whose password a directory has. Closed is true when the directory is why the account is locked.
CREATE TABLE directory_person (
    domain    VARCHAR(1023) NOT NULL,
    username  VARCHAR(1023) NOT NULL,
    directory VARCHAR(100) NOT NULL,
    dn        VARCHAR NOT NULL,
    name      VARCHAR NOT NULL,
    mail      VARCHAR NOT NULL,
    state     VARCHAR(16) NOT NULL,
    closed    BOOLEAN NOT NULL,
    PRIMARY KEY (domain, username),
    FOREIGN KEY (domain, username) REFERENCES account (domain, username) ON DELETE CASCADE
);

-- Where a group comes from that no administrator made.
CREATE TABLE directory_team (
    domain    VARCHAR(1023) NOT NULL,
    name      VARCHAR(100) NOT NULL,
    directory VARCHAR(100) NOT NULL,
    dn        VARCHAR NOT NULL,
    PRIMARY KEY (domain, name),
    FOREIGN KEY (domain, name) REFERENCES contact_group (domain, name) ON DELETE CASCADE
);
