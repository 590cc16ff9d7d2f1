package io.eventjobs.worker.session.parser;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The memory that a process occupies. */
final class ResidentMemory {
    private static final String LINE = "VmRSS:";

    private ResidentMemory() {}

    /** In bytes, as Linux tells; 0 where it cannot be known. */
    static long of(Process process) {
        try {
            return Files.readAllLines(Path.of("/proc", String.valueOf(process.pid()), "status")).stream()
                    .filter(line -> line.startsWith(LINE))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) << 10)
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            return 0;
        }
    }
}
