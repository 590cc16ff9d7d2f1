package io.eventjobs.standalone.cli.imports;

import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which sessions to submit, and how. */
final class ImportOptions {
    @Option(names = "--track", description = "Submit this track only; may be repeated")
    List<String> tracks = List.of();

    @Option(
            names = "--language",
            description = "Language of the documents (default: ${DEFAULT-VALUE})",
            defaultValue = "de")
    String language = "de";

    @Option(names = "--event", paramLabel = "NAME", description = "Name of the conference (default: as in the source)")
    @Nullable String event;

    @Option(
            names = "--pages",
            paramLabel = "ADDRESS",
            description = "Pages of sessions without an address in the schedule: a URL with {id}, {code} or {slug}")
    @Nullable String pages;

    @Option(
            names = "--dry-run",
            description = "Only print what would be submitted; without a gateway, what the source holds")
    boolean dryRun;

    @Option(names = "--wait", description = "Wait until all jobs are finished; exit with 1 if one failed")
    boolean wait;

    @Option(
            names = "--allow-private-host",
            paramLabel = "HOST",
            description = "Host that a schedule may be fetched from although it is not public; may be repeated")
    List<String> allowedPrivateHosts = List.of();
}
