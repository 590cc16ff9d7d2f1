package io.eventjobs.worker.session.step;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventjobs.model.job.JobResults;
import io.eventjobs.model.job.StoredFile;
import io.eventjobs.worker.session.fixture.Drawings;
import io.eventjobs.worker.session.fixture.Pages;
import io.eventjobs.worker.session.fixture.SessionHarness;
import io.eventjobs.worker.session.picture.PictureLimits;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PicturesStepTest {
    private static final String SVG = "<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>";

    @TempDir
    private Path folder;

    private SessionHarness harness;

    @BeforeEach
    void start() throws IOException {
        harness = new SessionHarness(folder);
    }

    @AfterEach
    void close() {
        harness.close();
    }

    private static String image(String address, String text) {
        return "<p><img src=\"" + address + "\" alt=\"" + text + "\"></p>";
    }

    private static PictureLimits limits(int max, long bytes, long total) {
        return new PictureLimits(max, bytes, total, Duration.ofSeconds(20));
    }

    @Test
    void putsThePicturesOfThePageIntoTheBundleAndLinksThemThere() throws Exception {
        byte[] curve = Drawings.png();
        harness.host
                .servesPage("/talk", Pages.talk(image("/img/The%20curve.png?w=9", "Faults [by] month")))
                .serves("/img/The curve.png", "application/octet-stream", curve);

        JobResults results = harness.perform(harness.talk());

        assertThat(results.warnings()).isEmpty();
        assertThat(results.assets()).hasSize(1);
        StoredFile asset = results.assets().getFirst();
        assertThat(asset.path()).matches("Example Conf 2026/assets/How to test/The curve-[0-9a-f]{10}\\.png");
        assertThat(asset.contentType()).isEqualTo("image/png");
        assertThat(harness.bytes(asset)).isEqualTo(curve);
        String name = asset.path().substring(asset.path().lastIndexOf('/') + 1).replace(" ", "%20");
        assertThat(harness.text(results.markdown()))
                .contains("![Faults \\[by\\] month](../../assets/How%20to%20test/" + name + ")")
                .doesNotContain("/img/The");
    }

    @Test
    void keepsCaptionsAndFindsPicturesInTablesAndLinks() throws Exception {
        String talk = Pages.talk(
                "<figure><img src=/a.png alt=A><figcaption>Said of it</figcaption></figure>",
                "<table><tr><th>One<th>Two</tr><tr><td><img src=/b.png alt='B|C'><td>text</tr></table>",
                "<p><a href=/c.png><img src=/c.png alt=D></a> in a link.</p>");
        harness.host
                .servesPage("/talk", talk)
                .serves("/a.png", "image/png", Drawings.of("png", 90, 90, 1))
                .serves("/b.png", "image/png", Drawings.of("png", 90, 90, 2))
                .serves("/c.png", "image/png", Drawings.of("png", 90, 90, 3));

        String document = harness.text(harness.perform(harness.talk()).markdown());

        assertThat(document)
                .containsPattern("!\\[A]\\(\\.\\./\\.\\./assets/How%20to%20test/a-[0-9a-f]{10}\\.png\\)\n\nSaid of it")
                .containsPattern("\\| !\\[B\\\\\\|C]\\(\\.\\./\\.\\./assets/\\S+/b-[0-9a-f]{10}\\.png\\) \\|")
                .containsPattern("\\[!\\[D]\\(\\.\\./\\.\\./assets/\\S+/c-[0-9a-f]{10}\\.png\\)]\\("
                        + harness.host.address("/c.png"));
    }

    @Test
    void storesEqualPicturesOnce() throws Exception {
        harness.host
                .servesPage(
                        "/talk",
                        Pages.talk(image("/x/a.png", "one"), image("/y/a.png", "two"), image("/x/a.png", "three")))
                .serves("/x/a.png", "image/png", Drawings.png())
                .serves("/y/a.png", "image/png", Drawings.png());

        JobResults results = harness.perform(harness.talk());

        assertThat(results.assets()).hasSize(1);
        assertThat(harness.text(results.markdown()).split("\\.\\./assets/", -1)).hasSize(4);
        assertThat(harness.host.asked()).containsOnlyOnce("/x/a.png", "/y/a.png");
    }

    @Test
    void removesTrackingPixels() throws Exception {
        harness.host
                .servesPage("/talk", Pages.talk(image("/count", "")))
                .serves("/count", "image/gif", Drawings.of("gif", 1, 1, 1));

        JobResults results = harness.perform(harness.talk());

        assertThat(results.warnings()).isEmpty();
        assertThat(results.assets()).isEmpty();
        assertThat(harness.text(results.markdown())).doesNotContain("/count");
    }

    @Test
    void keepsALinkWithAWarningIfAPictureCannotBeFetched() throws Exception {
        harness.host
                .servesPage(
                        "/talk", Pages.talk(image("/gone.png", "a"), image("/logo.svg", "b"), image("/page.png", "c")))
                .serves("/logo.svg", "image/svg+xml", SVG)
                .serves("/page.png", "image/png", "<!doctype html><p>Log in first");

        JobResults results = harness.perform(harness.talk());

        assertThat(results.assets()).isEmpty();
        assertThat(results.warnings())
                .containsExactly(
                        "A picture is not in the bundle, only linked (HTTP_NOT_FOUND): "
                                + harness.host.address("/gone.png"),
                        "2 pictures are not in the bundle, only linked (not one of PNG, JPEG, GIF, WebP and AVIF): "
                                + harness.host.address("/logo.svg") + ", " + harness.host.address("/page.png"));
        assertThat(harness.text(results.markdown())).contains("![a](" + harness.host.address("/gone.png") + ")");
    }

    @Test
    void sumsUpManyThatAreMissing() throws Exception {
        String images =
                IntStream.range(0, 9).mapToObj(i -> image("/" + i + ".png", "")).collect(Collectors.joining());
        harness.host.servesPage("/talk", Pages.talk(images));

        assertThat(harness.perform(harness.talk()).warnings()).singleElement().satisfies(warning -> assertThat(warning)
                .startsWith("9 pictures are not in the bundle, only linked (HTTP_NOT_FOUND): ")
                .endsWith("/2.png and 6 more"));
    }

    @Test
    void keepsWithinItsBounds() throws Exception {
        byte[] large = Drawings.of("png", 400, 300, 1);
        harness.within(limits(3, large.length + 500L, large.length + 10L));
        harness.host
                .servesPage(
                        "/talk",
                        Pages.talk(
                                image("/a.png", "a"), image("/b.png", "b"), image("/c.png", "c"), image("/d.png", "d")))
                .serves("/a.png", "image/png", large)
                .serves("/b.png", "image/png", Drawings.of("png", 400, 300, 200))
                .serves("/c.png", "image/png", new byte[large.length + 1_000]);

        JobResults results = harness.perform(harness.talk());

        assertThat(results.assets()).hasSize(1);
        assertThat(results.warnings())
                .extracting(warning -> warning.replaceAll(".*\\((.*)\\).*", "$1"))
                .containsExactly("too many bytes in all", "TOO_LARGE", "more than 3 pictures");
        assertThat(harness.host.asked()).doesNotContain("/d.png");
    }

    @Test
    void keepsAPictureEmbeddedInThePage() throws Exception {
        byte[] curve = Drawings.of("jpg", 300, 200, 7);
        String inline = "data:image/jpeg;base64," + Base64.getEncoder().encodeToString(curve);
        harness.host.servesPage("/talk", Pages.talk(image(inline, "curve")));

        JobResults results = harness.perform(harness.talk());

        assertThat(results.assets()).singleElement().satisfies(asset -> assertThat(harness.bytes(asset))
                .isEqualTo(curve));
        assertThat(harness.text(results.markdown()))
                .containsPattern("!\\[curve]\\(\\.\\./\\.\\./assets/How%20to%20test/picture-[0-9a-f]{10}\\.jpg\\)")
                .doesNotContain("data:");
    }

    @Test
    void keepsTheTextOfAnInvalidPicture() throws Exception {
        String inline = "data:image/png;base64,"
                + Base64.getEncoder()
                        .encodeToString("no picture, only words. ".repeat(90).getBytes(StandardCharsets.UTF_8));
        harness.host.servesPage("/talk", Pages.talk(image(inline, "A curve")));

        JobResults results = harness.perform(harness.talk());

        assertThat(results.warnings()).hasSize(1);
        assertThat(harness.text(results.markdown())).contains("A curve").doesNotContain("data:", "![");
    }

    @Test
    void fetchesNoneWhereTheOperatorWantsNone() throws Exception {
        harness.within(limits(0, 1, 1));
        harness.host.servesPage("/talk", Pages.talk(image("/a.png", "a")));

        JobResults results = harness.perform(harness.talk());

        assertThat(results.warnings()).isEmpty();
        assertThat(harness.host.asked()).doesNotContain("/a.png");
        assertThat(harness.text(results.markdown())).contains("![a](" + harness.host.address("/a.png") + ")");
    }

    @Test
    void continuesFromPicturesOfAnEarlierExecution() throws Exception {
        harness.host
                .servesPage("/talk", Pages.talk(image("/a.png", "a")))
                .serves("/a.png", "image/png", Drawings.png());
        String first = harness.text(harness.perform(harness.talk()).markdown());

        JobResults again = harness.perform(harness.talk());

        assertThat(harness.text(again.markdown())).isEqualTo(first);
        assertThat(again.assets()).hasSize(1);
        assertThat(harness.host.asked()).containsOnlyOnce("/a.png");
    }
}
