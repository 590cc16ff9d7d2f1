package io.eventjobs.standalone.cli;

import io.eventjobs.standalone.client.GatewayException;
import io.eventjobs.standalone.embedded.EmbeddedServerException;
import io.eventjobs.standalone.log.LogFormat;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.slf4j.bridge.SLF4JBridgeHandler;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The command {@code event-jobs}; it ends with an {@link ExitCode}. */
@Command(name = "event-jobs", description = "Turns conference sessions into documents.")
public final class EventJobs {
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = CommandLine.ScopeType.INHERIT,
            description = "Show this help and exit")
    boolean help;

    public static void main(String[] arguments) {
        prepare(arguments);
        System.exit(commandLineFor(arguments).execute(arguments));
    }

    static void prepare(String... arguments) {
        // Digits and decimal points in files and messages are the same everywhere.
        Locale.setDefault(Locale.ROOT);
        checkLogFormat();
        configureLogging(
                arguments.length > 0 && Set.of("demo", "events", "import").contains(arguments[0]));
        warnIfFileNamesAreLimited();
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
        return commandLine(CommandTable.NAMES);
    }

    /** With the command alone that the first argument names: reading the options of all takes longer than what most of them do. */
    static CommandLine commandLineFor(String... arguments) {
        boolean named = arguments.length > 0 && CommandTable.NAMES.contains(arguments[0]);
        // A script of completion has all of them.
        return commandLine(named && !arguments[0].equals("completion") ? List.of(arguments[0]) : CommandTable.NAMES);
    }

    private static CommandLine commandLine(List<String> names) {
        CommandLine line = new CommandLine(new EventJobs());
        names.forEach(name -> line.addSubcommand(name, CommandTable.command(name)));
        // Of the stream itself, since a writer around another writer does not learn that a pipe was closed.
        line.setOut(terminal(new PrintWriter(System.out))).setErr(terminal(line.getErr()));
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
