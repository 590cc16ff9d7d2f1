package io.eventjobs.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** Processor time of this process and, where the system reports it, of the programs that it ran; independent of other processes. */
final class ProcessorTime {
    private static final Path STAT = Path.of("/proc/self/stat");
    private static final long NANOS_A_TICK = 10_000_000;

    private final OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    Duration soFar() throws IOException {
        return Duration.ofNanos(system.getProcessCpuTime() + childrenNanos());
    }

    /** Fields 16 and 17, counted after the process name, which may contain any characters. */
    private static long childrenNanos() throws IOException {
        if (!Files.isReadable(STAT)) {
            return 0;
        }
        String stat = Files.readString(STAT);
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        return (Long.parseLong(fields[13]) + Long.parseLong(fields[14])) * NANOS_A_TICK;
    }
}
