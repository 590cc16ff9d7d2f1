package io.eventjobs.standalone.cli.ops;

import io.eventjobs.standalone.client.ClientCommand;
import io.eventjobs.standalone.client.ListOptions;
import io.eventjobs.standalone.client.ResourcePath;
import io.eventjobs.standalone.client.Table;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import tools.jackson.databind.JsonNode;

/** Lists who did what. */
@Command(name = "audit", description = "List who did what, newest first.")
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
}
