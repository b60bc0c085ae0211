package dev.dormouse.connectors.files;

/** Reads the files of a list of accounts. */
interface AccountsReader extends FileReader {

    /** How many accounts were listed so far. */
    long records();
}
