package io.eventjobs.standalone.cli.jobs;

import io.eventjobs.standalone.client.ClientCommand;
import io.eventjobs.standalone.client.LocalFiles;
import io.eventjobs.standalone.client.ResourcePath;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.JsonNodeFactory;

/** Downloads one file of a job's results. */
@Command(
        name = "file",
        description = "Download one file of a job's results, such as its markdown_file; continues one that broke off.")
public final class FileCommand implements Callable<Integer> {
    @Mixin
    ClientCommand client = new ClientCommand();

    @Parameters(paramLabel = "PATH", description = "Path of the file as in the job's results: /job-…/…")
    String path = "";

    @Option(names = "--out", paramLabel = "FILE", description = "File to write, or its folder (default: its name)")
    @Nullable Path out;

    @Override
    public Integer call() throws InterruptedException {
        String[] segments =
                Arrays.stream(path.split("/")).filter(part -> !part.isEmpty()).toArray(String[]::new);
        String name = segments.length == 0 ? "file" : segments[segments.length - 1];
        Path target = LocalFiles.target(out == null ? Path.of(name) : out, name);
        client.gateway().download(ResourcePath.eventJob("files").below(segments).text(), target);
        return client.show(
                JsonNodeFactory.instance.objectNode().put("file", target.toString()), out -> out.println(target));
    }
}
