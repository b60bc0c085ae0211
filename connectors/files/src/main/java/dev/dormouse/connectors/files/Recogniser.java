package dev.dormouse.connectors.files;

import dev.dormouse.connectors.files.mapping.Extraction;
import dev.dormouse.connectors.files.mapping.Mapping;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds the mapping that fits the first records of a file best. */
final class Recogniser {

    private static final int SAMPLE = 100;

    private final LogConfig config;

    Recogniser(LogConfig config) {
        this.config = config;
    }

    /**
     * @param reason why, in one line; null where somebody had chosen it
     * @param mapping null where none fits
     * @param empty there is no record that could fit any
     */
    record Choice(@Nullable Mapping mapping, @Nullable String reason, boolean empty) {}

    /** Gives an extraction the first records of the file, as many as it takes. */
    interface Sample extends Consumer<Extraction> {}

    Choice choose(Sample sample) {
        if (config.chosen() != null) {
            return new Choice(config.chosen(), null, false);
        }
        List<Score> all =
                config.known().stream().map(mapping -> score(mapping, sample)).toList();
        List<Score> scores = all.stream().filter(score -> score.weight > 0).toList();
        boolean certain =
                scores.stream().anyMatch(score -> !score.mapping.recognition().last());
        Score best = null;
        for (Score score : scores) {
            boolean candidate = !certain || !score.mapping.recognition().last();
            if (candidate && (best == null || score.weight > best.weight)) {
                best = score;
            }
        }
        return best == null
                ? new Choice(null, null, all.stream().noneMatch(score -> score.full))
                : new Choice(best.mapping, reason(best, scores), false);
    }

    private static String reason(Score best, List<Score> scores) {
        String others = scores.stream()
                .filter(score -> score != best
                        && score.records * 2 >= best.records
                        && score.mapping.recognition().last()
                                == best.mapping.recognition().last())
                .map(score -> score.mapping.name())
                .collect(Collectors.joining(", "));
        String seen = best.records + " of the first " + best.seen + " records look like " + best.mapping.name();
        return others.isEmpty() ? seen : seen + "; less specific: " + others;
    }

    private static Score score(Mapping mapping, Sample sample) {
        Score score = new Score(mapping);
        try {
            sample.accept(new Extraction(mapping, false, (values, line, column) -> {
                int weight = mapping.weight(values);
                score.seen++;
                score.full |= !values.isEmptyPage();
                score.weight += weight;
                score.records += weight > 0 ? 1 : 0;
                if (score.seen == SAMPLE) {
                    throw new Enough();
                }
            }));
        } catch (Enough _) {
            return score;
        }
        return score;
    }

    private static final class Score {

        private final Mapping mapping;
        private int seen;
        private int records;
        private int weight;
        private boolean full;

        Score(Mapping mapping) {
            this.mapping = mapping;
        }
    }

    /** Ends the reading of a sample. */
    private static final class Enough extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Enough() {
            super(null, null, false, false);
        }
    }
}
