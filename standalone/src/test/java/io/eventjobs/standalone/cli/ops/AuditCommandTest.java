package io.eventjobs.standalone.cli.ops;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventjobs.standalone.cli.FakeGateway;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditCommandTest {
    private static final String ENTRY = "{\"action\": \"pauseQueue\"}";

    @TempDir
    Path folder;

    private final FakeGateway gateway = new FakeGateway();

    @AfterEach
    void close() {
        gateway.close();
    }

    @Test
    void exportsAllThatIsKeptToAFile() {
        Path file = folder.resolve("audit.ndjson");
        gateway.answering(ENTRY);

        assertThat(gateway.run("audit", "export", file.toString()))
                .as(gateway.err())
                .isZero();

        assertThat(gateway.requests()).containsExactly("GET /api/ops/audit/export");
        assertThat(file).content().contains(ENTRY);
        assertThat(gateway.out().strip()).isEqualTo(file.toString());
    }

    @Test
    void exportsATime() {
        gateway.run(
                "audit",
                "export",
                folder.resolve("day").toString(),
                "--since",
                "2026-01-31T00:00:00+01:00",
                "--until",
                "2026-02-01T00:00:00Z");

        assertThat(gateway.requests())
                .containsExactly(
                        "GET /api/ops/audit/export?since=2026-01-31T00%3A00%3A00%2B01%3A00&until=2026-02-01T00%3A00%3A00Z");
    }
}
