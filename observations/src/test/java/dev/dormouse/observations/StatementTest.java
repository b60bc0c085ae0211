package dev.dormouse.observations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dormouse.core.observations.Question;
import java.util.List;
import java.util.Set;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;

class StatementTest {

    @Test
    void the_statement_renders_for_trino_too_and_keeps_off_what_only_duckdb_can() {
        for (long seed = 1; seed <= 20; seed++) {
            Generator generator = new Generator(seed);
            Question question = generator.question(generator.population(5), 5);
            Asked asked = Asked.of(question, new Feeds(List.of(), 0, Set.of(), Set.of()));
            JudgingSql sql = new JudgingSql(asked, AskedExemptions.of(question.workflow(), question.now()));
            String trino = DSL.using(SQLDialect.TRINO).renderInlined(sql.notActive());
            assertThat(trino)
                    .as("seed %s", seed)
                    .startsWith("with \"marked\" as (")
                    .matches("(?s).* order by (\"r\".\"application\", )?\"r\".\"account\"")
                    .doesNotContainIgnoringCase("rowid", "timestamp", "epoch", "arg_min", "string_agg");
        }
    }
}
