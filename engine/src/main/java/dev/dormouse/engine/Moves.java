package dev.dormouse.engine;

import dev.dormouse.core.cases.Case;
import dev.dormouse.core.cases.Move;
import java.util.ArrayList;
import java.util.List;

/** Gathers moves and commits many of them at once: one commit, many cases. Flush before any effect is made. */
final class Moves {

    private static final int BATCH = 500;

    private final PassContext pass;
    private final Writer writer;
    private final List<Pair> pairs = new ArrayList<>();

    Moves(PassContext pass) {
        this.pass = pass;
        this.writer = new Writer(pass);
    }

    void add(Case before, Move move) {
        if (!move.changes(before)) {
            return;
        }
        pairs.add(new Pair(before, move));
        if (pairs.size() >= BATCH) {
            flush();
        }
    }

    void flush() {
        if (pairs.isEmpty()) {
            return;
        }
        pass.ledger().write(transaction -> {
            pairs.forEach(pair -> writer.save(transaction, pair.before(), pair.move()));
            return pairs.size();
        });
        pairs.clear();
    }

    private record Pair(Case before, Move move) {}
}
