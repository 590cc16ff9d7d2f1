package io.eventjobs.worker.session.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventjobs.model.job.SessionParameters;
import io.eventjobs.worker.session.fixture.Pages;
import io.eventjobs.worker.session.fixture.Sessions;
import java.util.List;
import org.junit.jupiter.api.Test;

class SessionSheetTest {
    private static final String URL = "https://conf.test/talk";

    @Test
    void takesFromThePageWhatTheRequestDoesNotSay() {
        SessionSheet sheet = sheet(Sessions.at(URL), Pages.talk());

        assertThat(sheet.all(SheetField.SPEAKERS)).containsExactly("Ada Example", "Bo Muster");
        assertThat(sheet.first(SheetField.ROOM)).contains("Great Hall");
        assertThat(sheet.sources()).containsEntry("room", "label").containsEntry("title", "request");
    }

    @Test
    void takesTheTrackOfThePageOnlyWhereTheRequestNamesNone() {
        assertThat(sheet(Sessions.at(URL), Pages.talk()).first(SheetField.TRACK))
                .contains("Quality");
        assertThat(sheet(Sessions.at(URL).inTrack("Mine"), Pages.talk()).first(SheetField.TRACK))
                .contains("Mine");
        assertThat(sheet(Sessions.at(URL), Pages.factsOnly()).first(SheetField.TRACK))
                .contains("General");
    }

    @Test
    void putsGivenSlidesBeforeThoseOfThePageAndNamesEachOnce() {
        String page = Pages.talk(Pages.link("/b.pdf", "Slides"), Pages.link("/a.pdf", "Slides"));

        SessionSheet sheet = sheet(Sessions.at(URL).withSlides("https://conf.test/a.pdf"), page);

        assertThat(sheet.all(SheetField.SLIDES)).containsExactly("https://conf.test/a.pdf", "https://conf.test/b.pdf");
        assertThat(sheet.sources().get("slides")).startsWith("request");
    }

    @Test
    void saysNothingOfWhatNobodyKnows() {
        SessionSheet sheet = sheet(Sessions.at(URL), Pages.factsOnly());

        assertThat(sheet.values()).doesNotContainKeys("speakers", "date", "video", "slides", "end");
    }

    @Test
    void boundsTextsListsAndAddresses() {
        String[] speakers = new String[500];
        for (int i = 0; i < speakers.length; i++) {
            speakers[i] = i + " " + "x".repeat(2_000);
        }

        SessionSheet sheet = sheet(
                Sessions.at(URL).by(speakers).withVideo("https://conf.test/" + "v".repeat(5_000) + ".mp4"),
                Pages.talk());

        assertThat(sheet.all(SheetField.SPEAKERS))
                .hasSize(SessionSheet.MAX_VALUES)
                .allSatisfy(name -> assertThat(name).hasSize(SessionSheet.MAX_TEXT_LENGTH));
        assertThat(sheet.all(SheetField.VIDEO)).isEqualTo(List.of());
    }

    private static SessionSheet sheet(Sessions session, String page) {
        SessionParameters request = session.request();
        return SessionSheet.of(request, Pages.read(page, URL), URL);
    }
}
