package dev.dormouse.connectors.files;

import dev.dormouse.spi.AccountRecord;
import dev.dormouse.spi.Listing;
import dev.dormouse.spi.ListsAccounts;
import java.util.function.Consumer;

/** Files that list all accounts. */
final class AccountFiles implements FilesConnector, ListsAccounts {

    private final AccountsFormat format;
    private final FilesClient client;

    AccountFiles(AccountsFormat format, FilesClient client) {
        this.format = format;
        this.client = client;
    }

    @Override
    public long bytes() {
        return client.bytes();
    }

    @Override
    public Listing listAccounts(Consumer<AccountRecord> sink) {
        AccountsReader reader = format.reader(sink, client.instants());
        return client.readAll(file -> {
            long before = reader.records();
            reader.read(file);
            if (reader.records() == before) {
                // Everybody would be gone, and an application always has an account that runs it.
                throw file.fault(
                        FilesErrorCode.FILES_EMPTY,
                        1,
                        1,
                        "the list names nobody, which no organisation can be; export it again with an account that may"
                                + " see all members");
            }
        });
    }
}
