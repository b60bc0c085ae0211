package dev.dormouse.connectors.s3;

import dev.dormouse.spi.FileStore;
import dev.dormouse.spi.FileStoreProvider;
import dev.dormouse.spi.Settings;

/**
 * Opens {@code s3://bucket/key}. Settings: {@code region}, {@code endpoint}, {@code pathStyle} (true with an endpoint of
 * one's own), {@code accessKeyId} and {@code secretAccessKey}, {@code sessionToken}; without them, what the AWS SDK finds
 * in its surroundings.
 */
public final class S3Files implements FileStoreProvider {

    @Override
    public String scheme() {
        return "s3";
    }

    @Override
    public FileStore open(Settings settings) {
        return new S3FileStore(new Buckets(S3Config.of(settings)));
    }
}
