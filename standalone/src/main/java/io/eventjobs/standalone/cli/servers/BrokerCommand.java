package io.eventjobs.standalone.cli.servers;

import io.eventjobs.standalone.embedded.EmbeddedKafka;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Runs a broker of a cluster as a child process of {@code services}; it ends when its parent does. */
@Command(name = "broker", hidden = true, description = "Run one broker of the cluster; started by services.")
public final class BrokerCommand implements Callable<Integer> {
    @Option(names = "--folder", required = true)
    Path folder = Path.of("");

    @Option(names = "--id", required = true)
    int id;

    @Option(names = "--nodes", required = true, description = "id:client-port:controller-port,…")
    String nodes = "";

    @Override
    public Integer call() throws IOException {
        List<EmbeddedKafka.Node> cluster =
                Arrays.stream(nodes.split(",")).map(BrokerCommand::node).toList();
        EmbeddedKafka kafka = EmbeddedKafka.start(folder, cluster.get(id - 1), cluster);
        Runtime.getRuntime().addShutdownHook(new Thread(kafka::close, "broker-stop"));
        Files.writeString(folder.resolveSibling(folder.getFileName() + ".ready"), "");
        // Blocks until the parent ends, however it ends: nothing is ever written to this pipe.
        System.in.transferTo(OutputStream.nullOutputStream());
        return 0;
    }

    private static EmbeddedKafka.Node node(String text) {
        String[] parts = text.split(":");
        return new EmbeddedKafka.Node(
                Integer.parseInt(parts[0]), Integer.parseInt(parts[1]), Integer.parseInt(parts[2]));
    }
}
