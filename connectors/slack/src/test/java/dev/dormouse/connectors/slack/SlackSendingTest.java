package dev.dormouse.connectors.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dormouse.sandbox.Reply;
import dev.dormouse.sandbox.slack.Posted;
import dev.dormouse.spi.ConnectorException;
import dev.dormouse.spi.Delivery;
import dev.dormouse.spi.Message;
import dev.dormouse.spi.SendsMessages.Lookup;
import dev.dormouse.spi.SendsMessages.Receipt;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SlackSendingTest {

    private final Workspace workspace = new Workspace();

    @AfterEach
    void close() {
        workspace.close();
    }

    @Test
    void a_message_is_one_section_with_the_subject_in_bold_and_its_key_as_metadata() {
        Receipt receipt = workspace.connector.send(Workspace.message(
                "pass-1/digest", "Removed 3 users from the acme GitHub Organisation.\nSee the journal."));
        assertThat(workspace.slack.messages())
                .containsExactly(new Posted(
                        Workspace.CHANNEL,
                        "1718798400.000001",
                        "Dormant Users Automation",
                        java.util.List.of("*Dormant Users Automation*\nRemoved 3 users from the acme GitHub"
                                + " Organisation.\nSee the journal."),
                        "{\"event_type\":\"dormouse_notice\",\"event_payload\":{\"key\":\"pass-1/digest\"}}"));
        assertThat(receipt.remoteId()).isEqualTo("C033QBE511V:1718798400.000001");
        assertThat(workspace.slack.requests()).hasSize(1);
    }

    @Test
    void what_was_posted_has_arrived() {
        Receipt receipt = workspace.connector.send(Workspace.message("k", "text"));
        assertThat(workspace.connector.fetchDelivery(receipt)).isEqualTo(new Delivery.Delivered());
    }

    @Test
    void markup_in_the_text_can_neither_mention_nor_link() {
        workspace.connector.send(new Message(
                "k", Workspace.CHANNEL, "t", Map.of(), "a & b", "<!channel> <https://evil.example|here>", ""));
        assertThat(workspace.slack.messages().getFirst().text())
                .isEqualTo("*a &amp; b*\n&lt;!channel&gt; &lt;https://evil.example|here&gt;");
    }

    @Test
    void a_long_digest_is_split_between_lines_and_loses_nothing() {
        String lines = IntStream.range(0, 1_000).mapToObj(i -> "user-" + i).collect(Collectors.joining("\n"));
        workspace.connector.send(Workspace.message("k", lines));
        Posted posted = workspace.slack.messages().getFirst();
        assertThat(posted.blocks()).hasSize(3).allMatch(block -> block.length() <= 3_000);
        assertThat(posted.text()).isEqualTo("*Dormant Users Automation*\n" + lines);
    }

    @Test
    void a_digest_that_no_message_can_hold_says_that_it_is_cut() {
        workspace.connector.send(Workspace.message("k", "x".repeat(200_000)));
        Posted posted = workspace.slack.messages().getFirst();
        assertThat(posted.blocks()).hasSize(50);
        assertThat(posted.blocks().getLast())
                .isEqualTo("_The rest does not fit into a message; the list of cases shows all._");
    }

    @Test
    void an_escaped_character_is_not_torn_at_the_edge_of_a_block() {
        assertThat(SlackText.blocks("x".repeat(2_997) + "&amp;" + "y")).containsExactly("x".repeat(2_997), "&amp;y");
        assertThat(SlackText.blocks("x".repeat(2_995) + "&amp;" + "y"))
                .containsExactly("x".repeat(2_995) + "&amp;", "y");
        assertThat(SlackText.blocks("x".repeat(2_999) + "\uD83D\uDC2D"))
                .containsExactly("x".repeat(2_999), "\uD83D\uDC2D");
    }

    @Test
    void a_message_is_found_by_its_key_after_a_crash_also_behind_the_first_page() {
        Receipt receipt = workspace.connector.send(Workspace.message("pass-1/digest", "text"));
        IntStream.range(0, 450).forEach(i -> workspace.slack.say(Workspace.CHANNEL, "chat " + i));
        assertThat(workspace.connector.lookup()).isEqualTo(Lookup.BY_KEY);
        assertThat(workspace
                        .connect(dev.dormouse.sandbox.slack.SlackStandIn.TOKEN)
                        .findSent(Workspace.message("pass-1/digest", "text")))
                .isEqualTo(receipt);
        assertThat(workspace.slack.requests()).hasSize(4);
    }

    @Test
    void a_message_that_was_not_posted_is_not_found() {
        workspace.connector.send(Workspace.message("pass-1/digest", "text"));
        assertThat(workspace.connector.findSent(Workspace.message("pass-2/digest", "text")))
                .isNull();
    }

    @Test
    void the_search_looks_back_thirty_days_and_no_further() {
        workspace.connector.send(Workspace.message("pass-1/digest", "text"));
        workspace.clock.advance(Duration.ofDays(29));
        assertThat(workspace.connector.findSent(Workspace.message("pass-1/digest", "text")))
                .isNotNull();
        workspace.clock.advance(Duration.ofDays(2));
        assertThat(workspace.connector.findSent(Workspace.message("pass-1/digest", "text")))
                .isNull();
    }

    @Test
    void a_channel_with_endless_history_is_not_taken_for_not_posted() {
        workspace.slack.intercept(request ->
                Reply.json(200, "{\"ok\":true,\"messages\":[],\"response_metadata\":{\"next_cursor\":\"more\"}}"));
        assertThatThrownBy(() -> workspace.connector.findSent(Workspace.message("k", "text")))
                .isInstanceOf(ConnectorException.class)
                .hasMessage("Slack channel C033QBE511V: whether message k was posted cannot be told from 50 pages of"
                        + " history; look into the channel and decide");
    }
}
