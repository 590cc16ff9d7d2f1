package io.eventjobs.gateway.console.overview;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Finished jobs of the last half hour, minute by minute, as a chart of stacked columns.
 *
 * @param columns oldest first
 * @param most how many jobs the highest column stands for
 */
public record Throughput(List<Column> columns, int completed, int failed, int most) {
    /** How far the chart looks back. */
    static final Duration SPAN = Duration.ofMinutes(30);

    public static final int HEIGHT = 100;
    public static final int COLUMN = 20;
    private static final int GAP = 4;
    private static final int MINUTES = (int) SPAN.toMinutes();

    public Throughput {
        columns = List.copyOf(columns);
    }

    static Throughput of(List<Instant> completed, List<Instant> failed, Instant now) {
        int[] good = perMinute(completed, now);
        int[] bad = perMinute(failed, now);
        int most = 1;
        for (int i = 0; i < MINUTES; i++) {
            most = Math.max(most, good[i] + bad[i]);
        }
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < MINUTES; i++) {
            int ofGood = height(good[i], most);
            int ofBad = height(bad[i], most);
            columns.add(new Column(
                    i * COLUMN + GAP / 2, COLUMN - GAP, HEIGHT - ofGood, ofGood, HEIGHT - ofGood - ofBad, ofBad));
        }
        return new Throughput(columns, sum(good), sum(bad), most);
    }

    public int width() {
        return MINUTES * COLUMN;
    }

    private static int[] perMinute(List<Instant> times, Instant now) {
        int[] minutes = new int[MINUTES];
        for (Instant time : times) {
            long ago = Duration.between(time, now).toMinutes();
            if (ago < MINUTES) {
                minutes[MINUTES - 1 - (int) Math.max(0, ago)]++;
            }
        }
        return minutes;
    }

    private static int height(int jobs, int most) {
        return jobs == 0 ? 0 : Math.max(2, jobs * HEIGHT / most);
    }

    private static int sum(int[] jobs) {
        int sum = 0;
        for (int some : jobs) {
            sum += some;
        }
        return sum;
    }

    /** The jobs of a minute: failed ones on top of completed ones. */
    public record Column(int x, int width, int goodY, int good, int badY, int bad) {}
}
