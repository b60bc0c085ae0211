CREATE TABLE group_memories (
    workflow TEXT NOT NULL,
    application TEXT NOT NULL,
    entitlement TEXT NOT NULL,
    usual_accounts INTEGER NOT NULL,
    shrunk_to INTEGER,
    PRIMARY KEY (workflow, application, entitlement)
) STRICT;
