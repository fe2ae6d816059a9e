-- Runs on H2 and PostgreSQL.
-- Groups of accounts of one domain. A name is at most 100 characters, so that with two parts of an address it fits into an index entry of
-- PostgreSQL (2704 bytes).

CREATE TABLE contact_group (
    domain       VARCHAR(1023) NOT NULL,
    name         VARCHAR(100) NOT NULL,
    display_name VARCHAR(256) NOT NULL,
    description  VARCHAR(1000) NOT NULL,
    sharing      VARCHAR(16) NOT NULL,
    PRIMARY KEY (domain, name)
);

-- Whose members see the group on their contact lists.
CREATE TABLE contact_group_audience (
    domain   VARCHAR(1023) NOT NULL,
    name     VARCHAR(100) NOT NULL,
    audience VARCHAR(100) NOT NULL,
    PRIMARY KEY (domain, name, audience),
    FOREIGN KEY (domain, name) REFERENCES contact_group (domain, name) ON DELETE CASCADE,
    FOREIGN KEY (domain, audience) REFERENCES contact_group (domain, name) ON DELETE CASCADE
);

CREATE INDEX contact_group_audience_other ON contact_group_audience (domain, audience);

CREATE TABLE contact_group_member (
    domain   VARCHAR(1023) NOT NULL,
    name     VARCHAR(100) NOT NULL,
    username VARCHAR(1023) NOT NULL,
    PRIMARY KEY (domain, name, username),
    FOREIGN KEY (domain, name) REFERENCES contact_group (domain, name) ON DELETE CASCADE,
    FOREIGN KEY (domain, username) REFERENCES account (domain, username) ON DELETE CASCADE
);

CREATE INDEX contact_group_member_account ON contact_group_member (domain, username);
