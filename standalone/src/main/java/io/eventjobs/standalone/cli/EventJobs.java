package io.eventjobs.standalone.cli;

import io.eventjobs.standalone.cli.imports.ImportCommand;
import io.eventjobs.standalone.cli.imports.SubmitCommand;
import io.eventjobs.standalone.cli.jobs.BatchesCommand;
import io.eventjobs.standalone.cli.jobs.CancelCommand;
import io.eventjobs.standalone.cli.jobs.ConferencesCommand;
import io.eventjobs.standalone.cli.jobs.DownloadCommand;
import io.eventjobs.standalone.cli.jobs.FileCommand;
import io.eventjobs.standalone.cli.jobs.JobsCommand;
import io.eventjobs.standalone.cli.jobs.RestartCommand;
import io.eventjobs.standalone.cli.jobs.StatusCommand;
import io.eventjobs.standalone.cli.jobs.TemplatesCommand;
import io.eventjobs.standalone.cli.jobs.UploadCommand;
import io.eventjobs.standalone.cli.jobs.UploadsCommand;
import io.eventjobs.standalone.cli.jobs.WatchCommand;
import io.eventjobs.standalone.cli.load.LoadCommand;
import io.eventjobs.standalone.cli.ops.AuditCommand;
import io.eventjobs.standalone.cli.ops.DeadLettersCommand;
import io.eventjobs.standalone.cli.ops.EventsCommand;
import io.eventjobs.standalone.cli.ops.KeysCommand;
import io.eventjobs.standalone.cli.ops.QueueCommand;
import io.eventjobs.standalone.cli.ops.ReplaysCommand;
import io.eventjobs.standalone.cli.servers.BootstrapCommand;
import io.eventjobs.standalone.cli.servers.BrokerCommand;
import io.eventjobs.standalone.cli.servers.GatewayCommand;
import io.eventjobs.standalone.cli.servers.ServicesCommand;
import io.eventjobs.standalone.cli.servers.UpCommand;
import io.eventjobs.standalone.cli.servers.WorkerCommand;
import io.eventjobs.standalone.client.GatewayException;
import io.eventjobs.standalone.demo.DemoCommand;
import io.eventjobs.standalone.edition.ExportCommand;
import io.eventjobs.standalone.embedded.EmbeddedServerException;
import io.eventjobs.standalone.log.LogFormat;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.slf4j.bridge.SLF4JBridgeHandler;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The command {@code event-jobs}; it ends with an {@link ExitCode}. */
@Command(
        name = "event-jobs",
        description = "Turns conference sessions into documents.",
        subcommands = {
            DemoCommand.class,
            UpCommand.class,
            ServicesCommand.class,
            BootstrapCommand.class,
            BrokerCommand.class,
            GatewayCommand.class,
            WorkerCommand.class,
            SubmitCommand.class,
            ImportCommand.class,
            UploadCommand.class,
            StatusCommand.class,
            WatchCommand.class,
            DownloadCommand.class,
            FileCommand.class,
            ExportCommand.class,
            RestartCommand.class,
            CancelCommand.class,
            JobsCommand.class,
            BatchesCommand.class,
            ConferencesCommand.class,
            UploadsCommand.class,
            TemplatesCommand.class,
            DeadLettersCommand.class,
            ReplaysCommand.class,
            QueueCommand.class,
            KeysCommand.class,
            AuditCommand.class,
            EventsCommand.class,
            LoadCommand.class,
            CompletionCommand.class
        })
public final class EventJobs {
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = CommandLine.ScopeType.INHERIT,
            description = "Show this help and exit")
    boolean help;

    public static void main(String[] arguments) {
        // Digits and decimal points in files and messages are the same everywhere.
        Locale.setDefault(Locale.ROOT);
        checkLogFormat();
        configureLogging(
                arguments.length > 0 && Set.of("demo", "events", "import").contains(arguments[0]));
        warnIfFileNamesAreLimited();
        System.exit(commandLine().execute(arguments));
    }

    /** Before anything is logged: in an unknown format, nothing would be. */
    private static void checkLogFormat() {
        String format = System.getenv(LogFormat.VARIABLE);
        Optional<String> fault = format == null ? Optional.empty() : LogFormat.fault(format);
        if (fault.isPresent()) {
            System.err.println("event-jobs: " + fault.get());
            System.exit(CommandLine.ExitCode.USAGE);
        }
    }

    /** The scripts that start this set such a locale; whoever starts Java directly has to. */
    private static void warnIfFileNamesAreLimited() {
        Charset fileNames = Charset.forName(System.getProperty("sun.jnu.encoding", "UTF-8"));
        if (!fileNames.newEncoder().canEncode("ü日")) {
            System.err.println("event-jobs: file names are limited to " + fileNames
                    + " here; set LC_ALL=C.UTF-8 before the start");
        }
    }

    /** All programs in this process share one logging configuration; commands whose output is for people log warnings only. */
    private static void configureLogging(boolean quiet) {
        System.setProperty("org.springframework.boot.logging.LoggingSystem", "none");
        System.setProperty("event-jobs.log", quiet ? "WARN" : "INFO");
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
    }

    public static CommandLine commandLine() {
        CommandLine line = new CommandLine(new EventJobs());
        line.setOut(terminal(line.getOut())).setErr(terminal(line.getErr()));
        line.setCaseInsensitiveEnumValuesAllowed(true);
        ExitCode.describe(line);
        return explaining(line);
    }

    private static PrintWriter terminal(PrintWriter writer) {
        return new PrintWriter(new TerminalWriter(writer), true);
    }

    public static CommandLine explaining(CommandLine line) {
        line.setExecutionExceptionHandler((fault, command, result) -> {
            Throwable cause = told(fault);
            command.getErr().println(command.getColorScheme().errorText(explained(fault, cause)));
            return ExitCode.of(cause).code();
        });
        line.setParameterExceptionHandler((fault, arguments) -> refused(fault));
        return line;
    }

    /** A line with what is wrong and what may have been meant, and one that says where the rest stands: no page of usage. */
    private static int refused(CommandLine.ParameterException fault) {
        CommandLine command = fault.getCommandLine();
        PrintWriter err = command.getErr();
        err.println(command.getColorScheme().errorText("event-jobs: " + fault.getMessage()));
        CommandLine.UnmatchedArgumentException.printSuggestions(fault, err);
        Suggestion.of(fault).ifPresent(value -> err.println("Did you mean: " + value + "?"));
        err.println("See: " + command.getCommandSpec().qualifiedName() + " --help");
        return command.getCommandSpec().exitCodeOnInvalidInput();
    }

    /** The cause that was written for users, else the innermost. */
    private static Throwable told(Exception fault) {
        Throwable cause = fault;
        while (cause.getCause() != null
                && !(cause instanceof EmbeddedServerException)
                && !(cause instanceof GatewayException)) {
            cause = cause.getCause();
        }
        return cause;
    }

    /** One sentence for the user in place of a stack trace. */
    private static String explained(Exception fault, Throwable cause) {
        Optional<String> setting = WrongSetting.words(fault);
        if (setting.isPresent()) {
            return "event-jobs: " + setting.get();
        }
        String message = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
        return "event-jobs: " + message;
    }
}
