package io.eventjobs.standalone.cli.jobs;

import io.eventjobs.standalone.client.ClientCommand;
import io.eventjobs.standalone.client.ResourcePath;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Shows and deletes uploads. */
@Command(name = "uploads", description = "Manage uploads: show, delete.", synopsisSubcommandLabel = "COMMAND")
public final class UploadsCommand {
    @Command(name = "show", description = "Show an upload.")
    int show(@Mixin ClientCommand client, @Parameters(paramLabel = "ID") String id) throws InterruptedException {
        return client.showFields(
                client.gateway().get(path(id)), "upload_id", "address", "filename", "bytes", "sha256", "expires_at");
    }

    @Command(name = "delete", description = "Delete an upload that no job uses.")
    int delete(@Mixin ClientCommand client, @Parameters(paramLabel = "ID") String id) throws InterruptedException {
        return client.show(client.gateway().delete(path(id)), out -> out.println("Upload deleted"));
    }

    /** Accepts the address, too, by which jobs name it. */
    private static String path(String id) {
        String bare = id.replaceFirst("^upload:", "").replaceFirst("/.*$", "");
        return ResourcePath.eventJob("uploads", bare).text();
    }
}
