package dev.dormouse.ledger;

/** One room for each table. */
record Rooms(
        Cases cases,
        CaseChanges caseChanges,
        Intents intents,
        Journal journal,
        Versions versions,
        Statuses statuses,
        SourceMemories sources,
        GroupMemories groups,
        Cursors cursors) {

    static Rooms in(Database database) {
        return new Rooms(
                new Cases(database),
                new CaseChanges(database),
                new Intents(database),
                new Journal(database),
                new Versions(database),
                new Statuses(database),
                new SourceMemories(database),
                new GroupMemories(database),
                new Cursors(database));
    }
}
