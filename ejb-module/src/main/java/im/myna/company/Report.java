package im.myna.company;

import im.myna.store.directory.Round;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What is written down while a round goes on. */
final class Report {
    /** So many are named; of the others it is said how many they are. */
    private static final int NAMED = 100;

    private static final int LONGEST = 300;

    private final String directory;
    private final Instant began;
    private final List<String> skipped = new ArrayList<>();
    private int more;
    private int people;
    private int teams;

    Report(String directory, Instant began) {
        this.directory = directory;
        this.began = began;
    }

    /** Somebody or something could not be taken over. */
    void skip(String what, String why) {
        if (skipped.size() == NAMED) {
            more++;
            return;
        }
        var line = (what + ": " + why).replaceAll("\\p{Cntrl}", "?");
        skipped.add(line.length() > LONGEST ? line.substring(0, LONGEST) : line);
    }

    void people(int number) {
        people += number;
    }

    void teams(int number) {
        teams += number;
    }

    Round round(String mark, String problem, Instant now) {
        var lines = new ArrayList<>(skipped);
        if (more > 0) {
            lines.add("and " + more + " more");
        }
        long millis = now.toEpochMilli() - began.toEpochMilli();
        return new Round(directory, began, millis, mark, people, teams, problem, lines);
    }
}
