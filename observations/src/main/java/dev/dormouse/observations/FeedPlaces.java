package dev.dormouse.observations;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;

/**
 * Feeds that are told of together: a place is a set of feeds, and stands for the applications they speak about. Where names
 * have to be looked up, each application is a place of its own.
 */
final class FeedPlaces {

    private final Map<String, Set<Long>> feeds;
    private final List<Set<Long>> places;
    private final Map<Long, Integer> bucketed;
    private final PastNames names;

    /**
     * @param feeds by application
     * @param bucketed of a feed, the day before which everything is in {@link Buckets} too; absent where nothing is
     */
    FeedPlaces(Map<String, Set<Long>> feeds, Map<Long, Integer> bucketed, PastNames names) {
        this.feeds = new TreeMap<>(feeds);
        this.places = feeds.values().stream().distinct().toList();
        this.bucketed = Map.copyOf(bucketed);
        this.names = names;
    }

    int of(String application) {
        return names.areThemselves()
                ? places.indexOf(feeds.getOrDefault(application, new TreeSet<>()))
                : names.place(application);
    }

    boolean isOne() {
        return places.size() == 1 && names.areThemselves();
    }

    /** Whether no place has to be put together of several feeds. */
    boolean areOfOneFeed() {
        return places.stream().allMatch(feeds -> feeds.size() == 1) && names.areThemselves();
    }

    /** A table that has a row for each feed, with their places; one place needs no join, which is half of the time of a scan. */
    String in(String table) {
        if (isOne()) {
            return table + " d";
        }
        if (!names.areThemselves()) {
            return table + " d join named f on f.feed = d.feed and f.name = d.account";
        }
        String rows = places.stream()
                .flatMap(feeds -> feeds.stream().map(feed -> "(" + feed + ", " + places.indexOf(feeds) + ")"))
                .collect(Collectors.joining(", "));
        return table + " d join (values " + rows + ") f(feed, place) on f.feed = d.feed";
    }

    /** Whose row of that table it is. */
    String account() {
        return names.areThemselves() ? "d.account" : "f.account";
    }

    String place() {
        return isOne() ? "0" : "f.place";
    }

    /** Rows of the feeds, whatever their day. */
    String wanted() {
        return "d.feed in (" + all().stream().map(String::valueOf).collect(Collectors.joining(", ")) + ")";
    }

    /** Rows of days that are in no bucket which ends before that day. */
    String wantedAfterBuckets(int end) {
        ToIntFunction<Long> from = feed -> Math.min(bucketed.getOrDefault(feed, Integer.MIN_VALUE), end);
        return all().stream()
                .map(feed -> "d.feed = " + feed + " and d.day >= " + from.applyAsInt(feed))
                .collect(Collectors.joining(" or ", "(", ")"));
    }

    private Set<Long> all() {
        return places.stream().flatMap(Set::stream).collect(Collectors.toCollection(TreeSet::new));
    }
}
