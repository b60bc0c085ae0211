package dev.dormouse.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dormouse.cli.Console.Ran;
import dev.dormouse.sandbox.LoopbackServer;
import dev.dormouse.sandbox.Reply;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The audit log out of a bucket, with every fault. */
@SuppressWarnings("InlineFormatString") // a page of XML reads better apart from its use
class BucketFaultsTest {

    private static final String FILE = "audit-log.jsonl";

    @TempDir
    Path folder;

    private final LoopbackServer bucket = new LoopbackServer();
    private Instant modified = Exports.NOW.minus(Duration.ofHours(1));
    private int announced = Exports.auditLog().length();
    private Reply listing = Reply.empty(200);
    private Reply object = text(Exports.auditLog());

    @BeforeEach
    void write() {
        Exports exports = new Exports(folder).write();
        exports.configure(Exports.example()
                        .replace("# sourceMaxAge: 2d", "sourceMaxAge: 2d")
                        .replace("files: audit-log*.jsonl", "files: \"s3://exports/audit-log*.jsonl\"")
                + "\ns3: {endpoint: \"" + bucket.uri()
                + "\", accessKeyId: AKIASANDBOX, secretAccessKey: sandbox-secret}\n");
        bucket.route("GET", "/exports/?", request -> listing.status() == 200 ? listing() : listing);
        bucket.route("GET", "/exports/" + FILE, request -> object);
    }

    @AfterEach
    void close() {
        bucket.close();
    }

    /** What can happen to a bucket. */
    enum Fault {
        NO_BUCKET,
        NO_OBJECT,
        LISTING_FORBIDDEN,
        OBJECT_FORBIDDEN,
        EMPTY,
        CUT_OFF,
        SHORTER_AT_A_LINE,
        STALE,
        OTHER_FORMAT,
        WEB_PAGE,
        SERVER_ERROR
    }

    @Test
    void without_a_fault_exactly_the_unused_are_dormant() {
        Ran healthy = scan();
        assertThat(healthy.exit()).as(healthy.err()).isZero();
        assertThat(healthy.accounts("dormant")).containsExactlyInAnyOrderElementsOf(Exports.logins("dormant"));
    }

    @ParameterizedTest
    @EnumSource
    void nobody_becomes_dormant_by_the_fault_and_the_message_names_source_and_object(Fault fault) {
        damage(fault);
        Ran faulty = scan();
        assertThat(Exports.logins("dormant")).containsAll(faulty.accounts("dormant"));
        assertThat(faulty.exit()).as(faulty.err()).isEqualTo(4);
        assertThat(faulty.err().lines())
                .anySatisfy(line -> assertThat(line)
                        .startsWith("unhealthy: audit-log of github/exports: ")
                        .contains("s3://exports")
                        .endsWith("; nobody becomes dormant by it"));
        assertThat(faulty.err()).doesNotContain("sandbox-secret");
    }

    private void damage(Fault fault) {
        switch (fault) {
            case NO_BUCKET -> listing = error(404, "NoSuchBucket");
            case NO_OBJECT -> object = error(404, "NoSuchKey");
            case LISTING_FORBIDDEN -> listing = error(403, "AccessDenied");
            case OBJECT_FORBIDDEN -> object = error(403, "AccessDenied");
            case EMPTY -> replace("");
            case CUT_OFF -> object = text(Exports.auditLog().substring(0, 700));
            case SHORTER_AT_A_LINE ->
                replace(Exports.auditLog().substring(0, Exports.auditLog().indexOf('\n', 900) + 1));
            case STALE -> modified = Exports.NOW.minus(Duration.ofDays(3));
            case OTHER_FORMAT -> replace("created_at,id,login\n2020-01-01,1,dormant-0\n");
            case WEB_PAGE -> replace("<!DOCTYPE html><html><title>Sign in</title></html>");
            case SERVER_ERROR -> listing = error(500, "InternalError");
        }
    }

    private void replace(String content) {
        announced = content.length();
        object = text(content);
    }

    private Reply listing() {
        String xml = """
            <?xml version="1.0" encoding="UTF-8"?>
            <ListBucketResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/"><Name>exports</Name><Prefix>audit-log</Prefix>\
            <KeyCount>1</KeyCount><MaxKeys>1000</MaxKeys><IsTruncated>false</IsTruncated><Contents><Key>audit-log.jsonl</Key>\
            <LastModified>%s</LastModified><ETag>"1"</ETag><Size>%d</Size><StorageClass>STANDARD</StorageClass></Contents>\
            </ListBucketResult>
            """.formatted(modified, announced);
        return new Reply(200, Map.of("Content-Type", "application/xml"), xml);
    }

    private static Reply text(String content) {
        return new Reply(200, Map.of("Content-Type", "application/octet-stream", "ETag", "\"1\""), content);
    }

    private static Reply error(int status, String code) {
        return new Reply(
                status,
                Map.of("Content-Type", "application/xml"),
                "<Error><Code>" + code + "</Code><Message>refused</Message></Error>");
    }

    private Ran scan() {
        return Console.run("scan", folder.toString(), "--now", Exports.NOW.toString(), "--output", "json");
    }
}
