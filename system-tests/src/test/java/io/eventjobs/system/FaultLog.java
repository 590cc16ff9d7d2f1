package io.eventjobs.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** A table of injected faults with the expected result and the duration of recovery; several tests add rows. */
final class FaultLog {
    static final Path TABLE = Path.of("target", "faults.md");

    private static final String ROW = "| ";
    private static final String HEAD = "| fault injected | expected | recovered after |";

    private final Map<String, String> rows = new TreeMap<>();

    void add(String fault, String expected, Duration recovery) {
        String row = String.format(Locale.ROOT, "| %s | %s | %.1f s |", fault, expected, recovery.toMillis() / 1000.0);
        rows.put(fault(row), row);
    }

    /** Keeps rows that are in the file already; the latest row of a fault wins. */
    void write(Path file) {
        try {
            Files.createDirectories(file.getParent());
            Map<String, String> all = new TreeMap<>();
            earlier(file).forEach(row -> all.put(fault(row), row));
            all.putAll(rows);
            List<String> lines = new ArrayList<>(List.of(
                    "# Faults",
                    "",
                    "Made by `mvn verify -Pfaults -pl system-tests -am`, which writes it to `system-tests/target/faults.md`: real",
                    "processes, leases of " + Cluster.LEASE.toSeconds()
                            + " s, services, gateways, workers. Where it says 0.0 s nothing has to recover.",
                    "",
                    HEAD,
                    "|---|---|---|"));
            lines.addAll(all.values());
            Files.write(file, lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String fault(String row) {
        return row.split("\\|")[1].strip();
    }

    private static List<String> earlier(Path file) throws IOException {
        if (!Files.exists(file)) {
            return List.of();
        }
        return Files.readAllLines(file).stream()
                .filter(line -> line.startsWith(ROW) && !line.equals(HEAD))
                .toList();
    }
}
