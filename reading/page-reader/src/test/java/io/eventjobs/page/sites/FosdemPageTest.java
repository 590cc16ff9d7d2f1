package io.eventjobs.page.sites;

import static io.eventjobs.page.TestPages.addresses;
import static io.eventjobs.page.TestPages.told;
import static io.eventjobs.page.TestPages.values;
import static org.assertj.core.api.Assertions.assertThat;

import io.eventjobs.page.SessionPage;
import io.eventjobs.page.TestPages;
import io.eventjobs.page.facts.Fact;
import io.eventjobs.page.facts.FactName;
import io.eventjobs.page.link.PageLink;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

class FosdemPageTest {
    private final SessionPage page = TestPages.file("fosdem.html");

    @Test
    void copiesEveryFactWithItsSource() {
        assertThat(told(page, FactName.TITLE)).isEqualTo("Tests & trust: reading a page twice (adapter:fosdem)");
        assertThat(told(page, FactName.EVENT)).isEqualTo("Example Days 2025 (adapter:fosdem)");
        assertThat(told(page, FactName.TRACK)).isEqualTo("Testing and Quality devroom (adapter:fosdem)");
        assertThat(told(page, FactName.ROOM)).isEqualTo("H.1309 (Van Rijn) (adapter:fosdem)");
        assertThat(told(page, FactName.DAY)).isEqualTo("Sunday (adapter:fosdem)");
        assertThat(told(page, FactName.START)).isEqualTo("10:35 (adapter:fosdem)");
        assertThat(told(page, FactName.END)).isEqualTo("11:00 (adapter:fosdem)");
    }

    @Test
    void tellsTheDateOfADayFromTheDatesOfTheConference() {
        assertThat(told(page, FactName.DATE)).isEqualTo("2025-02-02 (adapter:fosdem)");
    }

    @Test
    void namesEverySpeakerWithTheirPage() {
        assertThat(page.facts().all(FactName.SPEAKER))
                .extracting(Fact::value, Fact::address)
                .containsExactly(
                        Tuple.tuple("Ada Example", "https://conf.test/2025/schedule/speaker/ada_example/"),
                        Tuple.tuple("Zoë Zürich-de Vries", "https://conf.test/2025/schedule/speaker/zoe_zurich/"));
    }

    @Test
    void keepsEveryAttachmentAsItIsAddressed() {
        assertThat(values(page, FactName.ATTACHMENT))
                .containsExactly(
                        "https://conf.test/2025/events/attachments/4711-tests/slides/238000/Tests_and_trust_(final)_%C3%A4.pdf",
                        "https://conf.test/2025/events/attachments/4711-tests/handout/238001/numbers.ods",
                        "https://conf.test/2025/events/attachments/4711-tests/other/238002/demo");
        assertThat(addresses(page, PageLink.Kind.SLIDES)).hasSize(1);
        assertThat(addresses(page, PageLink.Kind.ATTACHMENT)).hasSize(2);
    }

    @Test
    void tellsFilmsSubtitlesServicesAndLinksApart() {
        assertThat(addresses(page, PageLink.Kind.VIDEO))
                .containsExactly(
                        "https://video.conf.test/2025/h1309/conf-2025-4711.av1.webm",
                        "https://video.conf.test/2025/h1309/conf-2025-4711.av1.mp4");
        assertThat(addresses(page, PageLink.Kind.SUBTITLES))
                .containsExactly("https://video.conf.test/2025/h1309/conf-2025-4711.vtt");
        assertThat(addresses(page, PageLink.Kind.SERVICE))
                .contains("https://submission.fosdem.org/feedback/4711.php", "https://chat.conf.test/#/room/h1309");
        assertThat(addresses(page, PageLink.Kind.LINK))
                .contains("https://reader.test/", "https://code.conf.test/reader?tab=readme&v=1#usage")
                .noneMatch(address -> address.contains("licence"));
    }

    @Test
    void writesOnlyTheAbstract() {
        assertThat(page.markdown())
                .isEqualTo(
                        """
                        Who reads a page twice reads it well. This talk shows *how a reader of pages* is tested, with [its source](https://code.conf.test/reader?tab=readme&v=1#usage) at hand.

                        - Facts
                        - Files

                        There will be time for questions: what is a page, and what is none?""");
        assertThat(page.warnings()).isEmpty();
        assertThat(page.language()).isEqualTo("en");
    }
}
