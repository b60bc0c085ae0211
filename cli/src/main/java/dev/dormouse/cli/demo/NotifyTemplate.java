package dev.dormouse.cli.demo;

import java.util.Map;

/** The texts that somebody wrote at GOV.UK Notify, where the placeholders stand in double parentheses. */
enum NotifyTemplate {
    ANNOUNCE("announce", "11111111-1111-4111-8111-111111111111", """
            Keep or lose your GitHub account: sign in by ((deadline))

            Hello ((login)),

            you have not used GitHub for a long time: ((applications)).

            To keep your account, sign in to GitHub and use it once, at the latest on ((deadline)).
            If you no longer need it, you need not do anything."""),
    REMIND("remind", "22222222-2222-4222-8222-222222222222", """
            Reminder: your GitHub account is removed after ((deadline))

            Hello ((login)), we wrote to you before, and your account is still not used.
            To keep it, sign in to GitHub and use it once, at the latest on ((deadline))."""),
    REMOVED("removed", "33333333-3333-4333-8333-333333333333", """
            Your GitHub account was removed from ((applications))

            Hello ((login)), as announced your account was removed.
            Do you need it again? Reply with your login; within 90 days it comes back as it was.""");

    private final String word;
    private final String id;
    private final String text;

    NotifyTemplate(String word, String id, String text) {
        this.word = word;
        this.id = id;
        this.text = text;
    }

    /** The name in Dormouse's configuration. */
    String word() {
        return word;
    }

    String id() {
        return id;
    }

    /** As Notify puts it together: the subject first. */
    String filled(Map<String, String> personalisation) {
        String filled = text;
        for (Map.Entry<String, String> value : personalisation.entrySet()) {
            filled = filled.replace("((" + value.getKey() + "))", value.getValue());
        }
        return filled;
    }
}
