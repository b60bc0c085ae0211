package dev.dormouse.connectors.s3;

import dev.dormouse.spi.FileStore;
import java.util.Comparator;
import java.util.List;

/** The objects of buckets as files. */
final class S3FileStore implements FileStore {

    private final Buckets buckets;

    S3FileStore(Buckets buckets) {
        this.buckets = buckets;
    }

    @Override
    public List<StoredFile> find(String pattern) {
        Address address = Address.of(pattern);
        List<StoredFile> found = address.hasWildcard() ? buckets.list(address) : buckets.look(address);
        return found.stream().sorted(Comparator.comparing(StoredFile::name)).toList();
    }
}
