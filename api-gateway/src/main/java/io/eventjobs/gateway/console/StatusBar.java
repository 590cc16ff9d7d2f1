package io.eventjobs.gateway.console;

import io.eventjobs.model.job.JobStatus;
import io.eventjobs.model.job.StateCounts;
import java.util.ArrayList;
import java.util.List;

/**
 * The jobs of a batch or a track by status, as a bar.
 *
 * @param segments from left to right, none of them empty
 * @param percent how many of the jobs are finished, rounded down
 * @param label the same in words
 */
public record StatusBar(List<Segment> segments, int percent, String label) {
    /** The width of the whole bar. */
    public static final int WIDTH = 1_000;

    public StatusBar {
        segments = List.copyOf(segments);
    }

    public static StatusBar of(StateCounts counts) {
        List<Segment> segments = new ArrayList<>();
        List<String> words = new ArrayList<>();
        int before = 0;
        for (JobStatus status : List.of(
                JobStatus.COMPLETED, JobStatus.FAILED, JobStatus.CANCELLED, JobStatus.PROCESSING, JobStatus.PENDING)) {
            int jobs = count(counts, status);
            if (jobs > 0) {
                int from = scaled(before, counts.total());
                before += jobs;
                // A single one among ten thousand is still to be seen.
                int width = Math.max(2, scaled(before, counts.total()) - from);
                segments.add(new Segment(status.word(), Math.min(from, WIDTH - width), width));
                words.add(jobs + " " + status.word());
            }
        }
        int finished = counts.total() - counts.unfinished();
        int percent = counts.total() == 0 ? 0 : (int) (100L * finished / counts.total());
        return new StatusBar(segments, percent, words.isEmpty() ? "no jobs" : String.join(", ", words));
    }

    /** As markup, of numbers and our own words alone. A template takes many times as long, and a batch has a bar for each of its tracks. */
    public String svg() {
        StringBuilder svg = new StringBuilder("<svg class=\"status-bar\" viewBox=\"0 0 ")
                .append(WIDTH)
                .append(" 10\" preserveAspectRatio=\"none\" role=\"img\" aria-label=\"")
                .append(label)
                .append("\"><rect class=\"ground\" x=\"0\" y=\"0\" width=\"")
                .append(WIDTH)
                .append("\" height=\"10\"></rect>");
        segments.forEach(segment -> svg.append("<rect class=\"")
                .append(segment.status())
                .append("\" x=\"")
                .append(segment.x())
                .append("\" y=\"0\" width=\"")
                .append(segment.width())
                .append("\" height=\"10\"></rect>"));
        return svg.append("</svg>").toString();
    }

    private static int scaled(int jobs, int total) {
        return (int) ((long) WIDTH * jobs / total);
    }

    private static int count(StateCounts counts, JobStatus status) {
        return switch (status) {
            case PENDING, QUEUED -> counts.pending();
            case PROCESSING -> counts.processing();
            case COMPLETED -> counts.completed();
            case FAILED -> counts.failed();
            case CANCELLED -> counts.cancelled();
        };
    }

    /** A part of the bar. */
    public record Segment(String status, int x, int width) {}
}
