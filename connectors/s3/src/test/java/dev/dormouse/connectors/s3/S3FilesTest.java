package dev.dormouse.connectors.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.adobe.testing.s3mock.S3MockApplication;
import dev.dormouse.spi.AccountRecord;
import dev.dormouse.spi.ActivitySink;
import dev.dormouse.spi.ConnectorException;
import dev.dormouse.spi.ConnectorProvider;
import dev.dormouse.spi.Feed;
import dev.dormouse.spi.FileStore;
import dev.dormouse.spi.FileStore.StoredFile;
import dev.dormouse.spi.FileStoreProvider;
import dev.dormouse.spi.Patience;
import dev.dormouse.spi.Problem;
import dev.dormouse.spi.Reaction;
import dev.dormouse.spi.ReportsActivity;
import dev.dormouse.spi.SettingsException;
import dev.dormouse.spi.Sighting;
import dev.dormouse.spi.Surroundings;
import dev.dormouse.testkit.MapSettings;
import dev.dormouse.testkit.SettableClock;
import java.io.IOException;
import java.io.InputStream;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

class S3FilesTest {

    private static final String SECRET = "do-not-print-me";
    private static final Map<String, String> KEYS = Map.of("accessKeyId", "id-do-not-print", "secretAccessKey", SECRET);
    private static final Instant NOW = Instant.parse("2099-01-01T00:00:00Z");

    @TempDir
    private static Path root;

    private static S3MockApplication mock;
    private static String endpoint;
    private static S3Client client;

    // Discouraged because the class paths mix; here nothing else is on it, and no second JVM needs to be watched.
    @SuppressWarnings("deprecation")
    @BeforeAll
    static void start() {
        // It adds its own properties to the map.
        Map<String, Object> properties = new HashMap<>();
        properties.put(S3MockApplication.PROP_HTTP_PORT, S3MockApplication.RANDOM_PORT);
        properties.put(S3MockApplication.PROP_HTTPS_PORT, S3MockApplication.RANDOM_PORT);
        properties.put(S3MockApplication.PROP_SILENT, true);
        properties.put("com.adobe.testing.s3mock.store.root", root.toString());
        mock = S3MockApplication.start(properties);
        endpoint = "http://127.0.0.1:" + mock.getHttpPort();
        client = S3Client.builder()
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .endpointOverride(URI.create(endpoint))
                .forcePathStyle(true)
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("id", SECRET)))
                .build();
        client.createBucket(bucket -> bucket.bucket("exports"));
    }

    @AfterAll
    static void stop() {
        client.close();
        mock.stop();
    }

    private static FileStore store(Map<String, ?> more) {
        Map<String, Object> settings = new HashMap<>(KEYS);
        settings.put("endpoint", endpoint);
        settings.putAll(more);
        return new S3Files().open(MapSettings.of(settings));
    }

    private static void put(String key, String content) {
        client.putObject(object -> object.bucket("exports").key(key), RequestBody.fromString(content));
    }

    private static List<String> names(String pattern) {
        return store(Map.of()).find(pattern).stream().map(StoredFile::name).toList();
    }

    @Test
    void a_bucket_is_found_by_its_scheme() {
        assertThat(ServiceLoader.load(FileStoreProvider.class))
                .extracting(FileStoreProvider::scheme)
                .contains("s3");
    }

    @Test
    void stars_and_question_marks_match_within_the_last_part_in_the_order_of_names() {
        for (String key : List.of("w/b.json", "w/a.json", "w/a.json.bak", "w/.a.json", "w/sub/c.json", "wa.json")) {
            put(key, "[]");
        }
        assertThat(names("s3://exports/w/*.json")).containsExactly("s3://exports/w/a.json", "s3://exports/w/b.json");
        assertThat(names("s3://exports/w/?.json")).hasSize(2);
        assertThat(names("s3://exports/w*.json")).containsExactly("s3://exports/wa.json");
        assertThat(names("s3://exports/w/sub/c.json")).containsExactly("s3://exports/w/sub/c.json");
        assertThat(names("s3://exports/w/c.json")).isEmpty();
        assertThat(names("s3://exports/w/c*.json")).isEmpty();
    }

    @Test
    void more_than_a_thousand_objects_are_listed_to_the_last() {
        IntStream.range(0, 1001).parallel().forEach(i -> put("many/" + i + ".json", "[]"));
        assertThat(names("s3://exports/many/*.json")).hasSize(1001).doesNotHaveDuplicates();
    }

    @Test
    void an_object_tells_its_size_and_time_and_can_be_opened_again() throws IOException {
        put("one/a.json", "[\"caf\u00E9\"]");
        for (String pattern : List.of("s3://exports/one/a.json", "s3://exports/one/*")) {
            StoredFile file = store(Map.of()).find(pattern).getFirst();
            assertThat(file.size()).isEqualTo(9);
            assertThat(file.modified()).isBetween(NOW.minusSeconds(100L * 366 * 86_400), NOW);
            for (int i = 0; i < 2; i++) {
                try (InputStream content = file.open()) {
                    assertThat(content.readAllBytes()).asString().isEqualTo("[\"caf\u00E9\"]");
                }
            }
        }
    }

    @Test
    void an_object_that_was_replaced_after_it_was_found_is_refused() {
        put("changed/a.json", "[]");
        StoredFile file = store(Map.of()).find("s3://exports/changed/*").getFirst();
        put("changed/a.json", "[1]");
        assertThatThrownBy(file::open)
                .isInstanceOf(ConnectorException.class)
                .hasMessage(
                        "s3://exports/changed/a.json: was replaced or removed after it was found; run again when it is"
                                + " written");
        client.deleteObject(object -> object.bucket("exports").key("changed/a.json"));
        assertThatThrownBy(file::open).hasMessageContaining("was replaced or removed");
    }

    @Test
    void a_bucket_that_is_not_there_is_named() {
        for (String pattern : List.of("s3://nowhere/a.json", "s3://nowhere/*.json")) {
            assertThatThrownBy(() -> store(Map.of()).find(pattern))
                    .isInstanceOfSatisfying(ConnectorException.class, e -> {
                        assertThat(e.code()).isEqualTo(S3ErrorCode.S3_NO_BUCKET);
                        assertThat(e.reaction()).isInstanceOf(Reaction.Gone.class);
                        assertThat(e).hasMessageStartingWith(pattern + ": there is no such bucket (S3 answered 404");
                    });
        }
    }

    @Test
    void a_service_that_does_not_answer_is_unavailable_and_no_credential_is_told() throws IOException {
        String closed;
        try (ServerSocket socket = new ServerSocket(0)) {
            closed = "http://127.0.0.1:" + socket.getLocalPort();
        }
        assertThatThrownBy(() -> store(Map.of("endpoint", closed)).find("s3://exports/*.json"))
                .isInstanceOfSatisfying(ConnectorException.class, e -> {
                    assertThat(e.reaction()).isInstanceOf(Reaction.Unavailable.class);
                    assertThat(e)
                            .hasMessage(
                                    "s3://exports/*.json: S3 cannot be reached (ConnectException); see that `endpoint`"
                                            + " and the network are well and run again");
                });
    }

    @Test
    void an_address_or_a_setting_that_cannot_be_meant_is_refused() {
        for (String pattern : List.of("s3://exports", "s3://exports/", "s3://ex*/a.json", "s3://exports/*/a.json")) {
            assertThatThrownBy(() -> store(Map.of()).find(pattern))
                    .hasMessage(pattern + ": write s3://bucket/folder/name, where only the name may hold * and ?");
        }
        assertThatThrownBy(() -> store(Map.of("endpoint", "s3.example.org")))
                .isInstanceOf(SettingsException.class)
                .hasMessage("endpoint write an address such as https://s3.example.org:9000");
        assertThatThrownBy(() -> store(Map.of("pathStyle", "yes"))).hasMessage("pathStyle write true or false");
        assertThatThrownBy(() -> new S3Files().open(MapSettings.of(Map.of("accessKeyId", "a"))))
                .hasMessageStartingWith("secretAccessKey is needed too");
    }

    @Test
    void a_configuration_does_not_print_its_credentials() {
        assertThat(S3Config.of(MapSettings.of(KEYS)).toString()).doesNotContain("do-not-print");
    }

    @Test
    void a_feed_from_a_bucket_tells_the_same_as_from_a_folder(@TempDir Path folder) throws IOException {
        String people =
                "[{\"login\":\"a\",\"last_active\":\"2024-06-01T00:00:00Z\"},{\"login\":\"b\",\"last_active\":null}]";
        Files.writeString(folder.resolve("export-a.json"), people);
        Files.writeString(folder.resolve("export-b.json"), people.replace("\"a\"", "\"c\""));
        put("feed/export-a.json", people);
        put("feed/export-b.json", people.replace("\"a\"", "\"c\""));
        Told local = read(local(folder), "export-*.json");
        Told remote = read(store(Map.of()), "s3://exports/feed/export-*.json");
        assertThat(remote.feed.fingerprint()).isEqualTo(local.feed.fingerprint());
        assertThat(remote.feed.records()).isEqualTo(4);
        assertThat(remote.told).isEqualTo(local.told).hasSize(4);
    }

    @Test
    void a_feed_from_a_bucket_that_is_cut_off_is_an_error() {
        put("cut/export.json", "[{\"login\":\"a\",\"last_active\":\"2024-06-01T00:00:00Z\"},");
        assertThatThrownBy(() -> read(store(Map.of()), "s3://exports/cut/export.json"))
                .hasMessageStartingWith("s3://exports/cut/export.json:1:5")
                .hasMessageContaining("the file is cut off");
    }

    private static FileStore local(Path folder) {
        return ServiceLoader.load(FileStoreProvider.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(provider -> provider.scheme().equals("file"))
                .findFirst()
                .orElseThrow()
                .open(MapSettings.of(Map.of("folder", folder.toString())));
    }

    private static Told read(FileStore files, String pattern) {
        ConnectorProvider provider =
                ServiceLoader.load(ConnectorProvider.class).findFirst().orElseThrow();
        Surroundings surroundings = new Surroundings(new SettableClock(NOW), files, new Once());
        MapSettings settings = MapSettings.of(Map.of("format", "github-people-page", "files", pattern));
        List<String> told = new ArrayList<>();
        Feed feed = ((ReportsActivity) provider.connect(settings, surroundings)).readActivity(new Listener(told));
        return new Told(told, feed);
    }

    private record Told(List<String> told, Feed feed) {}

    private record Listener(List<String> told) implements ActivitySink {

        @Override
        public void sighting(Sighting sighting) {
            // The positions name the store.
            told.add(sighting.getClass().getSimpleName() + " " + sighting.account());
        }

        @Override
        public void attributes(AccountRecord account) {
            told.add(account.toString());
        }

        @Override
        public void problem(Problem problem) {
            told.add(problem.message());
        }
    }

    private record Once() implements Patience {
        @Override
        public <T> T read(Supplier<T> call) {
            return call.get();
        }
    }
}
