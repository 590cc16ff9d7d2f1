package io.eventjobs.gateway.archive;

import io.eventjobs.gateway.record.BatchRecord;
import io.eventjobs.gateway.record.JobRecord;
import io.eventjobs.model.job.Failure;
import io.eventjobs.model.job.SessionParameters;
import io.eventjobs.model.job.StateCounts;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** The two pages in the root of a batch's ZIP. Titles come from outside: they are escaped. */
final class ArchiveIndex {
    private static final String SPECIAL = "\\`*_{}[]<>()#+-!|~";

    private ArchiveIndex() {}

    static String readme(BatchRecord batch, List<JobRecord> failed) {
        StateCounts counts = batch.standing().counts();
        StringBuilder page = new StringBuilder();
        page.append("# ").append(escaped(batch.asked().name())).append("\n\n");
        page.append("Batch `")
                .append(batch.key().id())
                .append("`, created ")
                .append(batch.asked().createdAt());
        page.append(". Jobs: ").append(batch.asked().jobCount());
        page.append("; completed ")
                .append(counts.completed())
                .append(", failed ")
                .append(counts.failed());
        page.append(", cancelled ")
                .append(counts.cancelled())
                .append(", unfinished ")
                .append(counts.unfinished());
        page.append(".\n\nThe sessions are listed in [index.md](index.md).\n");
        if (!failed.isEmpty()) {
            page.append("\n## Failed\n\n");
            failed.forEach(job -> page.append("- ")
                    .append(escaped(job.asked().name()))
                    .append(": ")
                    .append(reason(job))
                    .append('\n'));
        }
        return page.toString();
    }

    static String index(BatchRecord batch, List<Row> rows) {
        StringBuilder page = new StringBuilder();
        page.append("# ").append(escaped(batch.asked().name())).append("\n\n");
        page.append("| Track | Day | Start | Session |\n| --- | --- | --- | --- |\n");
        rows.stream().sorted(Row.BY_TRACK_AND_TIME).forEach(row -> page.append(row.line()));
        return page.toString();
    }

    private static String reason(JobRecord job) {
        Failure failure = job.outcome().failure();
        return failure == null ? "unknown" : failure.code() + ", " + escaped(failure.message());
    }

    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        for (char c : text.replaceAll("\\s+", " ").toCharArray()) {
            if (SPECIAL.indexOf(c) >= 0) {
                escaped.append('\\');
            }
            escaped.append(c);
        }
        return escaped.toString();
    }

    /** One session in the index. */
    record Row(String track, String day, String start, String title, String path, int order) {
        static final Comparator<Row> BY_TRACK_AND_TIME = Comparator.comparing(Row::track)
                .thenComparing(Row::day)
                .thenComparing(Row::start)
                .thenComparingInt(Row::order);

        static Row of(JobRecord job, String path) {
            int order = job.asked().batchIndex();
            String track = Objects.requireNonNullElse(job.asked().track(), "");
            if (job.asked().parameters() instanceof SessionParameters session) {
                return new Row(
                        track,
                        Objects.requireNonNullElse(session.day(), ""),
                        Objects.requireNonNullElse(session.starttime(), ""),
                        session.session(),
                        path,
                        order);
            }
            return new Row(track, "", "", job.asked().name(), path, order);
        }

        String line() {
            String target = Arrays.stream(path.split("/"))
                    .map(segment ->
                            URLEncoder.encode(segment, StandardCharsets.UTF_8).replace("+", "%20"))
                    .collect(Collectors.joining("/"));
            String link = path.isEmpty() ? escaped(title) : "[" + escaped(title) + "](" + target + ")";
            return "| " + escaped(track) + " | " + escaped(day) + " | " + escaped(start) + " | " + link + " |\n";
        }
    }
}
