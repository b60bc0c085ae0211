package dev.dormouse.core.yaml;

import java.util.Collection;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Finds the word that was probably meant. */
public final class Nearest {

    private Nearest() {}

    /** {@code ; did you mean 'token'?}, or nothing where no known word is near. */
    public static String hint(String written, Collection<String> known) {
        String nearest = find(written, known);
        return nearest == null ? "" : "; did you mean '" + nearest + "'?";
    }

    /** The known word that is nearest to the written one, where it is near at all. */
    public static @Nullable String find(String written, Collection<String> known) {
        String best = null;
        int distance = Math.max(1, Math.min(3, written.length() / 3)) + 1;
        for (String word : known) {
            int found = distance(written.toLowerCase(Locale.ROOT), word.toLowerCase(Locale.ROOT), distance);
            if (found < distance) {
                best = word;
                distance = found;
            }
        }
        return best;
    }

    /** Insertions, deletions, replacements and swaps of neighbours; {@code limit} where it is that or more. */
    static int distance(String a, String b, int limit) {
        if (Math.abs(a.length() - b.length()) >= limit) {
            return limit;
        }
        int[][] cost = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                cost[i][j] = i == 0 || j == 0 ? i + j : cheapest(cost, a, b, i, j);
            }
        }
        return Math.min(limit, cost[a.length()][b.length()]);
    }

    private static int cheapest(int[][] cost, String a, String b, int i, int j) {
        int replaced = cost[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        int best = Math.min(replaced, Math.min(cost[i - 1][j], cost[i][j - 1]) + 1);
        boolean swapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return swapped ? Math.min(best, cost[i - 2][j - 2] + 1) : best;
    }
}
