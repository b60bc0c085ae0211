package dev.dormouse.app;

import dev.dormouse.core.judging.Answer;
import dev.dormouse.core.observations.Judged;
import dev.dormouse.core.observations.Question;
import dev.dormouse.core.workflow.Output;
import dev.dormouse.engine.EngineException;
import dev.dormouse.engine.Membership;
import dev.dormouse.engine.SetChange;
import dev.dormouse.spi.ConnectorException;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What a pass would make of the set of one workflow; writes nothing. */
final class SetScan {

    private final Output output;
    private final Membership membership;
    private final String obstacle;

    private SetScan(Output output, List<String> members, String obstacle) {
        this.output = output;
        this.membership = new Membership(output, members);
        this.obstacle = obstacle;
    }

    /** Null where the workflow keeps no set. */
    static @Nullable SetScan of(Workspace workspace, Question question) {
        Output output = question.workflow().output();
        if (output == null) {
            return null;
        }
        try {
            List<String> members = workspace.connections().members(output.place());
            return new SetScan(output, members, Membership.obstacle(question));
        } catch (ConnectorException | EngineException e) {
            return new SetScan(output, List.of(), Objects.requireNonNull(e.getMessage()));
        }
    }

    /** For everybody in scope; hands on who is not active. */
    Consumer<Judged> besides(Consumer<Judged> notActive) {
        return one -> {
            membership.judged(one);
            if (one.answer() != Answer.ACTIVE) {
                notActive.accept(one);
            }
        };
    }

    SetChange change() {
        return obstacle.isEmpty() ? membership.change() : SetChange.none(output.toString(), obstacle);
    }
}
