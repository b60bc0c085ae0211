package dev.dormouse.core.observations;

import dev.dormouse.core.workflow.Exemptions.Exemption;
import dev.dormouse.spi.ActivityKind;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The store of what was seen. One sync fills it; then it is asked any number of questions. Logins are compared without
 * case (root locale) and keep their spelling; instants are kept to the microsecond.
 *
 * <p>Intakes of different applications and sources may be filled by different threads at the same time. Everything else
 * is called by one thread.
 */
public interface Observations extends AutoCloseable {

    /** Takes the list of accounts of one application; replaces the earlier list only when it is completed. */
    AccountIntake accounts(String application);

    /**
     * Takes what one feed reports about the accounts of these applications; replaces what the same source said before
     * about them.
     */
    FeedIntake feed(String source, List<String> applications);

    /**
     * Takes what a query tells about the accounts of these applications, inside the engine; replaces what the same source
     * said before about them.
     *
     * @param query in the language of the engine, without a semicolon: {@code account} is a text, {@code instant} a
     *     timestamp (of UTC where it has no zone), {@code kind} one of LOGIN, USE and MACHINE
     * @param eventsFrom older events are added up and not kept one by one
     */
    QueriedFeed query(String source, List<String> applications, String query, Instant eventsFrom);

    /**
     * A sync begins: forgets what was told as a state and will be told again, that is everything but the events of logs. An
     * account that is not listed again is gone, and old health vouches for nothing. How far logs reached stays known.
     */
    void begin();

    /** Forgets events and sums by day that are older. */
    void forget(Instant eventsBefore, Instant daysBefore);

    /**
     * Works out to which person each account belongs, of what was taken in; replaces what was worked out before. Call it
     * after all intakes are closed. Until then nobody is joined, and what counts by person is unknown.
     */
    void join(PersonJoin how);

    /** How far the accounts of the application, and those that the source names, were joined. */
    JoinTally joined(String source, String application);

    /** Keeps the health of everything that was read, replacing the former; call it after all intakes are closed. */
    void keep(List<SourceHealth> health);

    /** What {@link #keep} was given last; empty for a fresh store, and from {@link #begin} on until it is called again. */
    List<SourceHealth> health();

    /**
     * The last health that was kept of each source that was ever read, to go on from; a sync that has begun, or was killed,
     * changes nothing in it.
     */
    List<SourceHealth> reached();

    /**
     * Judges every account in the scope of the workflow with one statement.
     *
     * @param sink gets every account that is not active, ordered by application and account
     */
    Tally judge(Question question, Consumer<Judged> sink);

    /** As {@link #judge(Question, Consumer)}, where the sink gets the active accounts too. */
    Tally judgeAll(Question question, Consumer<Judged> sink);

    /** Judges these accounts alone, whatever the answer; one that is not listed by its application is missing here. */
    List<Judged> judge(Question question, Collection<SubjectKey> subjects);

    /** The exemptions that match no account of the workflow's applications; expired ones too. */
    List<Exemption> unmatched(Question question);

    /** The share of the application's accounts, from 0 to 1, of which the source says anything; 1 where there are none. */
    double coverage(String source, String application);

    /**
     * Since when each source has seen nothing of a kind of accounts, of which there were many.
     *
     * @param before shorter silences are left out
     */
    Silences silences(Instant before);

    /** Which sources told events about these applications; a source that tells states alone is missing here. */
    List<KeptEvents> keptEvents(Collection<String> applications);

    /**
     * What the sources that told events had seen of it by then; one that had seen nothing is missing here.
     *
     * @param kind null for every kind
     */
    List<SeenBefore> seenBefore(PastSubject subject, @Nullable ActivityKind kind, Instant at);

    /**
     * How often the sources that told events had seen it in a past window, by day; a day without events is missing here.
     *
     * @param after what lies strictly later counts; null for everything
     * @param at the last instant that counts
     */
    List<CountedDay> counted(PastSubject subject, @Nullable Instant after, Instant at);

    /**
     * Works out what past judgements would have been, all of them at once.
     *
     * @return a cell for each application, threshold and day, in that order; days count from the first of the plan
     */
    List<BacktestCell> backtest(BacktestPlan plan);

    /** How long the accounts in scope were silent, up to that instant, and how their spells ended. */
    Spells spells(History history, Instant asOf);

    @Override
    void close();
}
