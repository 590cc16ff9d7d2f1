package io.eventjobs.schedule;

import static io.eventjobs.schedule.Schedules.links;
import static io.eventjobs.schedule.Schedules.names;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class XmlScheduleTest {
    private final Schedule fosdem = Schedules.file("fosdem.xml");
    private final ScheduledSession talk = fosdem.sessions().getFirst();

    @Test
    void tellsTheConference() {
        assertThat(fosdem.format()).isEqualTo(ScheduleFormat.PENTABARF_XML);
        assertThat(fosdem.conference().title()).isEqualTo("Example Days 2025");
        assertThat(fosdem.conference().zone()).isEqualTo(ZoneId.of("Europe/Brussels"));
        assertThat(fosdem.warnings()).isEmpty();
    }

    @Test
    void copiesTheFieldsOfAnEvent() {
        assertThat(talk.identity())
                .isEqualTo(new ScheduledSession.Identity(
                        "4711",
                        "0e6fb0a4-0b52-5a7a-9d61-000000000001",
                        null,
                        "example-2025-4711-tests-trust",
                        "https://conf.test/2025/schedule/event/example-2025-4711-tests-trust/"));
        assertThat(talk.title()).isEqualTo("Tests & trust");
        assertThat(talk.subtitle()).isEqualTo("Reading a page twice");
        assertThat(talk.placement())
                .isEqualTo(new ScheduledSession.Placement("Testing & Quality", "H.1309 (Van Rijn)", "devroom", "en"));
        assertThat(names(talk)).containsExactly("Ada Example", "Zoë Zürich-de Vries");
        assertThat(talk.texts().summary())
                .isEqualTo(new Prose("<p>Who reads a page <em>twice</em> reads it well.</p>", Prose.Markup.HTML));
        assertThat(talk.texts().description()).isNull();
    }

    @Test
    void tellsTheTimeByTheClocksOfTheConference() {
        assertThat(talk.slot())
                .isEqualTo(new ScheduledSession.Slot(
                        LocalDate.of(2025, 2, 1),
                        LocalDateTime.of(2025, 2, 1, 10, 35),
                        LocalDateTime.of(2025, 2, 1, 11, 0),
                        ZoneId.of("Europe/Brussels")));
    }

    @Test
    void sessionsBeforeTheDayChangeBelongToThePreviousDay() {
        ScheduledSession.Slot slot = fosdem.sessions().get(1).slot();

        assertThat(slot.day()).isEqualTo(LocalDate.of(2025, 2, 1));
        assertThat(slot.start()).isEqualTo(LocalDateTime.of(2025, 2, 2, 0, 10));
        assertThat(slot.end()).isEqualTo(LocalDateTime.of(2025, 2, 2, 1, 0));
    }

    @Test
    void tellsTheRecordingFromOtherFilmsAndFilesFromServices() {
        assertThat(talk.recording()).contains("https://video.conf.test/2025/h1309/4711.av1.webm");
        assertThat(links(talk, SessionLink.Kind.RECORDING)).hasSize(2);
        assertThat(links(talk, SessionLink.Kind.VIDEO)).containsExactly("https://www.youtube.com/watch?v=abcdefghijk");
        assertThat(links(talk, SessionLink.Kind.SUBTITLES))
                .containsExactly("https://video.conf.test/2025/h1309/4711.vtt");
        assertThat(talk.slides()).contains("https://conf.test/2025/events/attachments/4711/slides/Tests_(final).pdf");
        assertThat(links(talk, SessionLink.Kind.SLIDES)).hasSize(2);
        assertThat(links(talk, SessionLink.Kind.SERVICE))
                .containsExactly(
                        "https://chat.conf.test/#/room/#2025-testing:conf.test",
                        "https://talks.conf.test/example-2025/talk/AAAAAA/feedback/");
        assertThat(links(talk, SessionLink.Kind.LINK)).containsExactly("https://films.test/watch");
    }

    @Test
    void usesPeopleListedOnceForAllTheirSessions() {
        ScheduledSession one = Schedules.file("fosdem-persons.xml").sessions().getFirst();

        assertThat(one.speakers())
                .containsExactly(
                        new ScheduledSession.Speaker(
                                "Ada Example",
                                null,
                                new Prose("<p>Ada tests since <strong>1843</strong>.</p>", Prose.Markup.HTML),
                                "https://conf.test/2026/schedule/speaker/ada_example/"),
                        new ScheduledSession.Speaker("Nobody Known", null, null, null));
    }

    @Test
    void readsThePretalxDialect() {
        Schedule pretalx = Schedules.file("pretalx.xml");
        ScheduledSession late = pretalx.sessions().getFirst();

        assertThat(pretalx.sessions()).hasSize(2);
        assertThat(late.identity().code()).isEqualTo("WRBAHQ");
        assertThat(late.placement().language()).isEqualTo("de");
        assertThat(late.slot().day()).isEqualTo(LocalDate.of(2025, 7, 11));
        assertThat(late.slot().start()).isEqualTo(LocalDateTime.of(2025, 7, 12, 1, 30));
        assertThat(late.texts().summary().markup()).isEqualTo(Prose.Markup.MARKDOWN);
        assertThat(late.texts().description().text()).isEqualTo("# What to bring\n\n- a board\n- patience");
        assertThat(links(late, SessionLink.Kind.SLIDES))
                .containsExactly("https://talks.test/media/camp/submissions/WRBAHQ/resources/folien_X1.pdf");
    }

    @Test
    void unescapedMarkupIsPreserved() throws Exception {
        Schedule schedule = Schedules.of(
                Schedules.event("<title>T</title><abstract>See <a href=\"https://a.test/\">this</a></abstract>"));

        assertThat(schedule.sessions().getFirst().texts().summary())
                .isEqualTo(new Prose("See <a href=\"https://a.test/\">this</a>", Prose.Markup.HTML));
    }
}
