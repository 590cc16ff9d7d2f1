package io.eventjobs.standalone.cli.jobs;

import io.eventjobs.standalone.client.ClientCommand;
import io.eventjobs.standalone.client.ProgressLine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Downloads a ZIP with progress on a terminal, verifies its checksums, and says so. */
final class ArchiveDownload {
    private ArchiveDownload() {}

    static int of(ClientCommand client, String path, Path target) throws InterruptedException, IOException {
        if (ProgressLine.isRedrawn()) {
            ProgressLine line = new ProgressLine(client.err());
            client.gateway().download(path, target, line::showBytes);
            line.end();
        } else {
            client.gateway().download(path, target);
        }
        int verified = ArchiveCheck.verify(target);
        ObjectNode answer = JsonNodeFactory.instance
                .objectNode()
                .put("file", target.toString())
                .put("bytes", Files.size(target))
                .put("verified_files", verified);
        return client.show(answer, out -> {
            out.println(target);
            out.println(verified == 1 ? "1 file verified" : verified + " files verified");
        });
    }
}
