package io.eventjobs.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.eventjobs.standalone.process.SingleProcess;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A recording without subtitles, from its address to the transcript and the cost of transcription. */
class RecordingIT {
    @Test
    void isListenedToAndEndsInTheDocumentTheManifestAndTheRecord() throws IOException {
        assumeThat(ffmpeg()).as("ffmpeg is installed").isTrue();
        try (SpokenTalk talk = SpokenTalk.start();
                SingleProcess machine = listening(talk)) {
            Gateway gateway = new Gateway(machine.url());
            JsonNode job = gateway.awaitFinished(gateway.submit("Spoken", talk.address("/talk")));

            assertThat(job.path("status").asString()).as(job.toString()).isEqualTo("completed");
            assertThat(job.path("results").path("warnings").size()).isZero();
            assertDocument(
                    text(gateway, job.path("results").path("markdown_url").asString()), talk);
            assertRecord(job, talk);
            assertThat(manifest(gateway, job))
                    .contains("\"transcription\"", SpokenTalk.MODEL, talk.address("/talk.wav"));
            assertThat(talk.heard())
                    .singleElement()
                    .asString()
                    .contains("name=\"model\"\r\n\r\n" + SpokenTalk.MODEL, "name=\"language\"\r\n\r\nen", "fLaC");
        }
    }

    private static void assertDocument(String document, SpokenTalk talk) {
        String recording = talk.address("/talk.wav");
        assertThat(document)
                .contains("transcript_source: \"" + recording + "\"\ntranscribed_by: \"" + SpokenTalk.MODEL + "\"\n")
                .contains(
                        """
                        ## Chapters

                        - [00:00:00](%1$s#t=0) Welcome
                        - [00:00:06](%1$s#t=6) Questions

                        ## Transcript

                        *Speech recognition: stand-in-1*

                        ### Welcome

                        [00:00:00](%1$s#t=0) **Ada:** Hello everyone.

                        ### Questions

                        [00:00:06](%1$s#t=6) **Bo:** Any questions?
                        """
                                .formatted(recording));
    }

    private static void assertRecord(JsonNode job, SpokenTalk talk) {
        JsonNode metadata = job.path("results").path("metadata");
        assertThat(metadata.path("transcript_source").asString()).isEqualTo(talk.address("/talk.wav"));
        assertThat(metadata.path("transcribed_by").asString()).isEqualTo(SpokenTalk.MODEL);
        assertThat(metadata.path("chapters").get(1).path("start_seconds").asInt())
                .isEqualTo(6);
        JsonNode usage = job.path("executions").get(0).path("usage").get(0);
        assertThat(usage.path("step").asString()).isEqualTo("transcription");
        assertThat(usage.path("model").asString()).isEqualTo(SpokenTalk.MODEL);
        assertThat(usage.path("calls").asInt()).isEqualTo(1);
        assertThat(usage.path("audio_seconds").asDouble()).isEqualTo(12.0);
        assertThat(usage.path("cost").decimalValue()).isEqualByComparingTo("0.12");
    }

    /** A worker with the speech service configured as operators do it. */
    private static SingleProcess listening(SpokenTalk talk) {
        Map<String, String> settings = Map.of(
                "event-jobs.speech.url",
                talk.address("/v1"),
                "event-jobs.speech.model",
                SpokenTalk.MODEL,
                "event-jobs.speech.price-per-minute",
                "0.60");
        settings.forEach(System::setProperty);
        try {
            return SingleProcess.start(SystemUnderTest.settings());
        } finally {
            settings.keySet().forEach(System::clearProperty);
        }
    }

    private static String text(Gateway gateway, String path) {
        return new String(gateway.get(path).body(), StandardCharsets.UTF_8);
    }

    private static String manifest(Gateway gateway, JsonNode job) throws IOException {
        byte[] zip = gateway.get("/api/event-job/jobs/" + job.path("job_id").asString() + "/download-archive")
                .body();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                if (entry.getName().equals("manifest.json")) {
                    return new String(in.readAllBytes(), StandardCharsets.UTF_8);
                }
            }
        }
        throw new AssertionError("no manifest.json in the ZIP");
    }

    private static boolean ffmpeg() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "ffmpeg")));
    }
}
