package io.eventjobs.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** The results of a session as downloaded over HTTP. */
@ExtendWith(SystemUnderTest.class)
class BundleIT {
    private static final String NAME = "Größe 100% #1 (part 1) 🎉";
    private static final Pattern IMAGE = Pattern.compile("!\\[[^]]*]\\((\\S+)\\)(?=\\s|$)");

    @Test
    void everyRelativeLinkOfTheDocumentLeadsToAFile(Gateway gateway, TestSite site) {
        JsonNode results = finished(gateway, site).path("results");
        URI document = URI.create(results.path("markdown_url").asString());

        String markdown = new String(gateway.get(document.toString()).body(), StandardCharsets.UTF_8);
        List<String> links =
                IMAGE.matcher(markdown).results().map(BundleIT::target).toList();

        assertThat(links).isNotEmpty();
        assertThat(links).allSatisfy(link -> assertThat(
                        gateway.get(document.resolve(URI.create(link)).toASCIIString())
                                .statusCode())
                .isEqualTo(200));
    }

    @Test
    void theRecordContainsTheDurationOfEachStep(Gateway gateway, TestSite site) {
        JsonNode job = finished(gateway, site);

        assertThat(job.path("results").path("timings").findValuesAsString("step"))
                .startsWith("fetching_page", "extracting_page", "fetching_attachments", "rendering_slides")
                .endsWith("writing_markdown", "packaging", "uploading");
        assertThat(job.path("executions").get(0).path("timings"))
                .isEqualTo(job.path("results").path("timings"));
    }

    private static String target(MatchResult image) {
        return image.group(1);
    }

    private static JsonNode finished(Gateway gateway, TestSite site) {
        String body =
                """
                {"event": "Conf %s", "session": "%s", "url": "%s", "track": "Track %s", "filename": "%s.md",
                 "attachments_url": "%s", "source_language": "en", "target_language": "en"}
                """
                        .formatted(NAME, NAME, site.address("/bundle"), NAME, NAME, site.address("/bundle/slides.pdf"));
        String id = Gateway.data(gateway.post("/api/event-job/jobs", body), 201)
                .path("job_id")
                .asString();
        JsonNode job = gateway.awaitFinished(id);
        assertThat(job.path("status").asString()).isEqualTo("completed");
        return job;
    }
}
