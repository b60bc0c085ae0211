package dev.dormouse.core.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong with a workflow; its own keys begin on line 18, after {@code workflow} and {@code applications}. */
class WorkflowFaultsTest {

    private static final String SELECT = "select: {inactiveFor: 90d}\n";

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            cooldown: 1d | dormouse.yaml:16:5: missing key 'select' in workflow w; who is dormant? for example select: {inactiveFor: 90d}
            select: 90d | dormouse.yaml:18:13: expected a mapping (key: value) in select of workflow w, found a text
            select: {combine: latest} | dormouse.yaml:18:13: missing key 'inactiveFor' in select of workflow w; how long must an account have been unused?
            select: {inactiveFor: 3m} | dormouse.yaml:18:27: 'inactiveFor' in select of workflow w: '3m' is not a length of time; write for example 90d, 12h, 3 months, 1 year, P3M or PT72H
            select: {inactiveFor: 0d} | dormouse.yaml:18:27: 'inactiveFor' in select of workflow w: '0d' is not a length of time; write for example 90d, 12h, 3 months, 1 year, P3M or PT72H
            select: {inactiveFor: } | dormouse.yaml:18:14: 'inactiveFor' in select of workflow w has no value; write one or remove the key
            select: {sources: {people: {}}} | dormouse.yaml:18:32: missing key 'inactiveFor' in select.sources.people of workflow w, or 'verdict: dormant'
            select: {sources: {peple: {inactiveFor: 90d}}} | dormouse.yaml:18:24: there is no source 'peple', named in select.sources of workflow w; did you mean 'people'?
            select: {sources: {}} | dormouse.yaml:18:14: 'sources' in select of workflow w names no source
            select: {inactiveFor: 90d, sources: [people, people]} | dormouse.yaml:18:50: 'people' is listed twice in 'sources' in select of workflow w
            select: {sources: {report: {verdict: active}}} | dormouse.yaml:18:33: 'verdict' in select.sources.report of workflow w must be dormant, not 'active'
            select: {sources: {report: {verdict: dormant, inactiveFor: 90d}}} | dormouse.yaml:18:51: 'inactiveFor' in select.sources.report of workflow w does not go with 'verdict': a verdict has no instant
            select: {sources: {report: {as: candidates, inactiveFor: 90d}}} | dormouse.yaml:18:33: 'as' in select.sources.report of workflow w needs 'verdict: dormant' beside it
            select: {sources: {audit: {inactiveFor: 90d, completeFrom: now}}} | dormouse.yaml:18:50: 'completeFrom' in select.sources.audit of workflow w must be earliest-event, not 'now'
            select: {sources: {people: {inactiveFor: 90d, optional: yes}}} | dormouse.yaml:18:51: 'optional' in select.sources.people of workflow w must be true or false, not 'yes'
            select: {sources: {people: {inactiveFor: 90d, kind: logon}}} | dormouse.yaml:18:51: 'kind' in select.sources.people of workflow w must be one of login, use, machine, not 'logon'
            select: {sources: {auth0: {inactiveFor: 90d, appliesTo: [github/data]}}} | dormouse.yaml:18:62: source auth0 says nothing about application github/data; its own 'applications' leave it out
            select: {sources: {people: {inactiveFor: 90d, appliesTo: [files/x]}}} | dormouse.yaml:18:63: there is no application 'files/x', named in select.sources.people of workflow w
            select: {sources: {people: {inactiveFor: 3 months}, auth0: {inactiveFor: 90d}}} | dormouse.yaml:18:13: 'combine: latest' in select of workflow w takes the newest instant of all sources, so they need one window; found auth0 90d, people 3 months; write combine: any-active-clears for windows that differ
            select: {inactiveFor: 90d, combine: newest} | dormouse.yaml:18:32: 'combine' in select of workflow w must be one of latest, first-available, any-active-clears, not 'newest'
            select: {inactiveFor: 90d, neverActive: [exclude]} | dormouse.yaml:18:32: 'neverActive' in select of workflow w must be a text, not a list
            select: {inactiveFor: 90d, when: "account.knd == HUMAN"} | dormouse.yaml:18:39: 'when': there is no 'account.knd'; did you mean 'account.kind'?
            select: {inactiveFor: 90d, when: account.kind == HUMEN} | dormouse.yaml:18:54: 'when': there is no 'HUMEN'; did you mean 'HUMAN'?
            select: {inactiveFor: 90d, when: [true]} | dormouse.yaml:18:32: 'when' in select of workflow w must be a text, not a list
            select: {when: activity.never()} | dormouse.yaml:18:14: 'when' in select of workflow w asks what sources tell, and none is named; write for example sources: [audit-log]
            select: {when: content.private == 0, sources: {report: {verdict: dormant}}} | dormouse.yaml:18:14: 'when' in select of workflow w asks what sources tell, and none is named; write for example sources: [audit-log]
            when: activity.never() | dormouse.yaml:18:5: 'when' in workflow w belongs in 'select', as select: {inactiveFor: 90d, when: account.kind == HUMAN}
            select: {inactiveFor: "${DAYS}"} | dormouse.yaml:18:27: 'inactiveFor' in select of workflow w: variables are not replaced here; write the value
            select: {sources: {report: {verdict: dormant, match: person}}} | dormouse.yaml:18:51: 'match' in select.sources.report of workflow w does not go with 'verdict': a verdict is about one account, not about a person
            subject: person | dormouse.yaml:18:5: 'subject' in workflow w cannot be person: it is not supported yet in this version; write account or grant
            trigger: event | dormouse.yaml:18:5: 'trigger' in workflow w cannot be event: it is not supported yet in this version; write command or dormancy
            select: {inactiveFor: 90d, ignoring: ["team:*"]} | dormouse.yaml:18:32: 'ignoring' in select of workflow w has no meaning without grants.any in 'when'
            select: {when: grants.any("team:"), ignoring: [a, A]} | dormouse.yaml:18:55: 'A' is listed twice in 'ignoring' in select of workflow w
            """)
    void what_is_wrong_with_the_selection_is_told(String lines, String expected) {
        assertThat(faults(lines)).contains(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            exempt: {accounts: {login: x}} | dormouse.yaml:19:14: 'accounts' in exempt of workflow w must be a list, not a mapping
            exempt: {accounts: ["ci-*"]} | dormouse.yaml:19:25: 'ci-*' in exempt of workflow w is a pattern; write it under 'patterns'
            exempt: {accounts: [ci-bot, CI-BOT]} | dormouse.yaml:19:33: 'CI-BOT' is listed twice in exempt of workflow w
            exempt: {accounts: [a], until: {A: 2027-01-01}} | dormouse.yaml:19:37: 'A' is listed twice in exempt of workflow w
            exempt: {accounts: [""]} | dormouse.yaml:19:25: an entry in exempt of workflow w is empty
            exempt: {accounts: ["${BOT}"]} | dormouse.yaml:19:25: an entry in exempt of workflow w: variables are not replaced here; write the value
            exempt: {accounts: [{login: a, until: 31.1.2027}]} | dormouse.yaml:19:43: '31.1.2027' in exempt of workflow w is not a date; write the last exempt day, for example 2027-03-01
            exempt: {accounts: [{name: a}]} | dormouse.yaml:19:25: missing key 'login' in exempt.accounts of workflow w
            exempt: {kinds: [robot]} | dormouse.yaml:19:22: 'robot' in exempt of workflow w is not a kind of account; write one of human, service, system, break-glass
            exempt: {acounts: [a]} | dormouse.yaml:19:14: unknown key 'acounts' in exempt of workflow w; did you mean 'accounts'?
            guard: {maxSelected: many} | dormouse.yaml:19:13: 'maxSelected' in guard of workflow w must be a number, a share or both: 50, "5%" or "50 and 5%", not 'many'
            guard: {maxSelected: 50 and 500%} | dormouse.yaml:19:13: 'maxSelected' in guard of workflow w must be at most 100%, not '50 and 500%'
            guard: {maxRemoved: 100} | dormouse.yaml:19:13: 'maxRemoved' in guard of workflow w must be a number in a length of time: "100 in 7d", not '100'
            guard: {minCoverage: 80} | dormouse.yaml:19:13: 'minCoverage' in guard of workflow w must be a share such as 80%, not '80'
            guard: {sourceMaxAge: fresh} | dormouse.yaml:19:27: 'sourceMaxAge' in guard of workflow w: 'fresh' is not a length of time; write for example 90d, 12h, 3 months, 1 year, P3M or PT72H
            cooldown: P1M3D | dormouse.yaml:19:15: 'cooldown' in workflow w: 'P1M3D' is not a length of time; write for example 90d, 12h, 3 months, 1 year, P3M or PT72H
            operators: [people] | dormouse.yaml:19:17: there is no channel 'people', named in workflow w
            operators: [mail] | dormouse.yaml:19:17: channel mail has no recipient for operators; give it a 'to'
            reveiw: none | dormouse.yaml:19:5: unknown key 'reveiw' in workflow w; did you mean 'review'?
            """)
    void what_is_wrong_with_exemptions_guards_and_the_rest_is_told(String lines, String expected) {
        assertThat(faults(SELECT + lines)).contains(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            review: nobody | dormouse.yaml:19:5: 'review' in workflow w must be a list of stages, or none, not 'nobody'
            review: [{within: 30d, channel: ops}] | dormouse.yaml:19:14: missing key 'ask' in review stage 1 of workflow w; write owner or e-mail addresses
            review: [{ask: owner, channel: ops}] | dormouse.yaml:19:14: missing key 'within' in review stage 1 of workflow w
            review: [{ask: manager, within: 30d, channel: ops}] | dormouse.yaml:19:20: 'manager' in review stage 1 of workflow w is not supported yet in this version; write owner or an e-mail address
            review: [{ask: bob, within: 30d, channel: ops}] | dormouse.yaml:19:20: 'bob' in review stage 1 of workflow w is nobody who can be written to; write owner or an e-mail address
            review: [{ask: owner, within: 30d}] | dormouse.yaml:19:14: missing key 'channel' in review stage 1 of workflow w; there are mail, ops
            review: [{ask: owner, within: 30d, channel: post}] | dormouse.yaml:19:49: there is no channel 'post', named in review stage 1 of workflow w
            review: [{ask: owner, within: 7d, channel: ops, remind: [7d]}] | dormouse.yaml:19:62: 'remind' in review stage 1 of workflow w: '7d' before the deadline is not after the notice; 'within' is 7d
            review: [{ask: owner, within: 7d, channel: ops, remind: [24h, 1d]}] | dormouse.yaml:19:67: '1d' is listed twice in 'remind' in review stage 1 of workflow w
            review: [{ask: owner, within: 7d, channel: ops, template: anounce}] | dormouse.yaml:19:63: there is no template 'anounce', named in review stage 1 of workflow w; did you mean 'announce'?; there are announce, remind, removed; your own are files NAME.txt in the folder templates
            ifIgnored: remove | dormouse.yaml:19:5: workflow w says 'ifIgnored: remove' but has no 'removal'
            ifIgnored: delete | dormouse.yaml:19:5: 'ifIgnored' in workflow w must be remove or end, not 'delete'
            removal: [{do: github.remove}] | dormouse.yaml:19:5: workflow w removes accounts but asks nobody; add a 'review', or write 'review: none' if they are to go unannounced
            ~review: none\\nremoval: {do: github.remove}~ | dormouse.yaml:20:5: 'removal' in workflow w must be a list, not a mapping
            ~review: none\\nremoval: [github.remove]~ | dormouse.yaml:20:15: expected a mapping (key: value) in removal step 1 of workflow w, found a text
            ~review: none\\nremoval: [{do: remove}]~ | dormouse.yaml:20:16: 'do' in removal step 1 of workflow w must be notify or an action such as github.remove-member, not 'remove'
            ~review: none\\nremoval: [{do: task}]~ | dormouse.yaml:20:16: 'do' in removal step 1 of workflow w cannot be task: tasks for people are not supported yet in this version
            ~review: none\\nremoval: [{do: notify, channel: ops}]~ | dormouse.yaml:20:15: missing key 'template' in removal step 1 of workflow w
            ~review: none\\nremoval: [{do: github.remove, to: owner}]~ | dormouse.yaml:20:35: unknown key 'to' in removal step 1 of workflow w; did you mean 'do'?
            ~review: none\\nremoval: [{do: github.remove, onError: ignore}]~ | dormouse.yaml:20:35: 'onError' in removal step 1 of workflow w must be one of stop, continue, retry, not 'ignore'
            followUp: [{after: 60d, do: github.remove}] | dormouse.yaml:19:5: 'followUp' in workflow w needs 'removal': it is what comes after it
            ~review: none\\nremoval: [{do: a.b}]\\nfollowUp: [{after: 60d, do: a.b}, {after: 1 month, do: a.b}]~ | dormouse.yaml:21:40: 'after' in followUp step 2 of workflow w is earlier than the step before it; write the steps in the order of time
            onBounce: offboard | dormouse.yaml:19:5: 'onBounce: offboard' in workflow w needs a workflow with 'trigger: command' for the same applications
            trigger: command | dormouse.yaml:18:5: 'select' in workflow w belongs to dormancy; with trigger: command somebody names the accounts
            trigger: command | dormouse.yaml:19:5: workflow w is 'trigger: command' but has no 'removal'
            """)
    void what_is_wrong_with_review_and_steps_is_told(String lines, String expected) {
        assertThat(faults(SELECT + lines)).contains(expected);
    }

    @Test
    void a_workflow_needs_a_name_and_applications_that_there_are() {
        assertThat(new Written(folder)
                        .yaml(Written.AROUND + "  - {select: {inactiveFor: 90d}}\n")
                        .faults())
                .isEqualTo("dormouse.yaml:16:5: missing key 'workflow' in a workflow");
        assertThat(new Written(folder)
                        .yaml(Written.AROUND + "  - {workflow: a b, select: {inactiveFor: 90d}}\n")
                        .faults())
                .contains("the name of a workflow has letters, digits, '.', '_' and '-' only, not 'a b'")
                .contains("missing key 'applications' in workflow a b; there are github/acme, github/data, files/x");
        assertThat(new Written(folder).yaml(Written.AROUND + "  - 5\n").faults())
                .startsWith("dormouse.yaml:16:5: there is no file ");
    }

    @Test
    void only_one_workflow_takes_commands() {
        String leavers = "trigger: command, applications: [github/acme], removal: [{do: github.remove}]";
        assertThat(new Written(folder)
                        .yaml(Written.AROUND + "  - {workflow: a, " + leavers + "}\n  - {workflow: b, " + leavers
                                + "}\n")
                        .faults())
                .isEqualTo("dormouse.yaml:17:19: workflow b is the second with 'trigger: command', beside a;"
                        + " only one is supported in this version");
    }

    private java.util.List<String> faults(String lines) {
        return new Written(folder)
                .workflow(lines.replace("\\n", "\n"))
                .faults()
                .lines()
                .toList();
    }
}
