package dev.dormouse.spi;

/**
 * What a document and its reader need to know of an action.
 *
 * @param name as written after {@code do:}, for example {@code github.remove-member}
 * @param text one sentence on what it does
 * @param example a piece of YAML that uses it
 * @param permission what the credentials need on the remote system
 * @param effect whether it takes something away
 * @param repetition whether doing it twice is the same as doing it once
 */
public record ActionDescription(
        String name,
        String text,
        String example,
        String permission,
        Effect effect,
        Repetition repetition,
        Confirmation confirmation) {

    /** Whether something is taken away. */
    public enum Effect {
        DESTRUCTIVE,
        HARMLESS
    }

    /** Whether an uncertain call may simply be made again. */
    public enum Repetition {
        REPEATABLE,
        ONCE
    }

    /** How it is known that the action took place. */
    public enum Confirmation {
        READBACK,
        RECEIPT,
        PENDING,
        PERSON
    }
}
