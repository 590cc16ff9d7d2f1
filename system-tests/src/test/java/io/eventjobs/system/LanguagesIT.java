package io.eventjobs.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** A conference in an additional language, with all languages in one archive. */
@ExtendWith(SystemUnderTest.class)
class LanguagesIT {
    private static final String EVENT = "Conference of languages";

    @Test
    void aBatchInAnotherLanguageIsANewBatch(Gateway gateway, TestSite site) throws IOException {
        JsonNode old = Gateway.data(gateway.post("/api/event-job/batches", batch(site)), 201);
        String id = old.path("batch_id").asString();
        gateway.awaitBatch(id, "completed");
        JsonNode before = gateway.batch(id);

        HttpResponse<byte[]> first = change(gateway, id, "fr", "key-fr");
        JsonNode made = Gateway.data(first, 201);
        assertThat(made.path("source_batch_id").asString()).isEqualTo(id);
        assertThat(made.path("job_count").asInt()).isEqualTo(2);
        assertThat(made.path("batch_name").asString()).isEqualTo("Languages (fr)");
        JsonNode again = Gateway.data(change(gateway, id, "fr", "key-fr"), 201);
        assertThat(again.path("batch_id")).isEqualTo(made.path("batch_id"));

        JsonNode done = gateway.awaitBatch(made.path("batch_id").asString(), "completed");
        String job = done.path("jobs").get(0).path("job_id").asString();
        assertThat(gateway.job(job).path("parameters").path("target_language").asString())
                .isEqualTo("fr");
        assertThat(gateway.batch(id)).isEqualTo(before);

        HttpResponse<byte[]> archive = gateway.get("/api/event-job/events/Conference%20of%20languages/archive");
        assertThat(archive.statusCode()).isEqualTo(200);
        assertThat(archive.headers().firstValue("Content-Disposition").orElse(""))
                .contains("Conference of languages.zip");
        assertThat(names(archive.body()))
                .contains(
                        "README.md",
                        "index.md",
                        "llms.txt",
                        "SHA256SUMS",
                        EVENT + "/en/General/One.md",
                        EVENT + "/en/General/Two.md")
                .doesNotHaveDuplicates()
                .hasSize(8);
    }

    @Test
    void invalidLanguageChangesAreRefusedWithAReason(Gateway gateway, TestSite site) {
        String id = Gateway.data(gateway.post("/api/event-job/batches", batch(site)), 201)
                .path("batch_id")
                .asString();

        assertThat(change(gateway, "no-such-batch", "fr", "k1").statusCode()).isEqualTo(404);
        assertThat(fault(change(gateway, id, "no tag", "k2"))).contains("must be a language tag");
        assertThat(fault(change(gateway, id, "en", "k3"))).contains("already");
        assertThat(fault(gateway.post("/api/event-job/batches/" + id + "/change-language", "{}")))
                .contains("is required");
        assertThat(gateway.get("/api/event-job/events/Nobody%20knows/archive").statusCode())
                .isEqualTo(404);
    }

    private static HttpResponse<byte[]> change(Gateway gateway, String batch, String language, String key) {
        return gateway.send(
                "POST",
                "/api/event-job/batches/" + batch + "/change-language",
                "{\"target_language\":\"" + language + "\"}",
                "Content-Type",
                "application/json",
                "Idempotency-Key",
                key);
    }

    private static String fault(HttpResponse<byte[]> response) {
        assertThat(response.statusCode()).isEqualTo(400);
        return Gateway.json(response)
                .path("error")
                .path("details")
                .get(0)
                .path("message")
                .asString();
    }

    private static String batch(TestSite site) {
        return "{\"batch_name\":\"Languages\",\"jobs\":[" + job("One", site) + "," + job("Two", site) + "]}";
    }

    private static String job(String session, TestSite site) {
        return Gateway.job(session, site.address("/languages/" + session)).replace("Test Conference", EVENT);
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
