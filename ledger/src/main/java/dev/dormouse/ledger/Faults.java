package dev.dormouse.ledger;

import java.nio.file.Path;
import java.sql.SQLException;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** Says in one line what SQLite says in its own words, for every statement, whoever ran it. */
final class Faults implements ExecuteListener {

    private static final long serialVersionUID = 1L;

    private final transient Path file;

    Faults(Path file) {
        this.file = file;
    }

    @Override
    public void exception(ExecuteContext context) {
        SQLException fault = context.sqlException();
        if (fault != null) {
            context.exception(of(fault));
        }
    }

    LedgerException of(SQLException fault) {
        LedgerErrorCode code = code(fault);
        return new LedgerException(code, "ledger " + file + ": " + advice(code, fault), fault);
    }

    private static LedgerErrorCode code(SQLException fault) {
        int primary = fault instanceof SQLiteException sqlite ? sqlite.getResultCode().code & 0xff : 0;
        if (primary == SQLiteErrorCode.SQLITE_BUSY.code || primary == SQLiteErrorCode.SQLITE_LOCKED.code) {
            return LedgerErrorCode.IN_USE;
        }
        if (primary == SQLiteErrorCode.SQLITE_NOTADB.code) {
            return LedgerErrorCode.NOT_A_LEDGER;
        }
        if (primary == SQLiteErrorCode.SQLITE_CORRUPT.code) {
            return LedgerErrorCode.DAMAGED;
        }
        if (primary == SQLiteErrorCode.SQLITE_CANTOPEN.code || primary == SQLiteErrorCode.SQLITE_PERM.code) {
            return LedgerErrorCode.CANNOT_OPEN;
        }
        if (primary == SQLiteErrorCode.SQLITE_FULL.code
                || primary == SQLiteErrorCode.SQLITE_IOERR.code
                || primary == SQLiteErrorCode.SQLITE_READONLY.code) {
            return LedgerErrorCode.DISK;
        }
        return LedgerErrorCode.DEFECT;
    }

    private static String advice(LedgerErrorCode code, SQLException fault) {
        return switch (code) {
            case IN_USE -> "another process is writing to it; wait until that ends, then try again";
            case NOT_A_LEDGER, TOO_OLD, TOO_NEW, TAMPERED ->
                "this is not a ledger of Dormouse; name another file, or put the backup back";
            case DAMAGED ->
                "the file is damaged; nothing was written to it. Put the newest backup back, together with its"
                        + " journal.head";
            case CANNOT_OPEN -> "it cannot be opened; check that the folder is there and may be written to";
            case DISK ->
                "the disk refused to write (" + line(fault) + "); make room or check its permissions, then"
                        + " try again: nothing of this step was kept";
            case DEFECT -> "unexpected answer of the database (" + line(fault) + "); nothing of this step was kept";
        };
    }

    private static String line(SQLException fault) {
        return String.valueOf(fault.getMessage()).replaceAll("\\R", " ");
    }
}
