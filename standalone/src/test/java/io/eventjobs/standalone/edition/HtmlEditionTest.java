package io.eventjobs.standalone.edition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HtmlEditionTest {
    @TempDir
    private Path folder;

    private Path edition;

    @BeforeEach
    void write() throws IOException {
        edition = folder.resolve("edition");
        new HtmlEdition(
                        new Editions(folder)
                                .with("Tools", "How to test", "2026-10-03", "About größe and </script> tests.")
                                .with("Keynotes", "Opening", "2026-10-03", "Welcome.")
                                .with("Tools", "Closing \"words\"", "2026-10-04", "Goodbye\u2028all.")
                                .edition(),
                        edition)
                .write();
    }

    @Test
    void listsTheSessionsByTrackAndByTime() throws IOException {
        assertThat(page("index.html").select("main h2").eachText()).containsExactly("Keynotes", "Tools");
        assertThat(page("by-time.html").select("main h2").eachText()).containsExactly("Sat 3 Oct", "Sun 4 Oct");
        assertThat(page("by-time.html").select(".sessions span").eachText())
                .startsWith("Sat 3 Oct, 10:00–10:40 · Hall · Tools · Ada & Bo");
    }

    @Test
    void everyLinkLeadsToAFileOfTheEditionAndNothingIsLoadedFromElsewhere() throws IOException {
        try (Stream<Path> files = Files.walk(edition)) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".html")).toList()) {
                for (Element element : Jsoup.parse(file).select("[src], [href]")) {
                    String address = element.hasAttr("src") ? element.attr("src") : element.attr("href");
                    Path target = file.resolveSibling(URI.create(address).getPath());
                    assertThat(address.startsWith("#") ? file : target)
                            .as(address)
                            .exists();
                }
            }
        }
    }

    @Test
    void pagesCanBeReadByEveryone() throws IOException {
        Document page = page("sessions/001-how-to-test.html");

        assertThat(page.select("html").attr("lang")).isEqualTo("en");
        assertThat(page.title()).isEqualTo("How to test – Days & Nights 2026");
        assertThat(page.select("main h1")).hasSize(1);
        assertThat(page.select("img:not([alt])")).isEmpty();
        assertThat(page.select("a.skip[href=#main], nav[aria-label], main#main"))
                .hasSize(3);
        assertThat(Files.readString(edition.resolve("edition.css")))
                .contains("prefers-color-scheme: dark", "@media print");
    }

    @Test
    void llmsTxtNamesTheMarkdownOfEachSession() throws IOException {
        assertThat(Files.readString(edition.resolve("llms.txt")))
                .startsWith("# Days & Nights 2026\n\n> ")
                .contains("- [How to test](documents/001-how-to-test.md): Sat 3 Oct, 10:00–10:40");
        assertThat(edition.resolve("documents/001-how-to-test.md")).content().contains("# How to test");
    }

    @Test
    void aBrowserSearchesItFromDisk() throws Exception {
        Path browser = Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .orElse(Path.of(""));
        assumeTrue(Files.isExecutable(browser), "no Chromium on this machine");

        Document found =
                Jsoup.parse(shown(browser, edition.resolve("index.html").toUri() + "?q=groesse%20tools"));
        Document other =
                Jsoup.parse(shown(browser, edition.resolve("index.html").toUri() + "?q=GR%C3%96SSE"));

        assertThat(found.select("#found").text()).isEqualTo("0 sessions");
        assertThat(other.select("#results a").eachText()).containsExactly("How to test");
        assertThat(other.select("#results a").attr("href")).isEqualTo("sessions/001-how-to-test.html");
    }

    private String shown(Path browser, String address) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(List.of(
                        browser.toString(),
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-dev-shm-usage",
                        "--user-data-dir=" + folder.resolve("profile"),
                        "--dump-dom",
                        address))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String dom = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return dom;
    }

    private Document page(String name) throws IOException {
        return Jsoup.parse(edition.resolve(name));
    }
}
