-- Articles, their revisions and the bytes as received.
--
-- PostgreSQL reads the same text with BYTEA for BLOB. Every primary key starts with the key that the rows of a sharded database would be
-- spread by: article_id, and request_id for requests. The other indexes are not unique, so that each shard can keep its own.
-- Moments are microseconds since 1970-01-01T00:00:00Z.

-- One row: what the store as a whole knows.
CREATE TABLE store (
    id BIGINT NOT NULL PRIMARY KEY CHECK (id = 1),
    token_key BLOB NOT NULL,       -- 32 random bytes
    last_sequence BIGINT NOT NULL, -- last given to an article; never given again
    created BIGINT NOT NULL
);

CREATE TABLE articles (
    article_id TEXT NOT NULL PRIMARY KEY,
    sequence BIGINT NOT NULL,      -- order of creation, by which lists go
    host TEXT NOT NULL,            -- of the address of the latest revision, lower case; '' for none
    created BIGINT NOT NULL
);
CREATE INDEX articles_by_sequence ON articles (sequence);
CREATE INDEX articles_by_host ON articles (host, sequence);

CREATE TABLE revisions (
    article_id TEXT NOT NULL REFERENCES articles (article_id),
    number BIGINT NOT NULL,        -- 1, 2, 3 ... without a gap
    etag TEXT NOT NULL,            -- hash over sha256, form, media_type, canonical address, published
    sha256 TEXT NOT NULL,          -- of the bytes, lower-case hexadecimal
    size_bytes BIGINT NOT NULL,
    form BIGINT NOT NULL,
    media_type TEXT NOT NULL,
    uri TEXT NOT NULL,
    published TEXT NOT NULL,
    created BIGINT NOT NULL,
    checksum BLOB NOT NULL,        -- SHA-256 over the other columns
    PRIMARY KEY (article_id, number)
);

-- Apart from revisions, so that a list without contents does not read them. The padding keeps the bytes off pages that rows share; its
-- length rests on the columns and their order. PostgreSQL has no use for it.
CREATE TABLE contents (
    article_id TEXT NOT NULL,
    number BIGINT NOT NULL,
    padding BLOB NOT NULL,
    bytes BLOB NOT NULL,
    PRIMARY KEY (article_id, number),
    FOREIGN KEY (article_id, number) REFERENCES revisions (article_id, number)
);

-- Answers to writes that came with a request id. What else was in the answer is in the request, which has to be the same again; so
-- nothing of a deleted article stays here but a hash.
CREATE TABLE requests (
    request_id TEXT NOT NULL PRIMARY KEY,
    payload BLOB NOT NULL,         -- SHA-256 over the named fields of the request
    number BIGINT NOT NULL,        -- of the answer; 0 for a deletion, and so the next three
    revisions BIGINT NOT NULL,
    article_created BIGINT NOT NULL,
    created BIGINT NOT NULL,
    received BIGINT NOT NULL
);
CREATE INDEX requests_by_received ON requests (received);
