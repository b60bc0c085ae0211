package dev.dormouse.connectors.s3;

import dev.dormouse.connectors.s3.S3Config.PathStyle;
import dev.dormouse.spi.FileStore.StoredFile;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Object;

/** The calls to S3, with every failure classified. The SDK repeats what may succeed at the next attempt. */
final class Buckets {

    private final S3Config config;
    private @Nullable S3Client client;

    Buckets(S3Config config) {
        this.config = config;
    }

    /** All objects of one folder that match, over as many pages as there are. */
    List<StoredFile> list(Address address) {
        return call(
                address.written(),
                () -> client()
                        .listObjectsV2Paginator(request -> request.bucket(address.bucket())
                                .prefix(address.prefix())
                                .delimiter("/"))
                        .contents()
                        .stream()
                        .filter(object -> address.matches(object.key()))
                        .map(object -> file(address.bucket(), object))
                        .toList());
    }

    /** One object by its full name; needs no permission to list. */
    List<StoredFile> look(Address address) {
        return call(address.written(), () -> {
            try {
                HeadObjectResponse head = client().headObject(
                                request -> request.bucket(address.bucket()).key(address.prefix()));
                return List.of(new ObjectFile(
                        this,
                        address.bucket(),
                        address.prefix(),
                        head.eTag(),
                        head.lastModified(),
                        head.contentLength()));
            } catch (NoSuchKeyException absent) {
                // The answer to HEAD has no body that would tell a missing object from a missing bucket.
                client().headBucket(request -> request.bucket(address.bucket()));
                return List.of();
            }
        });
    }

    private StoredFile file(String bucket, S3Object object) {
        return new ObjectFile(this, bucket, object.key(), object.eTag(), object.lastModified(), object.size());
    }

    /** The content of exactly the object that was found; one that was written meanwhile is refused. */
    private InputStream open(ObjectFile file) {
        return call(
                file.name(),
                () -> new ClassifyingStream(
                        client().getObject(request ->
                                request.bucket(file.bucket).key(file.key).ifMatch(file.eTag)),
                        file.name()));
    }

    private static <T> T call(String name, Supplier<T> call) {
        try {
            return call.get();
        } catch (SdkException e) {
            throw S3Faults.of(name, e);
        }
    }

    /** Made at the first call: the SDK looks for credentials and a region when it is built, which takes its time. */
    private synchronized S3Client client() {
        if (client == null) {
            S3ClientBuilder builder = S3Client.builder()
                    .httpClientBuilder(UrlConnectionHttpClient.builder())
                    .overrideConfiguration(override -> override.retryStrategy(AwsRetryStrategy.standardRetryStrategy()))
                    .forcePathStyle(config.pathStyle() == PathStyle.PATH);
            if (config.region() != null) {
                builder.region(Region.of(config.region()));
            }
            if (config.endpoint() != null) {
                builder.endpointOverride(config.endpoint());
            }
            if (config.credentials() != null) {
                builder.credentialsProvider(StaticCredentialsProvider.create(config.credentials()));
            }
            client = builder.build();
        }
        return client;
    }

    /** One object as it was found. */
    private record ObjectFile(Buckets buckets, String bucket, String key, String eTag, Instant modified, long size)
            implements StoredFile {

        @Override
        public String name() {
            return "s3://" + bucket + "/" + key;
        }

        @Override
        public InputStream open() {
            return buckets.open(this);
        }
    }
}
