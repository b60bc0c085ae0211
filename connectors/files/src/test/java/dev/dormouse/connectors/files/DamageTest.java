package dev.dormouse.connectors.files;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dormouse.connectors.files.Feeds.Told;
import dev.dormouse.spi.ConnectorException;
import dev.dormouse.spi.Reaction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What a damaged file does, for every format: it ends with an error, and what was told before is part of what the whole
 * file tells. The exceptions, where a cut file is itself whole and valid, are written out here.
 */
class DamageTest {

    private static final Pattern POSITION = Pattern.compile("feed\\.[a-z]+:\\d+:\\d+: \\S.*");

    enum Sample {
        CLOUD_REPORT(
                "github-dormant-report",
                """
                created_at,id,login,role,last_logged_ip,2fa_enabled?,outside_collaborator
                2011-05-04 10:06:20 +0100,1,joe,user,192.0.2.1,true,false
                2011-05-04 10:06:20 +0100,2,"ann",user,192.0.2.1,true,true
                """,
                cut -> cut.endsWith("\n")
                        || cut.endsWith("outside_collaborator")
                        || cut.endsWith(",true,false")
                        || cut.endsWith(",true,true")),
        SERVER_REPORT(
                "github-dormant-report",
                """
                created_at,id,login,email,role,suspended?,last_logged_ip,repos,ssh_keys,org_memberships,dormant?,last_active,raw_login,2fa_enabled?
                2011-05-04 10:06:20 +0100,1,a,a@example.org,user,false,192.0.2.1,2,1,1,true,2023-01-02 03:04:05 UTC,a,true
                2011-05-04 10:06:20 +0100,2,b,,user,false,192.0.2.1,2,1,1,false,,b,false
                """,
                cut -> cut.endsWith("\n")
                        || cut.endsWith("2fa_enabled?")
                        || cut.endsWith(",a,true")
                        || cut.endsWith(",b,false")),
        PEOPLE_PAGE("github-people-page", """
                [{"login": "jo\u00EB", "last_active": "2023-01-20T14:51:47.000+01:00", "tfa_enabled": true},
                 {"login": "b", "last_active": "No activity", "is_public": null}]
                """, cut -> cut.endsWith("]")),
        AUDIT_ARRAY(
                "github-audit-log",
                "[{\"actor\":\"a\",\"@timestamp\":1718798400000},{\"actor\":\"b\",\"@timestamp\":1718798400001}]",
                cut -> false),
        AUDIT_LINES(
                "github-audit-log",
                "{\"actor\":\"a\",\"@timestamp\":1718798400000}\n{\"actor\":\"b\",\"@timestamp\":1718798400001}\n",
                cut -> cut.endsWith("}") || cut.endsWith("\n")),
        AUTH0_ARRAY(
                "auth0-users",
                "[{\"nickname\":\"a\",\"last_login\":\"2024-06-16T12:00:00.000Z\"},{\"nickname\":\"b\"}]",
                cut -> false),
        AUTH0_PAGE("auth0-users", "{\"users\":[{\"nickname\":\"a\"},{\"nickname\":\"b\"}],\"total\":2}", cut -> false),
        AUTH0_LINES(
                "auth0-users",
                "{\"nickname\":\"a\"}\n{\"nickname\":\"b\"}\n",
                cut -> cut.endsWith("}") || cut.endsWith("\n")),
        MEMBERS("github-members", "[{\"login\":\"a\",\"id\":1},{\"login\":\"b\",\"id\":22}]", cut -> false),
        MEMBERS_PAGES(
                "github-members",
                "[{\"login\":\"a\",\"id\":1}]\n[\"b\"]",
                cut -> cut.endsWith("]") || cut.endsWith("\n")),
        MEMBERS_LINES("github-members", "alice\nbob\n", cut -> cut.endsWith("\n"));

        final String format;
        final String content;

        @SuppressWarnings("ImmutableEnumChecker") // a lambda without state
        final Predicate<String> whole;

        Sample(String format, String content, Predicate<String> whole) {
            this.format = format;
            this.content = content;
            this.whole = whole;
        }

        Told read(byte[] bytes) {
            MemoryFiles files = new MemoryFiles().with("feed.txt", bytes);
            return format.equals("github-members") ? Feeds.list(files) : Feeds.read(files, format);
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static void assertPrefix(List<?> part, List<?> whole, String where) {
        assertThat(part).as(where).isEqualTo(whole.subList(0, part.size()));
    }

    private static void assertOneLineWithPosition(ConnectorException failure, String where) {
        assertThat(failure.getMessage()).as(where).matches(POSITION);
        assertThat(failure.reaction()).as(where).isInstanceOf(Reaction.Invalid.class);
    }

    @ParameterizedTest
    @EnumSource
    void a_file_cut_at_any_byte_is_an_error_unless_it_is_itself_whole(Sample sample) {
        Told all = sample.read(utf8(sample.content));
        assertThat(all.failure).isNull();
        byte[] bytes = utf8(sample.content);
        for (int length = 0; length < bytes.length; length++) {
            byte[] cut = Arrays.copyOf(bytes, length);
            Told told = sample.read(cut);
            String where = sample + " cut after " + length + " bytes";
            assertPrefix(told.sightings, all.sightings, where);
            assertPrefix(told.accounts, all.accounts, where);
            assertThat(told.problems).as(where).isEmpty();
            if (told.failure != null) {
                assertOneLineWithPosition(told.failure, where);
            } else {
                assertThat(sample.whole).as(where).accepts(new String(cut, StandardCharsets.UTF_8));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_packed_file_cut_at_any_byte_is_an_error(Sample sample) {
        byte[] packed = MemoryFiles.gzip(sample.content);
        assertThat(sample.read(packed).sightings).isEqualTo(sample.read(utf8(sample.content)).sightings);
        for (int length = 0; length < packed.length; length++) {
            String where = sample + " packed, cut after " + length + " bytes";
            assertOneLineWithPosition(sample.read(Arrays.copyOf(packed, length)).failure(), where);
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_packed_file_with_a_flipped_bit_is_an_error_unless_the_bit_meant_nothing(Sample sample) {
        byte[] packed = MemoryFiles.gzip(sample.content);
        // The first ten bytes are the head, of which time and system may be anything.
        for (int at = 10; at < packed.length; at++) {
            byte[] damaged = packed.clone();
            damaged[at] ^= 0x10;
            Told told = sample.read(damaged);
            if (told.failure == null) {
                // The last byte of the compressed data is filled up with bits that nobody reads.
                assertThat(at).as(sample + " with a flip").isEqualTo(packed.length - 9);
                assertThat(told.sightings).isEqualTo(sample.read(packed).sightings);
            }
        }
    }

    @Test
    void packed_files_behind_each_other_are_one_and_a_cut_within_the_second_is_noticed() {
        Sample sample = Sample.AUDIT_LINES;
        byte[] one = MemoryFiles.gzip("{\"actor\":\"a\",\"@timestamp\":1718798400000}\n");
        byte[] both = Arrays.copyOf(one, one.length * 2);
        System.arraycopy(one, 0, both, one.length, one.length);
        assertThat(sample.read(both).sightings).hasSize(2);
        for (int length = one.length + 1; length < both.length; length++) {
            assertThat(sample.read(Arrays.copyOf(both, length)).failure().code())
                    .isEqualTo(FilesErrorCode.FILES_CUT_OFF);
        }
    }

    @ParameterizedTest
    @EnumSource
    void nothing_white_space_a_web_page_and_an_archive_are_refused(Sample sample) {
        assertThat(sample.read(new byte[0]).failure()).hasMessage("feed.txt:1:1: the file is empty; export it again");
        assertThat(sample.read(utf8(" \r\n\t\n")).failure())
                .hasMessageContaining("it holds nothing but white space")
                .extracting("code")
                .isEqualTo(FilesErrorCode.FILES_EMPTY);
        assertThat(sample.read(utf8("\n<!DOCTYPE html><title>Sign in</title>")).failure())
                .hasMessageContaining("it is an HTML page, perhaps of a sign-in");
        assertThat(sample.read(new byte[] {'P', 'K', 3, 4, 0, 0}).failure())
                .hasMessageContaining("it is a ZIP archive that must be unpacked first");
        assertThat(sample.read(utf8("\u0000\u0001\u0002")).failure).isNotNull();
    }

    @ParameterizedTest
    @EnumSource
    void the_files_of_other_formats_are_refused_as_a_whole(Sample sample) {
        for (Sample other : Sample.values()) {
            boolean understood = other.format.equals(sample.format)
                    || (sample.format.equals("github-members") && other == Sample.PEOPLE_PAGE);
            if (!understood) {
                assertOneLineWithPosition(sample.read(utf8(other.content)).failure(), sample + " reads " + other);
            }
        }
    }

    @Test
    void damage_in_the_middle_names_its_place_and_keeps_what_was_before() {
        Told told = Sample.AUDIT_LINES.read(
                utf8("{\"actor\":\"a\",\"@timestamp\":1718798400000}\n{\"actor\":\"b\",\"@tim\n{\"actor\":\"c\"}\n"));
        assertThat(told.sightings).hasSize(1);
        assertThat(told.failure())
                .hasMessageStartingWith("feed.txt:2:")
                .hasMessageContaining("not valid JSON from here on: Illegal unquoted character")
                .hasMessageEndingWith("; export it again");
    }

    @Test
    void a_file_of_another_size_than_announced_changed_while_it_was_read() {
        MemoryFiles files = new MemoryFiles().announced("feed.txt", Sample.MEMBERS.content, 4711);
        assertThat(Feeds.list(files).failure())
                .hasMessageStartingWith("feed.txt: 4711 bytes were announced and 44 were read");
    }

    @Test
    void no_file_is_an_error_that_says_what_to_put_there() {
        assertThat(Feeds.read(new MemoryFiles(), "github-people-page").failure())
                .hasMessage(
                        "*: no such file; put the export there (the JSON export of an organisation's People page) or"
                                + " correct `files`")
                .extracting("code")
                .isEqualTo(FilesErrorCode.FILES_NOT_FOUND);
    }
}
