package io.eventjobs.gateway.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.head;

import io.eventjobs.artifact.InMemoryArtifactStore;
import io.eventjobs.gateway.HttpApi;
import io.eventjobs.gateway.job.CompletedJobs;
import io.eventjobs.gateway.job.JobActions;
import io.eventjobs.gateway.job.JobRecord;
import io.eventjobs.gateway.job.Jobs;
import io.eventjobs.gateway.job.Winner;
import io.eventjobs.gateway.mongo.Records;
import io.eventjobs.gateway.query.Queries;
import io.eventjobs.model.job.StoredFile;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

class FileControllerTest {
    private static final String ROOT = "/api/event-job/files/";
    private static final String DOCUMENT = "/FOSDEM%202025/closing.md";
    private static final String ETAG = '"' + "a".repeat(64) + '"';

    private final InMemoryArtifactStore store = new InMemoryArtifactStore();
    private final JobRecord job = CompletedJobs.withResults();
    private Records records;
    private HttpApi api;

    @BeforeEach
    void open() throws InterruptedException {
        records = Records.empty();
        records.jobs().insert(job);
        api = HttpApi.of(new FileController(Queries.of(records), new FileResponses(store)));
        put(CompletedJobs.MARKDOWN, "hello world");
        put(CompletedJobs.SLIDE, "image");
    }

    @AfterEach
    void close() {
        records.close();
    }

    @Test
    void aFileOfTheWinnerIsServedAsWhatItIs() {
        HttpApi.Answer answer = api.read(ROOT + job.id() + DOCUMENT);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("hello world");
        assertThat(answer.header("Content-Type")).isEqualTo("text/markdown");
        assertThat(answer.header("Content-Length")).isEqualTo("11");
        assertThat(answer.header("ETag")).isEqualTo(ETAG);
        assertThat(answer.header("Accept-Ranges")).isEqualTo("bytes");
        assertThat(answer.header("Cache-Control")).isEqualTo("private, no-cache");
    }

    @Test
    void aFileDoesNothingInTheBrowserThatShowsIt() {
        HttpApi.Answer answer = api.read(ROOT + job.id() + DOCUMENT);

        assertThat(answer.header("Content-Disposition"))
                .startsWith("attachment; ")
                .contains("closing.md");
        assertThat(answer.header("Content-Security-Policy")).isEqualTo("sandbox");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/assets/Folie%201+%C3%BC.png",
                "/assets/Folie%201%2B%C3%BC.png",
                "//assets/Folie%201+%C3%BC.png/"
            })
    void aNameIsReadAsItIsEscaped(String path) {
        assertThat(api.read(ROOT + job.id() + path).body()).isEqualTo("image");
    }

    @ParameterizedTest
    @CsvSource({"bytes=0-4, hello, bytes 0-4/11", "bytes=6-, world, bytes 6-10/11", "bytes=-3, rld, bytes 8-10/11"})
    void aPartIsServedAsAPart(String range, String content, String said) {
        HttpApi.Answer answer = withHeader("Range", range);

        assertThat(answer.status()).isEqualTo(206);
        assertThat(answer.body()).isEqualTo(content);
        assertThat(answer.header("Content-Range")).isEqualTo(said);
        assertThat(answer.header("Content-Length")).isEqualTo(String.valueOf(content.length()));
    }

    @Test
    void aPartOutsideOfTheFileIsRefusedWithItsSize() {
        HttpApi.Answer answer = withHeader("Range", "bytes=11-");

        assertThat(answer.status()).isEqualTo(416);
        assertThat(answer.error()).isEqualTo("RANGE_NOT_SATISFIABLE");
        assertThat(answer.header("Content-Range")).isEqualTo("bytes */11");
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", " * ", "THE_ETAG", "W/THE_ETAG", "\"other\", THE_ETAG"})
    void aFileThatTheClientHasIsNotSentAgain(String header) {
        HttpApi.Answer answer = withHeader("If-None-Match", header.replace("THE_ETAG", ETAG));

        assertThat(answer.status()).isEqualTo(304);
        assertThat(answer.body()).isEmpty();
        assertThat(answer.header("ETag")).isEqualTo(ETAG);
    }

    @Test
    void aFileThatTheClientHasOfAnotherRunIsSentAgain() {
        assertThat(withHeader("If-None-Match", "\"" + "d".repeat(64) + "\"").status())
                .isEqualTo(200);
    }

    @Test
    void aPartOfAnotherVersionIsAnsweredWithTheWholeFile() {
        assertThat(api.perform(document().header("Range", "bytes=0-4").header("If-Range", "\"other\""))
                        .body())
                .isEqualTo("hello world");
        assertThat(api.perform(document().header("Range", "bytes=0-4").header("If-Range", ETAG))
                        .body())
                .isEqualTo("hello");
    }

    @Test
    void whoAsksForTheHeadersOnlyGetsThemWithoutTheStore() {
        store.goAway();

        HttpApi.Answer answer = api.perform(head(URI.create(ROOT + job.id() + DOCUMENT)));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Length")).isEqualTo("11");
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void aStoreThatIsAwayIsAnErrorAndNotAnEmptyFile() {
        store.goAway();

        HttpApi.Answer answer = api.read(ROOT + job.id() + DOCUMENT);

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.error()).isEqualTo("STORE_UNAVAILABLE");
        assertThat(answer.header("Retry-After")).isEqualTo("5");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/manifest.json", "/FOSDEM%202025", "/closing.md", "/fosdem%202025/closing.md"})
    void whatTheResultsDoNotNameHasNoAddress(String path) {
        put(new StoredFile("manifest.json", "application/json", 2, "e".repeat(64)), "{}");

        HttpApi.Answer answer = api.read(ROOT + job.id() + path);

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.error()).isEqualTo("FILE_NOT_FOUND");
    }

    @Test
    void aJobThatIsNotThereHasNoFiles() {
        assertThat(api.read(ROOT + "job-unknown" + DOCUMENT).error()).isEqualTo("FILE_NOT_FOUND");
        assertThat(api.read(ROOT + "job-unknown").error()).isEqualTo("FILE_NOT_FOUND");
    }

    @Test
    void aJobThatHasMadeNothingHasNoFiles() {
        JobRecord running = Jobs.processing();
        records.jobs().insert(running);

        assertThat(api.read(ROOT + running.id() + DOCUMENT).error()).isEqualTo("FILE_NOT_FOUND");
    }

    @Test
    void filesStayWhileANewRunIsUnderWay() {
        records.jobs().store(job, JobActions.restarted(job, null, Jobs.NOW).orElseThrow());

        assertThat(api.read(ROOT + job.id() + DOCUMENT).body()).isEqualTo("hello world");
    }

    @Test
    void filesOfADeletedJobAreGone() {
        records.jobs().store(job, JobActions.deleted(job, Jobs.NOW).orElseThrow());

        assertThat(api.read(ROOT + job.id() + DOCUMENT).error()).isEqualTo("FILE_NOT_FOUND");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/%2e%2e/manifest.json",
                "/a/%2E%2E/%2E%2E/secret",
                "/%2e/closing.zip",
                "/a%2fb",
                "/a%5cb",
                "/a%00b",
                "/a%0ab"
            })
    void aPathThatMeansAnotherPlaceThanItSaysIsRefused(String path) {
        HttpApi.Answer answer = api.read(ROOT + job.id() + path);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.error()).isEqualTo("INVALID_PATH");
    }

    private HttpApi.Answer withHeader(String name, String value) {
        return api.perform(document().header(name, value));
    }

    private MockHttpServletRequestBuilder document() {
        return get(URI.create(ROOT + job.id() + DOCUMENT));
    }

    private void put(StoredFile file, String content) {
        Winner winner = Objects.requireNonNull(job.outcome().winner());
        store.put(
                winner.prefix(Jobs.TENANT, job.id()).key(file.path()),
                content.getBytes(StandardCharsets.UTF_8),
                file.contentType());
    }
}
