package dev.dormouse.core.workflow;

import dev.dormouse.core.workflow.Step.FollowUp;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.stream.IntStream;

/** By which way people are told is no part of a version: an old document uses the channels of the newest, place by place. */
final class Channels {

    private Channels() {}

    static List<ReviewStage> ofStages(List<ReviewStage> old, List<ReviewStage> newest) {
        return placeByPlace(
                old,
                newest,
                (stage, now) ->
                        new ReviewStage(stage.ask(), stage.within(), stage.remind(), now.channel(), stage.templates()));
    }

    static List<Step> ofSteps(List<Step> old, List<Step> newest) {
        return placeByPlace(old, newest, Channels::ofStep);
    }

    static List<FollowUp> ofFollowUp(List<FollowUp> old, List<FollowUp> newest) {
        return placeByPlace(old, newest, (step, now) -> new FollowUp(step.after(), ofStep(step.step(), now.step())));
    }

    private static Step ofStep(Step old, Step newest) {
        return old instanceof Step.Notify told && newest instanceof Step.Notify now
                ? new Step.Notify(told.to(), told.template(), now.channel())
                : old;
    }

    /** Where places were added or taken out, nobody can tell which is which. */
    private static <T> List<T> placeByPlace(List<T> old, List<T> newest, BinaryOperator<T> both) {
        return old.size() != newest.size()
                ? old
                : IntStream.range(0, old.size())
                        .mapToObj(i -> both.apply(old.get(i), newest.get(i)))
                        .toList();
    }
}
