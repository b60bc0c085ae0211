package dev.dormouse.observations;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Feeds that are told of together: a place is a set of feeds, and stands for the applications they speak about. */
final class FeedPlaces {

    private final Map<String, Set<Long>> feeds;
    private final List<Set<Long>> places;

    /** @param feeds by application */
    FeedPlaces(Map<String, Set<Long>> feeds) {
        this.feeds = new TreeMap<>(feeds);
        this.places = feeds.values().stream().distinct().toList();
    }

    int of(String application) {
        return places.indexOf(feeds.getOrDefault(application, new TreeSet<>()));
    }

    boolean isOne() {
        return places.size() == 1;
    }

    /** One place needs no join, which is half of the time of the scan. */
    String daily() {
        if (isOne()) {
            return "daily d";
        }
        List<String> rows = new ArrayList<>();
        for (int place = 0; place < places.size(); place++) {
            for (Long feed : places.get(place)) {
                rows.add("(" + feed + ", " + place + ")");
            }
        }
        return "daily d join (values " + String.join(", ", rows) + ") f(feed, place) on f.feed = d.feed";
    }

    String place() {
        return isOne() ? "0" : "f.place";
    }

    String wanted() {
        return isOne()
                ? "d.feed in ("
                        + String.join(
                                ", ",
                                places.getFirst().stream().map(String::valueOf).toList())
                        + ")"
                : "true";
    }
}
