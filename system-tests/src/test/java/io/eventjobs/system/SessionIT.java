package io.eventjobs.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** A session end to end: HTTP, Kafka, worker, object store, and back. */
@ExtendWith(SystemUnderTest.class)
class SessionIT {
    @Test
    void aPageBecomesMarkdownAndAZip(Gateway gateway, TestSite site) throws IOException {
        JsonNode job = gateway.awaitFinished(gateway.submit("A plain session", site.address("/plain")));

        assertThat(job.path("status").asString()).isEqualTo("completed");
        assertThat(job.path("progress").path("step").asString()).isEqualTo("completed");
        assertThat(job.path("progress").path("percent").asInt()).isEqualTo(100);
        assertThat(job.path("logs").size()).isPositive();
        JsonNode results = job.path("results");
        String file = results.path("markdown_file").asString();
        assertThat(file).startsWith("/").endsWith("/Test Conference/en/General/A plain session.md");
        HttpResponse<byte[]> markdown = gateway.get(results.path("markdown_url").asString());
        assertThat(new String(markdown.body(), StandardCharsets.UTF_8))
                .startsWith("---\n")
                .contains("# A plain session", "how a queue that never loses a job is built")
                .doesNotContain("Home");
        assertThat(markdown.headers().firstValue("Content-Disposition").orElse(""))
                .startsWith("attachment");
        HttpResponse<byte[]> zip =
                gateway.get("/api/event-job/jobs/" + job.path("job_id").asString() + "/download-archive");
        assertThat(names(zip.body())).contains("README.md", "Test Conference/en/General/A plain session.md");
    }

    @Test
    void aPageThatFailsTwiceSucceeds(Gateway gateway, TestSite site) {
        JsonNode job = gateway.awaitFinished(gateway.submit("Patience", site.address("/unavailable-twice")));

        assertThat(job.path("status").asString()).isEqualTo("completed");
        assertThat(site.requests("/unavailable-twice")).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource({
        "/missing, HTTP_NOT_FOUND",
        "/circle, TOO_MANY_REDIRECTS",
        "/inside, ADDRESS_BLOCKED",
        "/empty, EMPTY_PAGE",
    })
    void aPageThatCannotBeHadFailsTheJobWithACode(String path, String code, Gateway gateway, TestSite site) {
        JsonNode job = gateway.awaitFinished(gateway.submit("Broken " + path.substring(1), site.address(path)));

        assertThat(job.path("status").asString()).isEqualTo("failed");
        assertThat(job.path("error").path("code").asString()).isEqualTo(code);
        assertThat(job.path("error").path("step").asString()).isNotEmpty();
    }

    @Test
    void aPrivateAddressIsNotFetched(Gateway gateway) {
        JsonNode job = gateway.awaitFinished(gateway.submit("Inside", "http://192.168.17.17/"));

        assertThat(job.path("error").path("code").asString()).isEqualTo("ADDRESS_BLOCKED");
    }

    @Test
    void aPageWithFactsButNoAbstractCompletesWithAWarning(Gateway gateway, TestSite site) {
        JsonNode job = gateway.awaitFinished(gateway.submit("Facts", site.address("/facts")));

        assertThat(job.path("status").asString()).isEqualTo("completed");
        assertThat(job.path("results").path("warnings").toString()).contains("no abstract");
        assertThat(job.path("results").path("metadata").path("room").asString()).isEqualTo("Hall 1");
    }

    @Test
    void anotherTargetLanguageIsSaidNotToBeTranslated(Gateway gateway, TestSite site) {
        String body = Gateway.job("Sprache", site.address("/language"))
                .replace("\"target_language\":\"en\"", "\"target_language\":\"de\"");
        String id = Gateway.data(gateway.post("/api/event-job/jobs", body), 201)
                .path("job_id")
                .asString();
        JsonNode job = gateway.awaitFinished(id);

        assertThat(job.path("status").asString()).isEqualTo("completed");
        assertThat(job.path("results").path("warnings").toString()).contains("Not translated to de");
    }

    @Test
    void aRestartIsANewRunAndTheOldResultsStayUntilItCompletes(Gateway gateway, TestSite site) {
        String id = gateway.submit("Again", site.address("/gated-restart"));
        gateway.awaitFinished(id);
        site.closeGate();
        JsonNode restarted =
                Gateway.data(gateway.post("/api/event-job/" + id + "/restart", "{\"use_cache\":false}"), 200);
        JsonNode running = gateway.job(id);
        site.openGate();
        JsonNode again = gateway.awaitFinished(id);

        assertThat(restarted.path("message").asString()).isEqualTo("Job restarted");
        assertThat(running.path("results").path("markdown_file").asString()).isNotEmpty();
        assertThat(running.path("run").asInt()).isEqualTo(2);
        assertThat(again.path("status").asString()).isEqualTo("completed");
        assertThat(again.path("executions").size()).isEqualTo(2);
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
