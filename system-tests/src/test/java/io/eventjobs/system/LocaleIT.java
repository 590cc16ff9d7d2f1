package io.eventjobs.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The whole system where the locale is C and the time zone an odd one: what systemd, cron and many containers give to a service. */
@EnabledIfSystemProperty(
        named = "event-jobs.servers",
        matches = "embedded",
        disabledReason = "the servers are part of what is tested")
class LocaleIT {
    @TempDir
    Path folder;

    private TestSite site;
    private Cluster cluster;

    @BeforeEach
    void start() {
        site = TestSite.start();
        cluster = Cluster.withoutServices(folder);
        cluster.set("LC_ALL", "C");
        cluster.set("TZ", "Pacific/Chatham");
    }

    @AfterEach
    void stop() {
        cluster.close();
        site.close();
    }

    @Test
    void namesOutsideAsciiAreAsAnywhere() throws IOException {
        Gateway gateway = cluster.up("up");
        cluster.awaitReady(1);

        JsonNode job = gateway.awaitFinished(
                gateway.submitWithSlides("Überblick 日本", site.address("/überblick"), site.address("/ü/slides.pdf")));

        assertThat(job.path("status").asString()).isEqualTo("completed");
        String markdown = text(
                gateway.get(job.path("results").path("markdown_url").asString()).body());
        assertThat(markdown).contains("# Überblick 日本", "how a queue that never loses a job is built");
        byte[] zip = gateway.get("/api/event-job/jobs/" + job.path("job_id").asString() + "/download-archive")
                .body();
        assertThat(names(zip)).contains("Test Conference/en/General/Überblick 日本.md");
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static List<String> names(byte[] zip) throws IOException {
        List<String> names = new ArrayList<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                names.add(entry.getName());
            }
        }
        return names;
    }
}
