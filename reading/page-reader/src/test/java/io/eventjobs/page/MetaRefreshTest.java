package io.eventjobs.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MetaRefreshTest {
    private static Optional<MetaRefresh> of(String html) {
        return MetaRefresh.of(PageSource.html(html, TestPages.ADDRESS));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<meta http-equiv=refresh content='0; url=https://new.test/a'>|0|https://new.test/a",
                "<META HTTP-EQUIV=Refresh CONTENT='5;URL=/talks/7'>|5|https://conf.test/talks/7",
                "<meta http-equiv=refresh content=\"0;url='../8/'\">|0|https://conf.test/2025/schedule/event/8/",
                "<meta http-equiv=refresh content='1.5, https://new.test/'>|1|https://new.test/",
                "<meta http-equiv=refresh content='; url = https://new.test/ '>|0|https://new.test/",
                "<base href='https://other.test/x/'><meta http-equiv=refresh content='0;url=y'>|0|https://other.test/x/y",
            })
    void isReadAsBrowsersReadIt(String html, int seconds, String target) {
        assertThat(of(html)).contains(new MetaRefresh(Duration.ofSeconds(seconds), URI.create(target)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<p>no forwarding</p>",
                "<meta http-equiv=refresh content=30>",
                "<meta http-equiv=refresh content='30; url='>",
                "<meta http-equiv=refresh content='0; url=https://conf.test/2025/schedule/event/4711/#a'>",
                "<meta http-equiv=refresh content='0; url=javascript:alert(1)'>",
                "<meta http-equiv=refresh content='0; url=https:// a b'>",
                "<meta http-equiv=refresh content='soon; url=/x'>",
                "<noscript><meta http-equiv=refresh content='0; url=/plain'></noscript>",
            })
    void isNoneWithoutAnotherWebAddress(String html) {
        assertThat(of(html)).isEmpty();
    }

    @Test
    void isNamedInAWarning() {
        SessionPage page = TestPages.html(
                "<meta http-equiv=refresh content='0; url=https://new.test/a'><p>This page has moved.</p>");

        assertThat(page.warnings()).contains("The page forwards to https://new.test/a, which was not read.");
    }
}
