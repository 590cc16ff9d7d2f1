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
import io.eventjobs.standalone.cli.ops.StreamCommand;
import io.eventjobs.standalone.cli.ops.WebhooksCommand;
import io.eventjobs.standalone.cli.servers.BootstrapCommand;
import io.eventjobs.standalone.cli.servers.BrokerCommand;
import io.eventjobs.standalone.cli.servers.GatewayCommand;
import io.eventjobs.standalone.cli.servers.ServicesCommand;
import io.eventjobs.standalone.cli.servers.UpCommand;
import io.eventjobs.standalone.cli.servers.WorkerCommand;
import io.eventjobs.standalone.demo.DemoCommand;
import io.eventjobs.standalone.edition.ExportCommand;
import java.util.List;

/** The commands of the program by their names; one is made, and its class loaded, when it is wanted. */
final class CommandTable {
    /** In the order in which help lists them. */
    static final List<String> NAMES = List.of(
            "demo",
            "up",
            "services",
            "bootstrap",
            "broker",
            "gateway",
            "worker",
            "submit",
            "import",
            "upload",
            "status",
            "watch",
            "download",
            "file",
            "export",
            "restart",
            "cancel",
            "jobs",
            "batches",
            "conferences",
            "uploads",
            "templates",
            "dead-letters",
            "replays",
            "queue",
            "keys",
            "webhooks",
            "audit",
            "stream",
            "events",
            "load",
            "completion");

    private CommandTable() {}

    static Object command(String name) {
        return switch (name) {
            case "demo" -> new DemoCommand();
            case "up" -> new UpCommand();
            case "services" -> new ServicesCommand();
            case "bootstrap" -> new BootstrapCommand();
            case "broker" -> new BrokerCommand();
            case "gateway" -> new GatewayCommand();
            case "worker" -> new WorkerCommand();
            case "submit" -> new SubmitCommand();
            case "import" -> new ImportCommand();
            case "upload" -> new UploadCommand();
            case "status" -> new StatusCommand();
            case "watch" -> new WatchCommand();
            case "download" -> new DownloadCommand();
            case "file" -> new FileCommand();
            case "export" -> new ExportCommand();
            case "restart" -> new RestartCommand();
            case "cancel" -> new CancelCommand();
            case "jobs" -> new JobsCommand();
            case "batches" -> new BatchesCommand();
            case "conferences" -> new ConferencesCommand();
            case "uploads" -> new UploadsCommand();
            case "templates" -> new TemplatesCommand();
            case "dead-letters" -> new DeadLettersCommand();
            case "replays" -> new ReplaysCommand();
            case "queue" -> new QueueCommand();
            case "keys" -> new KeysCommand();
            case "webhooks" -> new WebhooksCommand();
            case "audit" -> new AuditCommand();
            case "stream" -> new StreamCommand();
            case "events" -> new EventsCommand();
            case "load" -> new LoadCommand();
            case "completion" -> new CompletionCommand();
            default -> throw new IllegalArgumentException("no command: " + name);
        };
    }
}
