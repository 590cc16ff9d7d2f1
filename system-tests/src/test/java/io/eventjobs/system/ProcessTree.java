package io.eventjobs.system;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Processes of a test with their children: brokers of services, parsers of workers. */
final class ProcessTree {
    private ProcessTree() {}

    /** Kills the processes and their children, and returns when all have ended: until then they write into the folder of the test. */
    static void kill(Collection<Process> roots) {
        List<ProcessHandle> all = roots.stream()
                .map(Process::toHandle)
                .flatMap(root -> Stream.concat(root.descendants(), Stream.of(root)))
                .toList();
        all.forEach(ProcessHandle::destroyForcibly);
        all.forEach(process -> process.onExit().orTimeout(1, TimeUnit.MINUTES).join());
    }

    /** @param signal as the program kill takes it, e.g. {@code -STOP} */
    static void signal(Process process, String signal) {
        try {
            new ProcessBuilder("kill", signal, "" + process.pid())
                    .redirectErrorStream(true)
                    .start()
                    .waitFor();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
