package io.eventjobs.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** Checkpoints are used by later runs and other jobs, unless the client disables that. */
@ExtendWith(SystemUnderTest.class)
class CheckpointIT {
    @Test
    void aRestartSendsConditionalRequestsUnlessTheCacheIsDisabled(Gateway gateway, TestSite site) {
        Requests requests = new Requests(site, "/kept", "/kept/slides.pdf", "/kept/recording.vtt");
        String id = submit(gateway, site, "/kept");
        gateway.awaitFinished(id);
        byte[] first = archive(gateway, id);
        requests.areFetchesAndConfirmations(1, 0);

        JsonNode second = restart(gateway, id, true);
        requests.areFetchesAndConfirmations(1, 1);
        assertThat(reuses(second)).isEqualTo(4);
        assertThat(archive(gateway, id)).isEqualTo(first);

        JsonNode third = restart(gateway, id, false);
        requests.areFetchesAndConfirmations(2, 1);
        assertThat(reuses(third)).isEqualTo(4);

        JsonNode fourth = restart(gateway, id, true);
        requests.areFetchesAndConfirmations(2, 2);
        assertThat(reuses(fourth)).isEqualTo(8);
        assertThat(archive(gateway, id)).isEqualTo(first);
    }

    @Test
    void anotherJobForTheSameSessionAsksOnlyWhetherAnythingHasChanged(Gateway gateway, TestSite site) {
        Requests requests = new Requests(site, "/twice", "/twice/slides.pdf", "/twice/recording.vtt");
        String first = submit(gateway, site, "/twice");
        gateway.awaitFinished(first);

        String second = submit(gateway, site, "/twice");
        gateway.awaitFinished(second);

        requests.areFetchesAndConfirmations(1, 1);
        assertThat(archive(gateway, second)).isEqualTo(archive(gateway, first));
    }

    private static String submit(Gateway gateway, TestSite site, String path) {
        String body = Gateway.job("Kept", site.address(path))
                .replace(
                        "\"target_language\"",
                        "\"attachments_url\":\"%s\",\"video_url\":\"%s\",\"target_language\""
                                .formatted(site.address(path + "/slides.pdf"), site.address(path + "/recording.webm")));
        return Gateway.data(gateway.post("/api/event-job/jobs", body), 201)
                .path("job_id")
                .asString();
    }

    private static JsonNode restart(Gateway gateway, String id, boolean useCache) {
        Gateway.data(gateway.post("/api/event-job/" + id + "/restart", "{\"use_cache\":" + useCache + "}"), 200);
        return gateway.awaitFinished(id);
    }

    /** In the job's log, which contains the lines of all its runs. */
    private static long reuses(JsonNode job) {
        return StreamSupport.stream(job.path("logs").spliterator(), false)
                .filter(line -> line.path("message").asString().contains("re-used from a checkpoint"))
                .count();
    }

    private static byte[] archive(Gateway gateway, String id) {
        JsonNode results = gateway.job(id).path("results");
        assertThat(results.path("warnings").size()).isZero();
        assertThat(results.path("assets").size()).isEqualTo(2);
        return gateway.get("/api/event-job/jobs/" + id + "/download-archive").body();
    }

    /** The number of requests for each of these paths. */
    private record Requests(TestSite site, String... paths) {
        void areFetchesAndConfirmations(int fetches, int confirmations) {
            assertThat(paths).allSatisfy(path -> {
                assertThat(site.fetches(path)).as("fetches of %s", path).isEqualTo(fetches);
                assertThat(site.confirmations(path))
                        .as("confirmations of %s", path)
                        .isEqualTo(confirmations);
            });
        }
    }
}
