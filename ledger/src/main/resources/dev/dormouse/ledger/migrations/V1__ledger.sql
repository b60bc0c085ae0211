-- Instants are microseconds since 1970-01-01T00:00:00Z.

CREATE TABLE cases (
    id INTEGER PRIMARY KEY,
    workflow TEXT NOT NULL,
    version INTEGER NOT NULL,
    application TEXT NOT NULL,
    account TEXT NOT NULL,
    login TEXT NOT NULL,
    remote_id TEXT,
    address TEXT,
    opened INTEGER NOT NULL,
    cause TEXT NOT NULL,
    state TEXT NOT NULL,
    is_open INTEGER NOT NULL CHECK (is_open IN (0, 1)),
    due INTEGER,
    ending TEXT,
    ended INTEGER,
    removed INTEGER,
    CHECK ((is_open = 1) = (ended IS NULL))
) STRICT;

CREATE UNIQUE INDEX cases_one_open ON cases (workflow, application, account) WHERE is_open = 1;
CREATE INDEX cases_endings ON cases (workflow, application, account, ended) WHERE is_open = 0;
CREATE INDEX cases_removals ON cases (workflow, removed) WHERE removed IS NOT NULL;

CREATE TABLE intents (
    id INTEGER PRIMARY KEY,
    intent_key TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL,
    workflow TEXT NOT NULL,
    cases TEXT NOT NULL,
    payload TEXT NOT NULL,
    made INTEGER NOT NULL,
    result_word TEXT,
    result_detail TEXT,
    result_remote_id TEXT,
    result_made INTEGER,
    CHECK ((result_word IS NULL) = (result_made IS NULL))
) STRICT;

CREATE INDEX intents_unfinished ON intents (id) WHERE result_word IS NULL;

CREATE TABLE journal (
    seq INTEGER PRIMARY KEY,
    made INTEGER NOT NULL,
    kind TEXT NOT NULL,
    workflow TEXT NOT NULL,
    case_id INTEGER NOT NULL,
    subject TEXT NOT NULL,
    actor TEXT NOT NULL,
    words TEXT NOT NULL,
    details TEXT NOT NULL,
    previous TEXT NOT NULL,
    hash TEXT NOT NULL
) STRICT;

CREATE TABLE journal_head (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    seq INTEGER NOT NULL,
    hash TEXT NOT NULL
) STRICT;

INSERT INTO journal_head (id, seq, hash)
VALUES (1, 0, '0000000000000000000000000000000000000000000000000000000000000000');

CREATE TRIGGER journal_no_update BEFORE UPDATE ON journal
BEGIN
    SELECT RAISE(ABORT, 'the journal is append-only: no entry can be changed');
END;

CREATE TRIGGER journal_no_delete BEFORE DELETE ON journal
BEGIN
    SELECT RAISE(ABORT, 'the journal is append-only: no entry can be deleted');
END;

-- INSERT OR REPLACE deletes without asking the trigger above.
CREATE TRIGGER journal_at_the_end BEFORE INSERT ON journal
WHEN NEW.seq <> (SELECT coalesce(max(seq), 0) + 1 FROM journal)
BEGIN
    SELECT RAISE(ABORT, 'the journal is append-only: an entry can only be added at the end');
END;

CREATE TABLE versions (
    workflow TEXT NOT NULL,
    version INTEGER NOT NULL,
    whole TEXT NOT NULL,
    selecting TEXT NOT NULL,
    acting TEXT NOT NULL,
    document TEXT NOT NULL,
    made INTEGER NOT NULL,
    PRIMARY KEY (workflow, version)
) STRICT;

CREATE TABLE statuses (
    workflow TEXT PRIMARY KEY,
    approved_version INTEGER NOT NULL,
    plan TEXT,
    quarantine TEXT,
    released TEXT
) STRICT;

CREATE TABLE source_memories (
    source TEXT NOT NULL,
    application TEXT NOT NULL,
    usual_records INTEGER NOT NULL,
    fingerprint TEXT NOT NULL,
    first_seen INTEGER NOT NULL,
    PRIMARY KEY (source, application)
) STRICT;

CREATE TABLE cursors (
    name TEXT PRIMARY KEY,
    seq INTEGER NOT NULL
) STRICT;
