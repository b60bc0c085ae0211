package dev.dormouse.observations;

import dev.dormouse.core.workflow.Exemptions.Exemption;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jooq.SelectField;
import org.jooq.impl.DSL;

/** Which exemptions match nobody. */
final class ExemptionMatches {

    private final Asked asked;
    private final AskedExemptions exemptions;
    private final SubjectSql subjects;
    private final ExemptionSql sql;

    ExemptionMatches(Asked asked, AskedExemptions exemptions) {
        Entitlements entitlements = Entitlements.of(asked.question().workflow(), asked.facts());
        this.asked = asked;
        this.exemptions = exemptions;
        this.subjects = new SubjectSql(asked, entitlements);
        this.sql = new ExemptionSql(exemptions, entitlements);
    }

    /** In the order of the document. */
    List<Exemption> unmatched(Statements statements) throws SQLException {
        Set<String> logins = logins(statements);
        Set<Integer> matched = others(statements);
        return exemptions.entries().stream()
                .filter(entry -> !logins.contains(entry.match())
                        || !exemptions.accounts().contains(entry))
                .filter(entry -> !matched.contains(entry.place()))
                .map(AskedExemptions.Entry::exemption)
                .toList();
    }

    private Set<String> logins(Statements statements) throws SQLException {
        Set<String> found = new HashSet<>();
        if (exemptions.accounts().isEmpty()) {
            return found;
        }
        Relation named = new Relation("e");
        Relation account = new Relation("a");
        var query = DSL.selectDistinct(account.text("account"))
                .from(DSL.table(DSL.name("account")).as("a"))
                .join(sql.named())
                .on(named.text("account").eq(account.text("account")))
                .where(account.text("application").in(asked.applications()));
        statements.each(query, row -> found.add(row.getString(1)));
        return found;
    }

    private Set<Integer> others(Statements statements) throws SQLException {
        Set<Integer> matched = new HashSet<>();
        List<AskedExemptions.Entry> others = exemptions.others();
        if (others.isEmpty()) {
            return matched;
        }
        List<SelectField<?>> columns = new ArrayList<>();
        for (AskedExemptions.Entry entry : others) {
            columns.add(DSL.max(DSL.when(sql.matches(entry), DSL.inline(1)).else_(DSL.inline(0)))
                    .as("matched_" + entry.place()));
        }
        var query = DSL.with(subjects.marked(), subjects.subject(null))
                .select(columns)
                .from(DSL.table(DSL.name(SubjectSql.SUBJECT)).as("s"));
        statements.each(query, row -> {
            for (int column = 0; column < others.size(); column++) {
                if (row.getInt(column + 1) == 1) {
                    matched.add(others.get(column).place());
                }
            }
        });
        return matched;
    }
}
