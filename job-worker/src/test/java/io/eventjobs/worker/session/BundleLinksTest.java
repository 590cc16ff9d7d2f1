package io.eventjobs.worker.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventjobs.document.fixture.Pdfs;
import io.eventjobs.model.job.JobResults;
import io.eventjobs.worker.session.fixture.Pages;
import io.eventjobs.worker.session.fixture.RelativeLinks;
import io.eventjobs.worker.session.fixture.SessionHarness;
import io.eventjobs.worker.session.fixture.Sessions;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** All links inside an unpacked ZIP work, whatever characters names contain. */
class BundleLinksTest {
    @TempDir
    private Path folder;

    private SessionHarness harness;

    @BeforeEach
    void start() throws IOException {
        harness = new SessionHarness(folder);
        harness.host
                .servesPage("/talk", Pages.talk())
                .serves("/s.pdf", "application/pdf", Pdfs.slides("First slide", "Second slide"))
                .serves("/talk.vtt", "text/vtt", "WEBVTT\n\n00:01.000 --> 00:02.000\nHello.\n");
    }

    @AfterEach
    void close() {
        harness.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "plain",
                "with  some spaces",
                "100% #1 of C# & C++?",
                "Größe, naïveté, Ĳssel",
                "e\u0301te\u0301 decomposed",
                "(part 1) [draft] {x}",
                "🎉 party 👩‍💻 <b>",
                "日本語のトラック",
                "שלום عالم",
                "a/b\\c:d|e*f\"g",
                "it's `code` _and_ *more* ~x~ $y$ !",
                "50%25 already%20encoded",
                "..",
                "+plus=equals;semi,comma@at"
            })
    void everyLinkLeadsToAFileOfTheZip(String name) throws Exception {
        Sessions session = harness.talk()
                .ofEvent("Conf " + name)
                .inTrack("Track " + name)
                .inFile(name + ".md")
                .withSlides(harness.host.address("/s.pdf"))
                .withVideo(harness.host.address("/talk.webm"));

        Map<String, String> files = unpacked(harness.perform(session));

        List<String> documents =
                files.keySet().stream().filter(path -> path.endsWith(".md")).toList();
        assertThat(documents).hasSize(2).first().isEqualTo("README.md");
        for (String document : documents) {
            List<String> links = RelativeLinks.of(files.get(document));
            assertThat(links).hasSize(2);
            assertThat(links).allSatisfy(link -> assertThat(files).containsKey(RelativeLinks.resolved(document, link)));
            assertThat(links).noneMatch(link -> link.matches(".*[\\s<>\"|\\\\].*"));
        }
    }

    @Test
    void theManifestInTheZipListsFilesAndSources() throws Exception {
        JobResults results = harness.perform(harness.talk()
                .withSlides(harness.host.address("/s.pdf"))
                .withVideo(harness.host.address("/talk.webm")));

        String manifest = unpacked(results).get("manifest.json");

        assertThat(manifest)
                .contains(
                        results.markdown().sha256(), results.assets().getFirst().sha256())
                .containsSubsequence(
                        "\"url\" : \"" + harness.host.address("/s.pdf"),
                        "\"url\" : \"" + harness.host.address("/talk\""),
                        "\"url\" : \"" + harness.host.address("/talk.vtt"))
                .doesNotContain("fetched", "etag");
        assertThat(harness.execution().usage().sources().all())
                .extracting(source -> source.origin().name())
                .containsOnly("FETCHED");
    }

    @Test
    void theManifestIsTheSameAfterAContinuedRun() throws Exception {
        Sessions session =
                harness.talk().withSlides(harness.host.address("/s.pdf")).withVideo(harness.host.address("/talk.webm"));
        String first = unpacked(harness.perform(session)).get("manifest.json");
        String again = unpacked(harness.perform(session)).get("manifest.json");

        assertThat(again).isEqualTo(first);
        assertThat(harness.execution().usage().sources().all())
                .extracting(source -> source.origin().name())
                .containsOnly("KEPT");
    }

    private Map<String, String> unpacked(JobResults results) throws IOException {
        Map<String, String> files = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(harness.bytes(results.archive())))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }
}
