-- Runs on H2 and PostgreSQL.

-- What is said to everybody of a domain who comes in.
CREATE TABLE notice (
    domain  VARCHAR(1023) NOT NULL,
    kind    VARCHAR(16) NOT NULL,
    text    VARCHAR(4000) NOT NULL,
    set_at  TIMESTAMP WITH TIME ZONE NOT NULL,
    PRIMARY KEY (domain, kind)
);
