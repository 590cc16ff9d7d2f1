package io.eventjobs.page.dom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AbsoluteAddressTest {
    private static String resolved(String base, String address) {
        Element link = Jsoup.parse("<a>there</a>", base).expectFirst("a").attr("href", address);
        return AbsoluteAddress.of(link, "href");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://",
                "http://",
                "https:",
                "http:",
                "https:/",
                "https:///",
                "https://?",
                "https://#",
                "//",
                "/",
                "#",
                "?",
                "/.",
                "mailto:",
                ":",
                "\\",
                "https://[",
                " https:// ",
                "HTTPS://"
            })
    void survivesAddressesThatBreakOff(String address) {
        assertThatCode(() -> resolved("https://conf.test/a", address)).doesNotThrowAnyException();
        assertThatCode(() -> resolved(address, "talk")).doesNotThrowAnyException();
        assertThatCode(() -> resolved(address, "#part")).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//cdn.test/a?b#c",
                "//cdn.test",
                "///a",
                "//",
                "mailto:a@conf.test",
                "tel:+49 30 1",
                "javascript:void(0)",
                "whatsapp://send?text=a",
                "data:text/plain,a",
                "ftp://conf.test/a",
                "talk:part",
                "../a",
                "a/../b"
            })
    void resolvesOtherAddressesAsBrowsersDo(String address) {
        Element link = Jsoup.parse("<a>there</a>", "https://conf.test/x/y")
                .expectFirst("a")
                .attr("href", address);

        assertThat(AbsoluteAddress.of(link, "href")).isEqualTo(link.absUrl("href"));
    }

    @Test
    void joinsPathsAndFragmentsWithTheAddressOfThePage() {
        assertThat(resolved("https://conf.test/a/b?x#y", "c")).isEqualTo("https://conf.test/a/c");
        assertThat(resolved("https://conf.test/a/b?x#y", "/c")).isEqualTo("https://conf.test/c");
        assertThat(resolved("https://conf.test/a/b?x#y", "#c")).isEqualTo("https://conf.test/a/b?x#c");
        assertThat(resolved("https://conf.test", "c")).isEqualTo("https://conf.test/c");
        assertThat(resolved("https://conf.test/a", "https://a")).isEqualTo("https://a");
    }
}
