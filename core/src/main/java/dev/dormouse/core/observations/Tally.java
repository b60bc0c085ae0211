package dev.dormouse.core.observations;

/** How many accounts of the scope got which answer. */
public record Tally(long dormant, long active, long exempt, long unknown) {

    public long inScope() {
        return dormant + active + exempt + unknown;
    }
}
