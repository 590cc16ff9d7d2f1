package io.eventjobs.gateway.archive;

import io.eventjobs.gateway.job.JobRecord;
import io.eventjobs.model.job.Failure;
import io.eventjobs.model.job.StateCounts;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The two index pages in the root of a batch's or event's ZIP. Titles are untrusted and therefore escaped. */
final class ArchiveIndex {
    private static final String SPECIAL = "\\`*_{}[]<>()#+-!|~";

    private ArchiveIndex() {}

    static String readme(ArchiveScope scope, List<ArchiveEntry> sessions, List<JobRecord> failed) {
        StateCounts counts = ArchiveScope.counts(scope);
        StringBuilder page = new StringBuilder();
        page.append("# ").append(escaped(scope.title())).append("\n\n");
        ProgrammeDays days = ArchiveProgramme.of(scope.title(), sessions).days();
        String span = days.span();
        page.append(span.isEmpty() ? "" : span + ".\n\n");
        page.append(scope.about());
        page.append(". Jobs: ").append(counts.total());
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
            failed.stream()
                    .sorted(Comparator.comparing(
                            job -> days.dated(ArchiveEntry.of(job, "").time()), days.inOrder()))
                    .forEach(job -> page.append("- ")
                            .append(escaped(job.request().name()))
                            .append(": ")
                            .append(reason(job))
                            .append('\n'));
        }
        return page.toString();
    }

    /** The sessions by track, each track in the order of time; with the language if there are several. */
    static String index(String name, List<ArchiveEntry> entries) {
        ArchiveProgramme programme = ArchiveProgramme.of(name, entries);
        StringBuilder page = new StringBuilder();
        page.append("# ").append(escaped(name)).append('\n');
        String span = programme.days().span();
        page.append(span.isEmpty() ? "" : "\n" + span + "\n");
        boolean hasLanguages =
                entries.stream().map(ArchiveEntry::language).distinct().count() > 1;
        programme.tracks().forEach((track, sessions) -> {
            page.append("\n## ")
                    .append(track.isBlank() ? "Sessions" : escaped(track))
                    .append("\n\n| Time | Room | Session | Speakers |")
                    .append(hasLanguages ? " Language |" : "")
                    .append("\n| --- | --- | --- | --- |")
                    .append(hasLanguages ? " --- |" : "")
                    .append('\n');
            sessions.forEach(session -> page.append(line(session, programme, hasLanguages)));
        });
        return page.toString();
    }

    private static String line(ArchiveEntry entry, ArchiveProgramme programme, boolean withLanguage) {
        String title = entry.title().isBlank() ? "Session" : escaped(entry.title());
        String link = entry.path().isEmpty() ? title : "[" + title + "](" + address(entry.path()) + ")";
        Stream<String> cells = Stream.of(
                escaped(programme.text(entry.time())),
                escaped(entry.room()),
                link,
                escaped(String.join(", ", entry.speakers())));
        return Stream.concat(cells, withLanguage ? Stream.of(escaped(entry.language())) : Stream.empty())
                .collect(Collectors.joining(" | ", "| ", " |\n"));
    }

    /** A relative link with each segment encoded, so that no character of a name can end the link or the table cell. */
    private static String address(String path) {
        return Arrays.stream(path.split("/"))
                .map(segment -> URLEncoder.encode(segment, StandardCharsets.UTF_8)
                        .replace("+", "%20")
                        .replace("*", "%2A"))
                .collect(Collectors.joining("/"));
    }

    private static String reason(JobRecord job) {
        Failure failure = job.outcome().failure();
        return failure == null ? "unknown" : failure.code() + ", " + escaped(failure.message());
    }

    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        for (char c : text.replaceAll("[\\s\\p{Cntrl}]+", " ").strip().toCharArray()) {
            if (SPECIAL.indexOf(c) >= 0) {
                escaped.append('\\');
            }
            escaped.append(c);
        }
        return escaped.toString();
    }
}
