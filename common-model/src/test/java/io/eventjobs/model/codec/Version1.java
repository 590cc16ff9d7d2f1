package io.eventjobs.model.codec;

import io.eventjobs.model.job.BatchId;
import io.eventjobs.model.job.Effort;
import io.eventjobs.model.job.ExecutionId;
import io.eventjobs.model.job.Failure;
import io.eventjobs.model.job.FailureCode;
import io.eventjobs.model.job.JobId;
import io.eventjobs.model.job.JobParameters;
import io.eventjobs.model.job.JobResults;
import io.eventjobs.model.job.JobType;
import io.eventjobs.model.job.LogLine;
import io.eventjobs.model.job.ModelUsage;
import io.eventjobs.model.job.NoopParameters;
import io.eventjobs.model.job.Progress;
import io.eventjobs.model.job.ProgressStep;
import io.eventjobs.model.job.SessionParameters;
import io.eventjobs.model.job.SourceParameters;
import io.eventjobs.model.job.StoredFile;
import io.eventjobs.model.job.TenantId;
import io.eventjobs.model.job.WorkerId;
import io.eventjobs.model.protocol.Control;
import io.eventjobs.model.protocol.InterruptionReason;
import io.eventjobs.model.protocol.JobCommand;
import io.eventjobs.model.protocol.Report;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One message of each kind of version 1, with its golden file. */
final class Version1 {
    private static final MessageCodec<JobCommand> COMMANDS = MessageCodec.commands();
    private static final MessageCodec<Report> REPORTS = MessageCodec.reports();
    private static final MessageCodec<Control> CONTROLS = MessageCodec.controls();

    private static final JobId JOB = new JobId("job-0194c1f0-7c3b-7000-8000-000000000001");
    private static final WorkerId WORKER = new WorkerId("worker-1");
    private static final ExecutionId EXECUTION = new ExecutionId("e-42");
    private static final Report.Execution OF = new Report.Execution(JOB, 7, EXECUTION, WORKER);
    private static final List<LogLine> LOGS = List.of(
            new LogLine(Instant.parse("2026-02-01T09:30:00.123Z"), LogLine.Level.WARNING, "No abstract on the page"));

    private Version1() {}

    /**
     * @param file name of the golden file
     * @param codec codec for this kind of message
     */
    record Kind<T>(String file, MessageCodec<T> codec, T message) {
        @Override
        public String toString() {
            return file;
        }
    }

    static Stream<Kind<?>> all() {
        return Stream.of(commands(), reports(), controls()).flatMap(kinds -> kinds);
    }

    private static Stream<Kind<JobCommand>> commands() {
        return Stream.of(
                new Kind<>("command-session", COMMANDS, command(new BatchId("fosdem-2026"), session(null))),
                new Kind<>(
                        "command-session-announced",
                        COMMANDS,
                        command(null, announced(SessionParameters.Writing.DEFAULT))),
                new Kind<>(
                        "command-session-template",
                        COMMANDS,
                        command(null, announced(new SessionParameters.Writing("Digest", "0a".repeat(32), null)))),
                new Kind<>("command-session-names", COMMANDS, command(new BatchId("fosdem-2026"), session(true))),
                new Kind<>("command-page", COMMANDS, command(null, page())),
                new Kind<>("command-document", COMMANDS, command(null, document())),
                new Kind<>("command-transcript", COMMANDS, command(null, transcript())),
                new Kind<>(
                        "command-since",
                        COMMANDS,
                        new JobCommand(
                                JOB,
                                new TenantId("default"),
                                null,
                                7,
                                4,
                                2,
                                1,
                                null,
                                Duration.ofSeconds(30),
                                new NoopParameters("load", 20))),
                new Kind<>(
                        "command-waited",
                        COMMANDS,
                        new JobCommand(
                                JOB,
                                new TenantId("default"),
                                null,
                                7,
                                1,
                                null,
                                1,
                                Duration.ofSeconds(45),
                                Duration.ofSeconds(30),
                                new NoopParameters("load", 20))),
                new Kind<>(
                        "command-alone",
                        COMMANDS,
                        new JobCommand(
                                JOB,
                                new TenantId("default"),
                                null,
                                7,
                                1,
                                null,
                                1,
                                null,
                                true,
                                Duration.ofSeconds(30),
                                new NoopParameters("load", 20))),
                new Kind<>("command-noop", COMMANDS, command(null, new NoopParameters("load", 20))),
                new Kind<>(
                        "command-noop-payload", COMMANDS, command(null, new NoopParameters("load", 20, "0123abcd"))));
    }

    private static JobCommand command(@Nullable BatchId batch, JobParameters parameters) {
        return new JobCommand(
                JOB, new TenantId("default"), batch, 7, 2, null, 3, null, Duration.ofSeconds(30), parameters);
    }

    private static SessionParameters announced(SessionParameters.Writing writing) {
        return new SessionParameters(
                "FOSDEM 2026",
                "Closing FOSDEM",
                "https://fosdem.org/2026/schedule/event/closing/",
                "closing.md",
                "Keynotes",
                new SessionParameters.Languages("en", "de", null),
                SessionParameters.Slot.UNKNOWN,
                List.of(),
                SessionParameters.Material.NONE,
                new SessionParameters.Announcement("https://fosdem.org/2026/schedule/xml", "sha256:0123abcd"),
                writing,
                true);
    }

    private static SessionParameters session(@Nullable Boolean translateNames) {
        return new SessionParameters(
                "FOSDEM 2026",
                "Closing FOSDEM",
                "https://fosdem.org/2026/schedule/event/closing/",
                "closing.md",
                "Keynotes",
                new SessionParameters.Languages("en", "de", translateNames),
                new SessionParameters.Slot("Sunday", "17:50", "18:15"),
                List.of("FOSDEM Staff"),
                new SessionParameters.Material(
                        "https://video.fosdem.org/2026/janson/closing.mp4",
                        "https://fosdem.org/2026/events/attachments/closing/slides.pdf",
                        null,
                        "default/inputs/transcript.txt"),
                SessionParameters.Announcement.NONE,
                new SessionParameters.Writing("Session", null, "developers"),
                true);
    }

    private static SourceParameters page() {
        return new SourceParameters(
                JobType.PAGE,
                "https://fosdem.org/2026/practical/",
                "FOSDEM 2026",
                "Practical",
                "How to get there",
                "getting-there.md",
                "en",
                "de",
                true);
    }

    private static SourceParameters document() {
        return new SourceParameters(
                JobType.DOCUMENT,
                "upload:upload-0194c1f0-7c3b-7000-8000-000000000002",
                null,
                null,
                null,
                "slides.md",
                "en",
                "en",
                true);
    }

    private static SourceParameters transcript() {
        return new SourceParameters(
                JobType.TRANSCRIPT,
                "https://video.fosdem.org/2026/janson/closing.mp4",
                "FOSDEM 2026",
                null,
                "Closing FOSDEM",
                "closing.md",
                "en",
                "en",
                false);
    }

    private static Stream<Kind<Report>> reports() {
        Failure failure = new Failure(
                FailureCode.HTTP_THROTTLED,
                "The host asks to wait 30 s",
                ProgressStep.FETCHING_PAGE,
                Duration.ofSeconds(30),
                "at io.eventjobs");
        return Stream.of(
                report("claimed", new Report.Claimed(OF)),
                report("progressed", new Report.Progressed(OF, 3, Progress.at(ProgressStep.TRANSCRIBING, "VTT"), LOGS)),
                report(
                        "progressed-alone",
                        new Report.Progressed(OF, 3, Progress.at(ProgressStep.TRANSCRIBING, "VTT"), LOGS, true)),
                report("completed", new Report.Completed(OF, results(), LOGS)),
                report("completed-nothing", new Report.Completed(OF, JobResults.nothing(), List.of())),
                report("completed-effort", new Report.Completed(OF, JobResults.nothing(), List.of(), effort())),
                report("failed", new Report.Failed(OF, failure, LOGS)),
                report("interrupted", new Report.Interrupted(OF, InterruptionReason.DRAIN, LOGS)),
                report("interrupted-no-slot", new Report.Interrupted(OF, InterruptionReason.NO_SLOT, List.of())),
                report(
                        "undecodable",
                        new Report.Undecodable(
                                WORKER, JOB.value(), 2, 99, "no JSON", "{".getBytes(StandardCharsets.UTF_8))),
                report("presence", new Report.Presence(WORKER, "0.1.0", 8, List.of(OF), Set.of(JobType.SESSION), true)),
                report(
                        "presence-prefetch",
                        new Report.Presence(WORKER, "0.1.0", 8, 24, List.of(OF), Set.of(JobType.SESSION), false, null)),
                report(
                        "presence-assignable",
                        new Report.Presence(WORKER, "0.1.0", 8, null, List.of(), Set.of(JobType.NOOP), false, true)),
                report("touched-job", new Report.Touched(JOB, null)),
                report("touched-batch", new Report.Touched(null, "default/fosdem-2026")));
    }

    private static Kind<Report> report(String name, Report report) {
        return new Kind<>("report-" + name, REPORTS, report);
    }

    private static Effort effort() {
        return new Effort(
                List.of(
                        new Effort.StepTime(ProgressStep.FETCHING_PAGE, 120),
                        new Effort.StepTime(ProgressStep.WRITING_MARKDOWN, 3)),
                List.of(ModelUsage.ofText("summary", "small", 1_200, 80, new BigDecimal("0.0012"))));
    }

    private static JobResults results() {
        String sha256 = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
        return new JobResults(
                new StoredFile("FOSDEM 2026/en/Keynotes/closing.md", "text/markdown", 1_234, sha256),
                new StoredFile("closing.zip", "application/zip", 5_678, sha256),
                List.of(new StoredFile("FOSDEM 2026/en/Keynotes/slides/1.png", "image/png", 91_011, sha256)),
                Map.of("title", "Closing FOSDEM", "speakers", List.of("FOSDEM Staff")),
                List.of("The page has no abstract."));
    }

    private static Stream<Kind<Control>> controls() {
        return Stream.of(
                control(
                        "assigned",
                        new Control.Assigned(WORKER, EXECUTION, command(null, new NoopParameters("load", 20)))),
                control("granted", new Control.Granted(WORKER, JOB, 7, EXECUTION)),
                control("refused", new Control.Refused(WORKER, JOB, 7, EXECUTION, "another execution has the job")),
                control("cancel", new Control.Cancel(WORKER, JOB, 7, "cancelled by its owner")));
    }

    private static Kind<Control> control(String name, Control control) {
        return new Kind<>("control-" + name, CONTROLS, control);
    }
}
