package dev.dormouse.core.workflow;

import dev.dormouse.core.workflow.ReviewStage.Templates;
import dev.dormouse.core.workflow.Workflow.IfIgnored;
import dev.dormouse.core.workflow.Workflow.OnBounce;
import dev.dormouse.core.workflow.Workflow.OnReturn;
import dev.dormouse.core.workflow.Workflow.Review;
import dev.dormouse.core.yaml.Keys;
import dev.dormouse.core.yaml.Shown;
import dev.dormouse.core.yaml.Yaml;
import dev.dormouse.core.yaml.Yaml.Entries;
import dev.dormouse.core.yaml.Yaml.Text;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads {@code review} and the keys beside it that are about people. */
final class ReviewReader {

    private static final String IF_IGNORED = "ifIgnored";

    private final Document document;
    private final Keys workflow;
    private IfIgnored ifIgnored;

    ReviewReader(Document document, Keys workflow) {
        this.document = document;
        this.workflow = workflow;
        this.ifIgnored = workflow.word(IF_IGNORED, IfIgnored.END);
    }

    Review read() {
        Yaml review = workflow.find("review");
        List<ReviewStage> stages = review instanceof Text text && !text.isNothing() ? none(text) : stages();
        requireReview(review, stages);
        OnReturn onReturn = workflow.word("onReturn", OnReturn.STOP);
        OnBounce onBounce = workflow.word("onBounce", OnBounce.HOLD);
        return new Review(stages, ifIgnored, onReturn, onBounce);
    }

    private List<ReviewStage> none(Text text) {
        if (!text.value().equals("none")) {
            workflow.fault("review", "must be a list of stages, or none, not " + Shown.value(text.value()));
        }
        return List.of();
    }

    private List<ReviewStage> stages() {
        List<ReviewStage> stages = new ArrayList<>();
        List<Yaml> items = workflow.items("review");
        for (int i = 0; i < items.size(); i++) {
            Keys stage = Keys.of(
                    items.get(i), "in review stage " + (i + 1) + " of workflow " + document.name(), document.faults());
            if (items.get(i) instanceof Entries entries
                    && entries.byKey().keySet().equals(Set.of(IF_IGNORED))) {
                ifIgnoredInList(stage, i == items.size() - 1);
            } else {
                stages.add(stage(stage));
            }
        }
        return stages;
    }

    /** Tolerated as the last item of the list. */
    private void ifIgnoredInList(Keys item, boolean last) {
        if (workflow.has(IF_IGNORED) || !last) {
            item.fault(IF_IGNORED, "must be written once, beside 'review'");
        }
        ifIgnored = item.word(IF_IGNORED, IfIgnored.END);
    }

    /** Silence about the review must not mean that people lose access in silence. */
    private void requireReview(@Nullable Yaml review, List<ReviewStage> stages) {
        boolean removes = !workflow.items("removal").isEmpty();
        boolean commanded = workflow.find("trigger") instanceof Text trigger
                && trigger.value().equals("command");
        boolean saysNone = review instanceof Text text && text.value().equals("none");
        if (removes && stages.isEmpty() && !saysNone && !commanded) {
            document.faults()
                    .add(
                            workflow.at("removal"),
                            "workflow " + document.name() + " removes accounts but asks nobody;"
                                    + " add a 'review', or write 'review: none' if they are to go unannounced");
        }
        if (!removes && commanded) {
            document.faults()
                    .add(
                            workflow.at("trigger"),
                            "workflow " + document.name() + " is 'trigger: command' but has no 'removal'");
        }
        if (!removes && ifIgnored == IfIgnored.REMOVE) {
            document.faults()
                    .add(
                            workflow.at(IF_IGNORED),
                            "workflow " + document.name() + " says 'ifIgnored: remove' but has no 'removal'");
        }
    }

    private ReviewStage stage(Keys stage) {
        List<Text> ask = stage.texts("ask");
        if (ask.isEmpty()) {
            document.faults()
                    .add(stage.at("ask"), "missing key 'ask' " + stage.where() + "; write owner or e-mail addresses");
        }
        ask.forEach(one -> document.requireRecipient(one, stage));
        document.refuseTwice(ask, "ask", stage);
        Window within = document.window(stage, "within");
        List<Window> remind = remind(stage, within);
        String announce = document.template(stage, "template", "announce");
        String reminder = document.template(stage, "remindTemplate", "remind");
        String channel = document.channel(stage);
        stage.refuseOthers();
        return new ReviewStage(
                ask.stream().map(Text::value).toList(), within, remind, channel, new Templates(announce, reminder));
    }

    private List<Window> remind(Keys stage, Window within) {
        Duration whole = Windows.roughly(within);
        Set<Duration> seen = new HashSet<>();
        List<Window> remind = new ArrayList<>();
        for (Text text : stage.texts("remind")) {
            Window before = document.window(stage, "remind", text);
            if (!before.equals(Document.UNREAD)
                    && !within.equals(Document.UNREAD)
                    && Windows.roughly(before).compareTo(whole) >= 0) {
                document.faults()
                        .add(
                                text.at(),
                                "'remind' " + stage.where() + ": " + Shown.value(text.value())
                                        + " before the deadline is not after the notice; 'within' is " + within);
            }
            if (!seen.add(Windows.roughly(before)) && !before.equals(Document.UNREAD)) {
                document.twice(text.at(), text.value(), "'remind' " + stage.where());
            }
            remind.add(before);
        }
        remind.sort(Comparator.comparing(Windows::roughly).reversed());
        return remind;
    }
}
