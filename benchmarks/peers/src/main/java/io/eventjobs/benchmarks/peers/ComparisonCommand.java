package io.eventjobs.benchmarks.peers;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Prints the comparison of results in a folder; the script {@code benchmarks/run peers} starts it. */
final class ComparisonCommand {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private ComparisonCommand() {}

    /** @param arguments folder with {@code peer-*.json} and {@code ours-*-cold.json}, {@code ours-*-warm.json}; {@code json} or {@code text} */
    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        List<Comparison.Row> rows = new ArrayList<>();
        List<String> settings = new ArrayList<>();
        for (Path file : files(folder, "ours-*-cold.json")) {
            String name = file.getFileName().toString().replaceAll("^ours-(.*)-cold\\.json$", "$1");
            rows.add(ours(name, read(file), read(folder.resolve("ours-" + name + "-warm.json"))));
        }
        for (Path file : files(folder, "peer-*.json")) {
            PeerResult peer = JSON.readValue(Files.readString(file), PeerResult.class);
            rows.add(row(peer));
            settings.add(peer.name() + ": " + peer.setting());
        }
        Comparison comparison = Comparison.of(rows);
        String text = arguments[1].equals("json")
                ? JSON.writeValueAsString(new Printed(settings, comparison))
                : String.join("\n", settings) + "\n" + comparison.text();
        System.out.write((text + "\n").getBytes(StandardCharsets.UTF_8));
        System.out.flush();
    }

    private static Comparison.Row row(PeerResult peer) {
        Drain cold = peer.cold();
        Drain warm = peer.warm();
        long doubled = cold.executions() - cold.jobs() + warm.executions() - warm.jobs();
        return new Comparison.Row(
                peer.name(), false, cold.perSecond(), warm.perSecond(), warm.cpuMillisPerJob(), doubled);
    }

    private static Comparison.Row ours(String name, JsonNode cold, JsonNode warm) {
        return new Comparison.Row(
                "Event Jobs, " + name,
                true,
                cold.path("working").path("jobs_per_second").asDouble(),
                warm.path("working").path("jobs_per_second").asDouble(),
                warm.path("server").path("cpu_millis_per_job").asDouble(),
                cold.path("outcome").path("doubled").asLong()
                        + warm.path("outcome").path("doubled").asLong());
    }

    private static JsonNode read(Path file) throws IOException {
        return JSON.readTree(Files.readString(file)).path("runs").path(0);
    }

    private static List<Path> files(Path folder, String pattern) throws IOException {
        List<Path> files = new ArrayList<>();
        try (var found = Files.newDirectoryStream(folder, pattern)) {
            found.forEach(files::add);
        }
        return files.stream().sorted().toList();
    }

    private record Printed(List<String> settings, Comparison comparison) {}
}
