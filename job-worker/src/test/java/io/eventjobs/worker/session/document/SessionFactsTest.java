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
    void takesFromThePageWhatTheRequestDoesNotSay() {
        SessionFacts sheet = sheet(Sessions.at(URL), Pages.talk());

        assertThat(sheet.all(SessionField.SPEAKERS)).containsExactly("Ada Example", "Bo Muster");
        assertThat(sheet.first(SessionField.ROOM)).contains("Great Hall");
        assertThat(sheet.sources()).containsEntry("room", "label").containsEntry("title", "request");
    }

    @Test
    void takesTheTrackOfThePageOnlyWhereTheRequestNamesNone() {
        assertThat(sheet(Sessions.at(URL), Pages.talk()).first(SessionField.TRACK))
                .contains("Quality");
        assertThat(sheet(Sessions.at(URL).inTrack("Mine"), Pages.talk()).first(SessionField.TRACK))
                .contains("Mine");
        assertThat(sheet(Sessions.at(URL), Pages.factsOnly()).first(SessionField.TRACK))
                .contains("General");
    }

    @Test
    void putsGivenSlidesBeforeThoseOfThePageAndNamesEachOnce() {
        String page = Pages.talk(Pages.link("/b.pdf", "Slides"), Pages.link("/a.pdf", "Slides"));

        SessionFacts sheet = sheet(Sessions.at(URL).withSlides("https://conf.test/a.pdf"), page);

        assertThat(sheet.all(SessionField.SLIDES)).containsExactly("https://conf.test/a.pdf", "https://conf.test/b.pdf");
        assertThat(sheet.sources().get("slides")).startsWith("request");
    }

    @Test
    void saysNothingOfWhatNobodyKnows() {
        SessionFacts sheet = sheet(Sessions.at(URL), Pages.factsOnly());

        assertThat(sheet.values()).doesNotContainKeys("speakers", "date", "video", "slides", "end");
    }

    @Test
    void boundsTextsListsAndAddresses() {
        String[] speakers = new String[500];
        for (int i = 0; i < speakers.length; i++) {
            speakers[i] = i + " " + "x".repeat(2_000);
        }

        SessionFacts sheet = sheet(
                Sessions.at(URL).by(speakers).withVideo("https://conf.test/" + "v".repeat(5_000) + ".mp4"),
                Pages.talk());

        assertThat(sheet.all(SessionField.SPEAKERS))
                .hasSize(SessionFacts.MAX_VALUES)
                .allSatisfy(name -> assertThat(name).hasSize(SessionFacts.MAX_TEXT_LENGTH));
        assertThat(sheet.all(SessionField.VIDEO)).isEqualTo(List.of());
    }

    private static SessionFacts sheet(Sessions session, String page) {
        SessionParameters request = session.request();
        return SessionFacts.of(request, Pages.read(page, URL), URL);
    }
}
