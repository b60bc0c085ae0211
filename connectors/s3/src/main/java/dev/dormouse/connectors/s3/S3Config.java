package dev.dormouse.connectors.s3;

import dev.dormouse.spi.Settings;
import java.net.URI;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;

/**
 * How to reach the buckets.
 *
 * @param region null: that of the surroundings (environment, profile, instance)
 * @param endpoint null: Amazon's own
 * @param credentials null: those of the surroundings
 */
record S3Config(
        @Nullable String region,
        @Nullable URI endpoint,
        PathStyle pathStyle,
        @Nullable AwsCredentials credentials) {

    /** Where the bucket stands in the address of a request. */
    enum PathStyle {
        HOST,
        PATH
    }

    static S3Config of(Settings settings) {
        URI endpoint = endpoint(settings);
        // What is not Amazon seldom has a host name for each bucket, and does not care about the region.
        String region = settings.findText("region");
        return new S3Config(
                region == null && endpoint != null ? "us-east-1" : region,
                endpoint,
                pathStyle(settings, endpoint),
                credentials(settings));
    }

    private static @Nullable URI endpoint(Settings settings) {
        String endpoint = settings.findText("endpoint");
        if (endpoint == null) {
            return null;
        }
        if (!endpoint.matches("https?://[^/\\s@]+/?")) {
            throw settings.fault("endpoint", "write an address such as https://s3.example.org:9000");
        }
        return URI.create(endpoint);
    }

    private static PathStyle pathStyle(Settings settings, @Nullable URI endpoint) {
        String written = settings.text("pathStyle", endpoint == null ? "false" : "true");
        return switch (written.toLowerCase(Locale.ROOT)) {
            case "true" -> PathStyle.PATH;
            case "false" -> PathStyle.HOST;
            default -> throw settings.fault("pathStyle", "write true or false");
        };
    }

    private static @Nullable AwsCredentials credentials(Settings settings) {
        String id = settings.findText("accessKeyId");
        String secret = settings.findText("secretAccessKey");
        String session = settings.findText("sessionToken");
        if (id == null && secret == null) {
            return null;
        }
        if (id == null || secret == null) {
            String missing = id == null ? "accessKeyId" : "secretAccessKey";
            throw settings.fault(
                    missing, "is needed too; or leave out both to use the credentials of the surroundings");
        }
        return session == null
                ? AwsBasicCredentials.create(id, secret)
                : AwsSessionCredentials.create(id, secret, session);
    }

    /** Without the credentials. */
    @Override
    public String toString() {
        return "S3Config[region=" + region + ", endpoint=" + endpoint + ", pathStyle=" + pathStyle + "]";
    }
}
