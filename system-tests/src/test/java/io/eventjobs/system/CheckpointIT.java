package io.eventjobs.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** What a restart goes on from, and that it may be told not to. */
@ExtendWith(TestMachine.class)
class CheckpointIT {
    private static final List<String> PATHS = List.of("/kept", "/slides.pdf", "/recording.vtt");

    @Test
    void aRestartAsksTheHostAgainOnlyWhenItIsToldToUseNoCache(Gateway gateway, TestSite site) {
        String id = submit(gateway, site);
        gateway.awaitFinished(id);
        byte[] first = archive(gateway, id);

        JsonNode second = restart(gateway, id, true);
        assertThat(PATHS).allSatisfy(path -> assertThat(site.requests(path)).isEqualTo(1));
        assertThat(reuses(second)).isEqualTo(4);
        assertThat(archive(gateway, id)).isEqualTo(first);

        JsonNode third = restart(gateway, id, false);
        assertThat(PATHS).allSatisfy(path -> assertThat(site.requests(path)).isEqualTo(2));
        assertThat(reuses(third)).isEqualTo(4);

        JsonNode fourth = restart(gateway, id, true);
        assertThat(PATHS).allSatisfy(path -> assertThat(site.requests(path)).isEqualTo(2));
        assertThat(reuses(fourth)).isEqualTo(8);
        assertThat(archive(gateway, id)).isEqualTo(first);
    }

    private static String submit(Gateway gateway, TestSite site) {
        String body = Gateway.job("Kept", site.address("/kept"))
                .replace(
                        "\"target_language\"",
                        "\"attachments_url\":\"%s\",\"video_url\":\"%s\",\"target_language\""
                                .formatted(site.address("/slides.pdf"), site.address("/recording.webm")));
        return Gateway.data(gateway.post("/api/event-job/jobs", body), 201)
                .path("job_id")
                .asString();
    }

    private static JsonNode restart(Gateway gateway, String id, boolean useCache) {
        Gateway.data(gateway.post("/api/event-job/" + id + "/restart", "{\"use_cache\":" + useCache + "}"), 200);
        return gateway.awaitFinished(id);
    }

    /** In the log of the job, which has the lines of all its runs. */
    private static long reuses(JsonNode job) {
        return StreamSupport.stream(job.path("logs").spliterator(), false)
                .filter(line -> line.path("message").asString().contains("re-used from a checkpoint"))
                .count();
    }

    private static byte[] archive(Gateway gateway, String id) {
        JsonNode results = gateway.job(id).path("results");
        assertThat(results.path("warnings").size()).isZero();
        assertThat(results.path("assets").size()).isEqualTo(1);
        return gateway.get("/api/event-job/jobs/" + id + "/download-archive").body();
    }
}
