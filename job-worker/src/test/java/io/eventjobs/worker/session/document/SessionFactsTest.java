package io.eventjobs.worker.session.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventjobs.model.job.SessionParameters;
import io.eventjobs.worker.session.fixture.Pages;
import io.eventjobs.worker.session.fixture.Sessions;
import java.util.List;
import org.junit.jupiter.api.Test;

class SessionFactsTest {
    private static final String URL = "https://conf.test/talk";

    @Test
    void completesTheRequestFromThePage() {
        SessionFacts facts = facts(Sessions.at(URL), Pages.talk());

        assertThat(facts.all(SessionField.SPEAKERS)).containsExactly("Ada Example", "Bo Muster");
        assertThat(facts.first(SessionField.ROOM)).contains("Great Hall");
        assertThat(facts.sources()).containsEntry("room", "label").containsEntry("title", "request");
    }

    @Test
    void usesThePagesTrackOnlyWithoutARequestedOne() {
        assertThat(facts(Sessions.at(URL), Pages.talk()).first(SessionField.TRACK))
                .contains("Quality");
        assertThat(facts(Sessions.at(URL).inTrack("Mine"), Pages.talk()).first(SessionField.TRACK))
                .contains("Mine");
        assertThat(facts(Sessions.at(URL), Pages.factsOnly()).first(SessionField.TRACK))
                .contains("General");
    }

    @Test
    void putsGivenSlidesBeforeThoseOfThePageAndNamesEachOnce() {
        String page = Pages.talk(Pages.link("/b.pdf", "Slides"), Pages.link("/a.pdf", "Slides"));

        SessionFacts facts = facts(Sessions.at(URL).withSlides("https://conf.test/a.pdf"), page);

        assertThat(facts.all(SessionField.SLIDES))
                .containsExactly("https://conf.test/a.pdf", "https://conf.test/b.pdf");
        assertThat(facts.sources().get("slides")).startsWith("request");
    }

    @Test
    void omitsUnknownFacts() {
        SessionFacts facts = facts(Sessions.at(URL), Pages.factsOnly());

        assertThat(facts.values()).doesNotContainKeys("speakers", "date", "video", "slides", "end");
    }

    @Test
    void boundsTextsListsAndAddresses() {
        String[] speakers = new String[500];
        for (int i = 0; i < speakers.length; i++) {
            speakers[i] = i + " " + "x".repeat(2_000);
        }

        SessionFacts facts = facts(
                Sessions.at(URL).by(speakers).withVideo("https://conf.test/" + "v".repeat(5_000) + ".mp4"),
                Pages.talk());

        assertThat(facts.all(SessionField.SPEAKERS))
                .hasSize(SessionFacts.MAX_VALUES)
                .allSatisfy(name -> assertThat(name).hasSize(SessionFacts.MAX_TEXT_LENGTH));
        assertThat(facts.all(SessionField.VIDEO)).isEqualTo(List.of());
    }

    @Test
    void tellsTheTimeForPeopleAndForPrograms() {
        String page =
                "<html><head><script type=\"application/ld+json\">{\"@type\": \"Event\", \"name\": \"How to test: a talk\","
                        + "\"startDate\": \"2026-10-03T10:20:00+01:00\", \"endDate\": \"2026-10-03T11:00:00+01:00\"}</script></head><body/></html>";

        SessionFacts facts = facts(Sessions.at(URL), page);

        assertThat(facts.timeText()).isEqualTo("Sat 3 Oct, 10:20–11:00");
        assertThat(facts.isoValues())
                .containsEntry("date", new IsoTime("2026-10-03"))
                .containsEntry("start", new IsoTime("2026-10-03T10:20:00+01:00"))
                .containsEntry("end", new IsoTime("2026-10-03T11:00:00+01:00"));
        assertThat(facts(Sessions.at(URL).ofEvent("Example Conf"), page).timeText())
                .isEqualTo("Sat 3 Oct 2026, 10:20–11:00");
    }

    private static SessionFacts facts(Sessions session, String page) {
        SessionParameters request = session.request();
        return SessionFacts.of(request, Pages.read(page, URL), URL);
    }
}
