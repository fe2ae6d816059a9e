-- Runs on H2 and PostgreSQL.

-- Who somebody is, as he wrote it: XML, UTF-8. The hash of the photo in it is asked for at each log-in; empty for none.
CREATE TABLE vcard (
    domain     VARCHAR(1023) NOT NULL,
    username   VARCHAR(1023) NOT NULL,
    content    ${bytes} NOT NULL,
    photo_hash VARCHAR(40) NOT NULL,
    PRIMARY KEY (domain, username),
    FOREIGN KEY (domain, username) REFERENCES account (domain, username) ON DELETE CASCADE
);
