-- Runs on H2 and PostgreSQL.

-- What administrators changed while the server ran; it counts more than what was said at the start.
CREATE TABLE setting (
    name    VARCHAR(100) NOT NULL,
    content VARCHAR(4000) NOT NULL,
    who     VARCHAR(3071) NOT NULL,
    changed TIMESTAMP WITH TIME ZONE NOT NULL,
    PRIMARY KEY (name)
);
