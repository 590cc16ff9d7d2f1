package io.eventjobs.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** Slides and subtitles uploaded instead of linked. */
@ExtendWith(SystemUnderTest.class)
class UploadIT {
    private static final String SUBTITLES = "WEBVTT\n\n00:00:01.000 --> 00:00:03.000\nUploaded words.\n";
    private static final String SLIDES =
            """
            %PDF-1.4
            1 0 obj
            << /Type /Catalog /Pages 2 0 R >>
            endobj
            2 0 obj
            << /Type /Pages /Kids [3 0 R] /Count 1 >>
            endobj
            3 0 obj
            << /Type /Page /Parent 2 0 R /MediaBox [0 0 960 540] /Contents 4 0 R
               /Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >>
            endobj
            4 0 obj
            << /Length 64 >>
            stream
            BT /F1 36 Tf 100 300 Td (Words of the uploaded slide) Tj ET     \s
            endstream
            endobj
            trailer
            << /Root 1 0 R >>
            %%EOF
            """;
    private static final String OCTETS = "application/octet-stream";

    private final Gateway gateway;
    private final TestSite site;

    UploadIT(Gateway gateway, TestSite site) {
        this.gateway = gateway;
        this.site = site;
    }

    @Test
    void uploadedFilesBecomePartOfTheDocument() {
        JsonNode upload = Gateway.data(upload("talk.vtt", SUBTITLES), 201);
        assertThat(upload.path("content_type").asString()).isEqualTo("text/vtt");
        assertThat(upload.path("bytes").asInt()).isEqualTo(SUBTITLES.length());
        String address = upload.path("address").asString();

        String job = Gateway.data(
                        gateway.post(
                                "/api/jobs",
                                "{\"job_type\":\"transcript\",\"parameters\":{\"url\":\"" + address
                                        + "\",\"title\":\"Uploaded\",\"event\":\"Uploads\"}}"),
                        201)
                .path("job_id")
                .asString();

        JsonNode done = gateway.awaitFinished(job);
        assertThat(done.path("status").asString()).isEqualTo("completed");
        assertThat(text(done)).contains("# Uploaded", "Uploaded words.");

        Gateway.data(gateway.post("/api/event-job/" + job + "/restart", "{\"use_cache\":false}"), 200);
        assertThat(gateway.awaitFinished(job).path("status").asString()).isEqualTo("completed");
        assertThat(Gateway.data(
                                gateway.get("/api/event-job/uploads/"
                                        + upload.path("upload_id").asString()),
                                200)
                        .path("sha256"))
                .isEqualTo(upload.path("sha256"));
    }

    @Test
    void onlyUnreferencedFilesCanBeDeleted() {
        JsonNode unnamed = Gateway.data(upload("talk.vtt", SUBTITLES), 201);
        JsonNode named = Gateway.data(upload("other.vtt", SUBTITLES), 201);
        gateway.awaitFinished(Gateway.data(
                        gateway.post(
                                "/api/jobs",
                                "{\"job_type\":\"transcript\",\"parameters\":{\"url\":\""
                                        + named.path("address").asString() + "\"}}"),
                        201)
                .path("job_id")
                .asString());

        assertThat(delete(unnamed).statusCode()).isEqualTo(204);
        assertThat(delete(unnamed).statusCode()).isEqualTo(404);
        HttpResponse<byte[]> refused = delete(named);
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(Gateway.json(refused).path("error").path("code").asString()).isEqualTo("UPLOAD_NAMED");
    }

    private HttpResponse<byte[]> delete(JsonNode upload) {
        return gateway.send(
                "DELETE", "/api/event-job/uploads/" + upload.path("upload_id").asString(), "");
    }

    @Test
    void aSessionUsesUploadedSlidesWithItsPage() {
        JsonNode upload = Gateway.data(upload("slides.pdf", SLIDES), 201);
        String address = upload.path("address").asString();

        JsonNode done =
                gateway.awaitFinished(gateway.submitWithSlides("Uploads", site.address("/with-slides"), address));

        assertThat(upload.path("content_type").asString()).isEqualTo("application/pdf");
        assertThat(done.path("status").asString()).as(done.toString()).isEqualTo("completed");
        JsonNode results = done.path("results");
        assertThat(results.path("warnings").size()).isZero();
        assertThat(results.path("metadata").path("slides").get(0).asString()).isEqualTo(address);
        assertThat(results.path("metadata").path("slide_count").asInt()).isOne();
        assertThat(text(done))
                .contains("how a queue that never loses a job is built")
                .contains("### Slide 1", "slide_001.jpg", "Words of the uploaded slide");
        assertThat(gateway.get(results.path("assets").get(0).path("url").asString())
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void aSessionIsRefusedThatNamesAnUnknownUpload() {
        String address =
                Gateway.data(upload("talk.vtt", SUBTITLES), 201).path("address").asString();

        HttpResponse<byte[]> refused = gateway.post(
                "/api/event-job/jobs",
                Gateway.job("Uploads", site.address("/with-upload"))
                        .replace("}", ",\"attachments_url\":\"" + address.replace("talk", "other") + "\"}"));

        assertThat(refused.statusCode()).isEqualTo(400);
        JsonNode fault = Gateway.json(refused).path("error").path("details").get(0);
        assertThat(fault.path("field").asString()).isEqualTo("attachments_url");
        assertThat(fault.path("message").asString()).startsWith("unknown upload: upload:");
    }

    @Test
    void unacceptableFilesAreRefusedWithAReason() {
        assertThat(gateway.send("POST", "/api/event-job/uploads", "x", "Content-Type", OCTETS)
                        .statusCode())
                .isEqualTo(400);
        assertThat(upload("../x", "x").statusCode()).isEqualTo(400);
        assertThat(upload("empty.pdf", "").statusCode()).isEqualTo(400);
        HttpResponse<byte[]> form = gateway.send(
                "POST",
                "/api/event-job/uploads?filename=a.pdf",
                "--x",
                "Content-Type",
                "multipart/form-data; boundary=x");
        assertThat(form.statusCode()).isEqualTo(415);
        assertThat(new String(form.body(), StandardCharsets.UTF_8)).contains("--data-binary");
        assertThat(gateway.get("/api/event-job/uploads/upload-1").statusCode()).isEqualTo(404);
    }

    private HttpResponse<byte[]> upload(String name, String content) {
        return gateway.send("POST", "/api/event-job/uploads?filename=" + name, content, "Content-Type", OCTETS);
    }

    private String text(JsonNode job) {
        String path = job.path("results").path("markdown_url").asString();
        return new String(gateway.get(path).body(), StandardCharsets.UTF_8);
    }
}
