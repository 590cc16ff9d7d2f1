package io.eventjobs.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventjobs.standalone.embedded.FreePort;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What was acknowledged survives when all processes are killed at once under load. */
@ExtendWith(SystemUnderTest.class)
@EnabledIfSystemProperty(
        named = "event-jobs.servers",
        matches = "embedded",
        disabledReason = "other people's servers are not killed")
class CrashRecoveryIT {
    private final List<Process> processes = new ArrayList<>();

    @TempDir
    Path folder;

    @AfterEach
    void endProcesses(TestSite site) {
        site.openGate();
        ProcessTree.kill(processes);
    }

    @Test
    void everythingAcceptedBeforeAKillIsCompletedAfterIt(TestSite site) throws Exception {
        int port = FreePort.next();
        Gateway gateway = new Gateway(URI.create("http://127.0.0.1:" + port));
        Process first = up(port);
        awaitReady(gateway);
        String done = gateway.submit("Done", site.address("/survivor/done"));
        gateway.awaitFinished(done);
        site.closeGate();
        List<String> accepted = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            accepted.add(gateway.submit("Survivor " + i, site.address("/gated/survivor/" + i)));
        }
        gateway.awaitStatus(accepted.getFirst(), "processing");
        assertThat(accepted)
                .extracting(id -> gateway.job(id).path("status").asString())
                .containsOnly("processing", "pending");
        first.destroyForcibly();
        assertThat(first.waitFor(Progress.PATIENCE.toSeconds(), TimeUnit.SECONDS))
                .isTrue();

        site.openGate();
        up(port);
        awaitReady(gateway);

        accepted.add(done);
        for (String id : accepted) {
            JsonNode job = gateway.awaitFinished(id);
            assertThat(job.path("status").asString()).as(id).isEqualTo("completed");
        }
        assertThat(gateway.job(done).path("executions").size()).isOne();
    }

    private Process up(int port) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "io.eventjobs.standalone.cli.EventJobs",
                        "up",
                        "--port",
                        String.valueOf(port),
                        "--data",
                        folder.resolve("data").toString(),
                        "--api-key",
                        Gateway.KEY,
                        "--allow-private-host",
                        "127.0.0.1",
                        "--lease",
                        "PT3S")
                .redirectErrorStream(true)
                .redirectOutput(new File(folder.toFile(), "up.log"))
                .start();
        processes.add(process);
        return process;
    }

    private static void awaitReady(Gateway gateway) {
        Progress.await("all of it is ready again", () -> gateway.isReady(1));
    }
}
