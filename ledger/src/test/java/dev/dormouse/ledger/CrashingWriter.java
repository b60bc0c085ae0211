package dev.dormouse.ledger;

import dev.dormouse.core.cases.Case;
import dev.dormouse.core.cases.CaseState.Ending;
import dev.dormouse.core.ledger.Ledger;
import dev.dormouse.core.ledger.LedgerTransaction;
import java.nio.file.Path;

/**
 * A process that writes until it dies. Each transaction opens a case, announces and finishes an effect, ends the case and
 * writes two entries; after each one that returned its number is printed.
 */
final class CrashingWriter {

    /** Entries of the journal for each transaction. */
    static final int ENTRIES = 4;

    private CrashingWriter() {}

    /** @param arguments the ledger; the number of the transaction to die in, and the point within it */
    public static void main(String[] arguments) {
        int last = Integer.parseInt(arguments[1]);
        int point = Integer.parseInt(arguments[2]);
        try (Ledger ledger = SqliteLedger.open(Path.of(arguments[0]))) {
            for (int number = 1; ; number++) {
                int dieAt = number == last ? point : -1;
                int present = number;
                ledger.write(transaction -> work(transaction, present, dieAt));
                System.out.println(number);
                System.out.flush();
            }
        }
    }

    private static int work(LedgerTransaction transaction, int number, int dieAt) {
        Case opened = transaction.open(Samples.fresh("user-" + number));
        die(dieAt == 1);
        transaction.append(Samples.draft("opened " + opened.id()));
        transaction.intend(Samples.intent("step-" + number, opened.id()));
        die(dieAt == 3);
        transaction.finish("step-" + number, new dev.dormouse.core.ledger.Intent.Result("done", "", "", Samples.NOW));
        transaction.save(Samples.ended(opened, Ending.REMOVED, Samples.NOW));
        transaction.append(Samples.draft("ended " + opened.id()));
        die(dieAt == 5);
        return number;
    }

    private static void die(boolean now) {
        if (now) {
            Runtime.getRuntime().halt(137);
        }
    }
}
