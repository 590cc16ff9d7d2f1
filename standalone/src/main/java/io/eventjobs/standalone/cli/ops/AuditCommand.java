package io.eventjobs.standalone.cli.ops;

import io.eventjobs.standalone.client.ClientCommand;
import io.eventjobs.standalone.client.ListOptions;
import io.eventjobs.standalone.client.ResourcePath;
import io.eventjobs.standalone.client.Table;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** Lists who did what, and exports it. */
@Command(name = "audit", description = "List who did what, newest first; export all of a time to a file.")
public final class AuditCommand implements Callable<Integer> {
    @Mixin
    ClientCommand client = new ClientCommand();

    @Mixin
    ListOptions part = new ListOptions();

    @Override
    public Integer call() throws InterruptedException {
        JsonNode page = part.read(client.gateway(), ResourcePath.ops("audit"), "entries");
        return client.show(page, out -> {
            new Table("at", "tenant", "key_id", "action", "address", "path")
                    .addAll(page.path("entries"))
                    .print(out);
            ListOptions.rest(page).lines().forEach(out::println);
        });
    }

    @Command(
            name = "export",
            description = {
                "Write who did what to a file, oldest first, one JSON object on each line.",
                "Without times, all that is kept. The next export begins with the end of this one."
            })
    int export(
            @Mixin ClientCommand client,
            @Option(
                            names = "--since",
                            paramLabel = "TIME",
                            description = "At or after this time, as 2026-01-31T09:30:00Z.")
                    @Nullable String since,
            @Option(names = "--until", paramLabel = "TIME", description = "Before this time.") @Nullable String until,
            @Parameters(paramLabel = "FILE", description = "The file, which is created or replaced.") Path file)
            throws InterruptedException {
        List<String> times = new ArrayList<>();
        if (since != null) {
            times.add("since=" + URLEncoder.encode(since, StandardCharsets.UTF_8));
        }
        if (until != null) {
            times.add("until=" + URLEncoder.encode(until, StandardCharsets.UTF_8));
        }
        String path = ResourcePath.ops("audit").below("export").text();
        client.gateway().download(times.isEmpty() ? path : path + "?" + String.join("&", times), file);
        client.out().println(file);
        client.out().flush();
        return 0;
    }
}
