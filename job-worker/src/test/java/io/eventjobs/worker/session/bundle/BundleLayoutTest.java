package io.eventjobs.worker.session.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventjobs.worker.session.fixture.Sessions;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BundleLayoutTest {
    @Test
    void separatesDocumentsByLanguageAndTrackFromAssets() {
        BundleLayout layout = BundleLayout.of(
                Sessions.at("x").inFile("session.md").inTrack("A/B: c").request(), "en");

        assertThat(layout.markdown()).isEqualTo("Example Conf 2026/en/A-B - c/session.md");
        assertThat(layout.asset("slide_001.jpg")).isEqualTo("Example Conf 2026/assets/session/slide_001.jpg");
        assertThat(layout.archive()).isEqualTo("session.zip");
    }

    @Test
    void hasTheAssetsOfADocumentWithAnotherNameInTheSameFolder() {
        BundleLayout layout = BundleLayout.of(
                        Sessions.at("x").inFile("session.md").request(), "de")
                .named("Sitzung: eins.md");

        assertThat(layout.markdown()).isEqualTo("Example Conf 2026/de/General/Sitzung - eins.md");
        assertThat(layout.asset("slide_001.jpg")).isEqualTo("Example Conf 2026/assets/session/slide_001.jpg");
        assertThat(layout.archive()).isEqualTo("Sitzung - eins.zip");
    }

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "readme.MD", "manifest.json", "How to test.zip"})
    void givesAFolderAndAFileDifferentNames(String event) {
        assertThat(BundleLayout.of(Sessions.at("x").ofEvent(event).request(), "en")
                        .event())
                .isEqualTo(event + "_");
    }

    @Property
    void neverLeavesTheBundle(
            @ForAll String event, @ForAll String track, @ForAll String file, @ForAll String language) {
        BundleLayout layout = BundleLayout.of(
                Sessions.at("x").ofEvent(event).inTrack(track).inFile(file).request(), language);

        for (String path : List.of(layout.markdown(), layout.asset("slide_001.jpg"), layout.archive())) {
            assertThat(path.split("/", -1))
                    .allSatisfy(part ->
                            assertThat(part).isNotBlank().isNotIn(".", "..").doesNotContain("\\", "\0"));
        }
    }
}
