package io.eventjobs.standalone.cli.imports;

import io.eventjobs.gateway.imports.CsvTable;
import io.eventjobs.gateway.imports.UrlList;
import io.eventjobs.standalone.client.ClientCommand;
import io.eventjobs.standalone.client.GatewayException;
import io.eventjobs.standalone.client.LocalFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Submits what a file, the standard input or addresses hold: a job, a batch, a table or list of sessions, or a schedule. */
@Command(
        name = "submit",
        description = {
            "Submit jobs from a file, the standard input, or addresses.",
            "A file is told by its content: the JSON of a job or a batch as in the API, a JSON array of sessions, a CSV whose first line "
                    + "names a job's fields, a list of addresses of sessions' pages, or a schedule (see import).",
            "Addresses are those of sessions' pages; one that ends in xml, json or ics is that of a schedule."
        })
public final class SubmitCommand implements Callable<Integer> {
    @Mixin
    ClientCommand client = new ClientCommand();

    @Mixin
    ImportOptions options = new ImportOptions();

    @Option(names = "--batch-name", paramLabel = "NAME", description = "Name of the batch (default: the conference)")
    @Nullable String batchName;

    @Option(
            names = "--as",
            paramLabel = "KIND",
            description = "What it is: ${COMPLETION-CANDIDATES} (default: told by itself)")
    @Nullable SubmissionKind as;

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "SOURCE", arity = "1..*", description = "A file, - for the standard input, or addresses")
    List<String> sources = List.of();

    @Override
    public Integer call() throws IOException, InterruptedException {
        String first = sources.getFirst();
        if (sources.stream().allMatch(UrlList::isAddress)) {
            boolean isSchedule = as == SubmissionKind.SCHEDULE
                    || as == null && sources.size() == 1 && SubmissionKind.isLikeSchedule(first);
            return isSchedule ? schedule(first) : sessions().submit(UrlList.sessions(sources));
        }
        if (sources.size() > 1) {
            throw new ParameterException(spec.commandLine(), "one file at a time, or addresses only");
        }
        boolean isInput = first.equals("-");
        String text = isInput
                ? new String(System.in.readAllBytes(), StandardCharsets.UTF_8)
                : LocalFiles.read(Path.of(first));
        String name = isInput ? "the standard input" : first;
        SubmissionKind kind = as == null ? SubmissionKind.of(text, name) : as;
        return switch (kind) {
            case REQUEST -> sessions().request(SubmissionKind.json(text, name), text);
            case SESSIONS -> sessions().submit(SubmittedSessions.read(SubmissionKind.json(text, name)));
            case CSV -> sessions().submit(CsvTable.sessions(text, name));
            case URLS -> sessions().submit(UrlList.sessions(UrlList.lines(text)));
            case SCHEDULE -> isInput ? scheduleOfInput(text) : schedule(first);
        };
    }

    private SubmittedSessions sessions() {
        return new SubmittedSessions(client, options, batchName, spec.commandLine());
    }

    private int schedule(String source) throws IOException, InterruptedException {
        if (batchName != null) {
            throw new GatewayException(
                    "--batch-name is not possible with a schedule, which makes a batch for each track");
        }
        return new ScheduleImport(client, options, spec.commandLine()).run(source);
    }

    private int scheduleOfInput(String text) throws IOException, InterruptedException {
        Path file = Files.createTempFile("event-jobs-schedule", "");
        try {
            return schedule(Files.writeString(file, text).toString());
        } finally {
            Files.deleteIfExists(file);
        }
    }
}
