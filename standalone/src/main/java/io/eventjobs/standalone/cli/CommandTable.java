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
import io.eventjobs.standalone.cli.ops.QueueCommand;
import io.eventjobs.standalone.cli.ops.ReplaysCommand;
import io.eventjobs.standalone.cli.servers.BootstrapCommand;
import io.eventjobs.standalone.cli.servers.BrokerCommand;
import io.eventjobs.standalone.cli.servers.GatewayCommand;
import io.eventjobs.standalone.cli.servers.ServicesCommand;
import io.eventjobs.standalone.cli.servers.UpCommand;
import io.eventjobs.standalone.cli.servers.WorkerCommand;
import io.eventjobs.standalone.demo.DemoCommand;
import io.eventjobs.standalone.edition.ExportCommand;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;

/** The commands of the program by their names; one is made when it is wanted. */
final class CommandTable {
    private static final Map<String, Supplier<Object>> COMMANDS = new LinkedHashMap<>();

    static {
        COMMANDS.put("demo", DemoCommand::new);
        COMMANDS.put("up", UpCommand::new);
        COMMANDS.put("services", ServicesCommand::new);
        COMMANDS.put("bootstrap", BootstrapCommand::new);
        COMMANDS.put("broker", BrokerCommand::new);
        COMMANDS.put("gateway", GatewayCommand::new);
        COMMANDS.put("worker", WorkerCommand::new);
        COMMANDS.put("submit", SubmitCommand::new);
        COMMANDS.put("import", ImportCommand::new);
        COMMANDS.put("upload", UploadCommand::new);
        COMMANDS.put("status", StatusCommand::new);
        COMMANDS.put("watch", WatchCommand::new);
        COMMANDS.put("download", DownloadCommand::new);
        COMMANDS.put("file", FileCommand::new);
        COMMANDS.put("export", ExportCommand::new);
        COMMANDS.put("restart", RestartCommand::new);
        COMMANDS.put("cancel", CancelCommand::new);
        COMMANDS.put("jobs", JobsCommand::new);
        COMMANDS.put("batches", BatchesCommand::new);
        COMMANDS.put("conferences", ConferencesCommand::new);
        COMMANDS.put("uploads", UploadsCommand::new);
        COMMANDS.put("templates", TemplatesCommand::new);
        COMMANDS.put("dead-letters", DeadLettersCommand::new);
        COMMANDS.put("replays", ReplaysCommand::new);
        COMMANDS.put("queue", QueueCommand::new);
        COMMANDS.put("audit", AuditCommand::new);
        COMMANDS.put("events", EventsCommand::new);
        COMMANDS.put("load", LoadCommand::new);
        COMMANDS.put("completion", CompletionCommand::new);
    }

    /** In the order in which help lists them. */
    static final Set<String> NAMES = Collections.unmodifiableSet(COMMANDS.keySet());

    private CommandTable() {}

    static Object command(String name) {
        return Objects.requireNonNull(COMMANDS.get(name), name).get();
    }
}
