package io.eventjobs.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SessionIndexTest {
    private final SessionIndex fosdem = new SessionIndex(Schedules.file("fosdem.xml"));
    private final SessionIndex camp = new SessionIndex(Schedules.file("pretalx.xml"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://conf.test/2025/schedule/event/example-2025-4711-tests-trust/",
                "http://www.conf.test/2025/schedule/event/example-2025-4711-tests-trust",
                "https://conf.test/2025/schedule/event/example-2025-4711-tests-trust/#video",
                "https://archive.conf.test/2025/schedule/event/example-2025-4711-tests-trust/index/example-2025-4711-tests-trust.html",
                "https://mirror.test/4711"
            })
    void findsTheSessionOfAPage(String address) {
        assertThat(fosdem.find(address, "", null)).map(ScheduledSession::title).contains("Tests & trust");
    }

    @Test
    void findsItByTitleIfTheAddressDoesNotMatch() {
        assertThat(fosdem.find("https://blog.test/", "Tests and trust", null)).isEmpty();
        assertThat(fosdem.find("https://blog.test/", "tests & Trust!", null)).isPresent();
        assertThat(fosdem.find("https://blog.test/other", "", null)).isEmpty();
    }

    @Test
    void findsTheRequestedSlotOfARepeatedTalk() {
        String page = "https://talks.test/camp/talk/WRBAHQ/";

        assertThat(id(camp.find(page, "", "16:00"))).contains("813");
        assertThat(id(camp.find(page, "", "01:30"))).contains("812");
        assertThat(id(camp.find(page, "", null))).contains("812");
    }

    @Test
    void tellsTalksThatShareAPageApartByTitleElseByTime() throws Exception {
        SessionIndex index = new SessionIndex(
                Schedules.of(
                        """
                {"schedule": {"events": [
                  {"id": 1, "title": "One", "url": "https://conf.test/all", "start": "2026-05-02T10:00:00Z"},
                  {"id": 2, "title": "Two", "url": "https://conf.test/all", "start": "2026-05-02T11:00:00Z"}]}}"""));

        assertThat(id(index.find("https://conf.test/all", "two", null))).contains("2");
        assertThat(id(index.find("https://conf.test/all", "two", "10:00"))).contains("2");
        assertThat(id(index.find("https://conf.test/all", "Another name", "10:00")))
                .contains("1");
        assertThat(index.find("https://conf.test/all", "Another name", null)).isEmpty();
    }

    private static Optional<String> id(Optional<ScheduledSession> session) {
        return session.map(found -> found.identity().id());
    }
}
