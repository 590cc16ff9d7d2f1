package io.eventjobs.schedule;

import static io.eventjobs.schedule.Schedules.links;
import static io.eventjobs.schedule.Schedules.names;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class JsonScheduleTest {
    @Test
    void readsPretalx() {
        ScheduledSession talk = Schedules.file("pretalx.json").sessions().getFirst();

        assertThat(talk.identity().code()).isEqualTo("WRBAHQ");
        assertThat(talk.slot().day()).isEqualTo(LocalDate.of(2025, 7, 11));
        assertThat(talk.slot().start()).isEqualTo(LocalDateTime.of(2025, 7, 12, 1, 30));
        assertThat(talk.slot().end()).isEqualTo(LocalDateTime.of(2025, 7, 12, 3, 0));
        assertThat(talk.speakers())
                .containsExactly(new ScheduledSession.Speaker(
                        "Ada Example",
                        null,
                        new Prose("Ada *solders*.", Prose.Markup.MARKDOWN),
                        "https://talks.test/camp/speaker/ABCDEF/"));
        assertThat(talk.texts().summary().markup()).isEqualTo(Prose.Markup.MARKDOWN);
    }

    @Test
    void relativeAddressesAreRelativeToTheBaseThatTheScheduleNames() {
        ScheduledSession talk = Schedules.file("pretalx.json", "https://mirror.test/schedule.json")
                .sessions()
                .getFirst();

        assertThat(talk.slides()).contains("https://talks.test/media/camp/submissions/WRBAHQ/resources/folien_X1.pdf");
    }

    @Test
    void readsFrab() {
        Schedule frab = Schedules.file("frab.json");
        ScheduledSession talk = frab.sessions().getFirst();

        assertThat(frab.format()).isEqualTo(ScheduleFormat.SCHEDULE_JSON);
        assertThat(frab.warnings()).containsExactly("1 event has no title and is left out: Saal 1 9002");
        assertThat(names(talk)).containsExactly("zoe");
        assertThat(talk.placement().language()).isEqualTo("en");
        assertThat(talk.slot().zone()).isEqualTo(ZoneOffset.ofHours(1));
        assertThat(talk.texts().summary())
                .isEqualTo(new Prose("First line\nsecond line\n\nNew paragraph", Prose.Markup.PLAIN));
        assertThat(talk.slides())
                .contains(
                        "https://frab.test/system/event_attachments/attachments/000/001/original/Plain%20words.pdf?1740000000");
        assertThat(links(talk, SessionLink.Kind.LINK)).containsExactly("https://www.words.test");
    }

    @Test
    void readsTheHub() {
        Schedule hub = Schedules.file("hub.json");
        ScheduledSession talk = hub.sessions().getFirst();

        assertThat(hub.format()).isEqualTo(ScheduleFormat.HUB_JSON);
        assertThat(names(talk)).containsExactly("Ada Example");
        assertThat(talk.placement()).isEqualTo(new ScheduledSession.Placement("Community", "Saal 1", "talk", "de"));
        assertThat(talk.slot().start()).isEqualTo(LocalDateTime.of(2025, 12, 27, 10, 30));
        assertThat(talk.slot().end()).isEqualTo(LocalDateTime.of(2025, 12, 27, 11, 0));
        assertThat(talk.recording()).contains("https://media.ccc.de/v/example-opening");
        assertThat(links(talk, SessionLink.Kind.LINK)).containsExactly("https://code.test/opening");
        assertThat(links(talk, SessionLink.Kind.SLIDES)).containsExactly("https://hub.test/media/opening.odp");
        assertThat(links(talk, SessionLink.Kind.ATTACHMENT))
                .containsExactly("https://hub.test/media/opening-paper.pdf");
    }

    @Test
    void readsIndico() {
        Schedule indico = Schedules.file("indico.json");
        ScheduledSession talk = indico.sessions().getFirst();

        assertThat(indico.conference().title()).isEqualTo("Example Physics Days");
        assertThat(talk.speakers())
                .containsExactly(
                        new ScheduledSession.Speaker("Ada Example", "Example Lab", null, null),
                        new ScheduledSession.Speaker("Zoë Zürich", null, null, null));
        assertThat(talk.slot())
                .isEqualTo(new ScheduledSession.Slot(
                        LocalDate.of(2025, 5, 5),
                        LocalDateTime.of(2025, 5, 5, 14, 0),
                        LocalDateTime.of(2025, 5, 5, 14, 20),
                        ZoneId.of("Europe/Zurich")));
        assertThat(talk.placement()).isEqualTo(new ScheduledSession.Placement("Detectors", "500/1-001", "Talk", null));
        assertThat(talk.slides())
                .contains("https://indico.test/event/42/contributions/900077/attachments/1/2/count.pdf");
        assertThat(talk.recording()).contains("https://videos.test/record/77");
        assertThat(links(talk, SessionLink.Kind.ATTACHMENT)).hasSize(1);
    }

    @Test
    void readsSessionizesViewAll() {
        Schedule all = Schedules.file("sessionize-all.json");
        ScheduledSession talk = all.sessions().getFirst();

        assertThat(all.sessions()).hasSize(2);
        assertThat(all.sessions().get(1).placement().type()).isEqualTo("service");
        assertThat(talk.placement()).isEqualTo(new ScheduledSession.Placement("Cloud", "Blue Room", "Talk", "en"));
        assertThat(talk.speakers())
                .containsExactly(new ScheduledSession.Speaker(
                        "Ada Example",
                        "Engineer at Example",
                        new Prose("Runs nothing.", Prose.Markup.PLAIN),
                        "https://ada.test/"));
        assertThat(talk.slot().start()).isEqualTo(LocalDateTime.of(2025, 9, 10, 9, 0));
        assertThat(talk.slot().zone()).isNull();
        assertThat(talk.recording()).contains("https://www.youtube.com/watch?v=abcdefghijk");
        assertThat(talk.slides()).contains("https://decks.test/servers.pdf");
        assertThat(talk.identity().url()).isNull();
    }

    @Test
    void readsSessionizesGrid() {
        ScheduledSession talk =
                Schedules.file("sessionize-grid.json").sessions().getFirst();

        assertThat(talk.placement().track()).isEqualTo("Cloud");
        assertThat(talk.placement().room()).isEqualTo("Blue Room");
        assertThat(names(talk)).containsExactly("Ada Example");
    }

    @Test
    void readsThePretalxWidgetFormat() {
        Schedule widget = Schedules.file("widget.json", "https://talks.test/camp/schedule/widgets/schedule.json");
        ScheduledSession talk = widget.sessions().getFirst();

        assertThat(widget.sessions()).hasSize(1);
        assertThat(talk.identity().url()).isEqualTo("https://talks.test/camp/talk/WRBAHQ/");
        assertThat(talk.title()).isEqualTo("Solder everything");
        assertThat(names(talk)).containsExactly("Ada Example");
        assertThat(talk.slot().end()).isEqualTo(LocalDateTime.of(2025, 7, 12, 3, 0));
    }

    @Test
    void readsACalendar() {
        Schedule calendar = Schedules.file("camp.ics");
        ScheduledSession talk = calendar.sessions().getFirst();

        assertThat(calendar.conference().title()).isEqualTo("Example Camp");
        assertThat(talk.title()).isEqualTo("Solder, and see");
        assertThat(talk.identity().url()).isEqualTo("https://talks.test/camp/talk/WRBAHQ/");
        assertThat(talk.slot().start()).isEqualTo(LocalDateTime.of(2025, 7, 12, 1, 30));
        assertThat(talk.slot().zone()).isEqualTo(ZoneId.of("Europe/Berlin"));
        assertThat(talk.texts().description().text())
                .isEqualTo("A line that is so long that it is folded into the next\nand a second one");
    }
}
