package io.eventjobs.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What was hurt, what is expected, how long the recovery took; written as a table. */
final class FaultLog {
    private final List<String> rows = new ArrayList<>();

    void add(String fault, String expected, Duration recovery) {
        rows.add(String.format(Locale.ROOT, "| %s | %s | %.1f s |", fault, expected, recovery.toMillis() / 1000.0));
    }

    void write(Path file) {
        List<String> lines = new ArrayList<>();
        lines.add("# Faults");
        lines.add("");
        lines.add(
                "Made by `mvn verify -Pfaults -pl system-tests -am` (FaultsIT): real processes, leases of 3 s, services,"
                        + " two gateways, two workers of 4 slots.");
        lines.add("");
        lines.add("| what is hurt | what must come of it | measured until then |");
        lines.add("|---|---|---|");
        lines.addAll(rows);
        try {
            Files.createDirectories(file.getParent());
            Files.write(file, lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
