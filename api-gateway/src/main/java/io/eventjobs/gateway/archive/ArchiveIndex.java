package io.eventjobs.gateway.archive;

import io.eventjobs.gateway.job.JobRecord;
import io.eventjobs.markdown.Escape;
import io.eventjobs.markdown.RelativeAddress;
import io.eventjobs.model.job.Failure;
import io.eventjobs.model.job.StateCounts;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The pages in the root of a batch's or event's ZIP: for people, and for language models. Titles are untrusted and therefore escaped. */
final class ArchiveIndex {
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

    /**
     * The whole for a language model, as llmstxt.org describes it: what it is, and the documents by track, each with when, where and by whom.
     */
    static String llms(ArchiveScope scope, List<ArchiveEntry> entries) {
        ArchiveProgramme programme = ArchiveProgramme.of(scope.title(), entries);
        StringBuilder page = new StringBuilder();
        page.append("# ").append(escaped(scope.title())).append("\n\n> The sessions of ");
        page.append(escaped(scope.title()))
                .append(", one Markdown document each: what its page says, its slides and its transcript");
        String span = programme.days().span();
        page.append(span.isEmpty() ? "" : "; held " + span).append(".\n");
        programme.tracks().forEach((track, sessions) -> {
            page.append("\n## ")
                    .append(track.isBlank() ? "Sessions" : escaped(track))
                    .append("\n\n");
            sessions.stream().filter(session -> !session.path().isEmpty()).forEach(session -> page.append("- [")
                    .append(session.title().isBlank() ? "Session" : escaped(session.title()))
                    .append("](")
                    .append(RelativeAddress.of(session.path()))
                    .append(')')
                    .append(about(session, programme))
                    .append('\n'));
        });
        return page.toString();
    }

    private static String about(ArchiveEntry entry, ArchiveProgramme programme) {
        String about = Stream.of(
                        programme.text(entry.time()),
                        entry.room(),
                        String.join(", ", entry.speakers()),
                        entry.language())
                .map(ArchiveIndex::escaped)
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining("; "));
        return about.isEmpty() ? "" : ": " + about;
    }

    private static String line(ArchiveEntry entry, ArchiveProgramme programme, boolean withLanguage) {
        String title = entry.title().isBlank() ? "Session" : escaped(entry.title());
        String link =
                entry.path().isEmpty() ? title : "[" + title + "](" + cell(RelativeAddress.of(entry.path())) + ")";
        Stream<String> cells = Stream.of(
                escaped(programme.text(entry.time())),
                escaped(entry.room()),
                link,
                escaped(String.join(", ", entry.speakers())));
        return Stream.concat(cells, withLanguage ? Stream.of(escaped(entry.language())) : Stream.empty())
                .collect(Collectors.joining(" | ", "| ", " |\n"));
    }

    private static String reason(JobRecord job) {
        Failure failure = job.outcome().failure();
        return failure == null ? "unknown" : failure.code() + ", " + escaped(failure.message());
    }

    /** On one line, safe at its start, too. */
    private static String escaped(String text) {
        return cell(Escape.line(oneLine(text)));
    }

    /** The bars that would end the cell of a table. */
    private static String cell(String markdown) {
        return markdown.replaceAll("(?<!\\\\)\\|", "\\\\|");
    }

    private static String oneLine(String text) {
        return text.replaceAll("[\\s\\p{Cntrl}\\u0085\\u2028\\u2029]+", " ").strip();
    }
}
