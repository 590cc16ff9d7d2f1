package io.eventjobs.gateway.archive;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventjobs.gateway.job.Jobs;
import io.eventjobs.model.job.SessionTime;
import io.eventjobs.model.job.StateCounts;
import java.net.URI;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArchiveIndexTest {
    private static final Pattern LINK = Pattern.compile("]\\((?:[^()]|\\([^()]*\\))*\\)");

    @Test
    void listsTheSessionsOfEachTrackAsTheyWereHeld() {
        String index = ArchiveIndex.index(
                "Example Conf",
                List.of(
                        session("Tools", "Sunday", "", "09:00", "A", "Last", 0),
                        session("Tools", "Saturday", "", "14:00", "B", "Third", 1),
                        session("Keynotes", "Saturday", "", "10:00", "A", "Opening", 2),
                        session("Tools", "Saturday", "", "14:00", "A", "Second", 3),
                        session("Tools", "Saturday", "", "09:30", "B", "First", 4)));

        assertThat(index)
                .startsWith("# Example Conf\n\n## Keynotes\n")
                .containsSubsequence("Opening", "## Tools", "First", "Second", "Third", "Last");
    }

    @Test
    void ordersDaysByTheirDatesWhereTheyAreKnownAndElseAsInAWeek() {
        assertThat(ArchiveIndex.index(
                        "Dates",
                        List.of(
                                session("T", "Sunday", "2026-02-01", "10:00", "A", "After", 0),
                                session("T", "Friday", "2026-01-30", "10:00", "A", "Before", 1))))
                .containsSubsequence("Before", "After");
        assertThat(ArchiveIndex.index(
                        "Weekdays",
                        List.of(
                                session("T", "Thursday", "", "10:00", "A", "After", 0),
                                session("T", "monday", "", "10:00", "A", "Before", 1))))
                .containsSubsequence("Before", "After");
    }

    @Test
    void ordersByTheMomentWhateverFormItIsWrittenIn() {
        String index = ArchiveIndex.index(
                "Example Days",
                List.of(
                        session("T", "", "", "", "", "Unknown", 0),
                        session("T", "", "", "2026-10-03T10:20:00+01:00", "", "Third", 1),
                        session("T", "", "2026-10-04", "09:00", "", "Fifth", 2),
                        session("T", "", "2026-10-03", "9:30", "", "Second", 3),
                        session("T", "Sunday", "", "08:00", "", "Fourth", 4),
                        session("T", "", "2026-10-03", "", "", "First", 5),
                        session("T", "Day 10", "", "09:00", "", "Tenth", 6),
                        session("T", "Day 9", "", "10:00", "", "Ninth", 7)));

        assertThat(index)
                .startsWith("# Example Days\n\nSat 3 Oct – Sun 4 Oct 2026\n\n## T\n")
                .containsSubsequence(
                        "| Sat 3 Oct |  | [First]",
                        "| Sat 3 Oct, 09:30 |  | [Second]",
                        "| Sat 3 Oct, 10:20 |  | [Third]",
                        "| Sun 4 Oct, 08:00 |  | [Fourth]",
                        "| Sun 4 Oct, 09:00 |  | [Fifth]",
                        "| Day 9, 10:00 |  | [Ninth]",
                        "| Day 10, 09:00 |  | [Tenth]",
                        "|  |  | [Unknown]");
    }

    @Test
    void aTimeWithoutADayHasThatOfItsTrackOrOfTheWhole() {
        String index = ArchiveIndex.index(
                "Example Days 2026",
                List.of(
                        session("A", "", "2026-10-03", "11:00", "", "Later", 0),
                        session("A", "", "", "10:00", "", "Earlier", 1),
                        session("B", "", "2026-10-04", "10:00", "", "Other day", 2),
                        session("C", "", "", "10:00", "", "Some day", 3)));

        assertThat(index)
                .containsSubsequence(
                        "| Sat 3 Oct, 10:00 |  | [Earlier]",
                        "| Sat 3 Oct, 11:00 |  | [Later]",
                        "| Sun 4 Oct, 10:00 |  | [Other day]",
                        "| 10:00 |  | [Some day]");
    }

    @Test
    void sessionsAtTheSameTimeAreInTheOrderOfTheirRoomsThenOfTheirSubmission() {
        assertThat(ArchiveIndex.index(
                        "Conf",
                        List.of(
                                session("T", "Saturday", "", "10:00", "B", "Third", 1),
                                session("T", "Sat", "", "10:00", "A", "First", 2),
                                session("T", "saturday", "", "10:00 ", "B", "Second", 0))))
                .containsSubsequence("First", "Second", "Third");
    }

    @Test
    void showsYearsWhereTheyDifferFromThatOfTheEvent() {
        assertThat(ArchiveIndex.index(
                        "Conf 2026",
                        List.of(
                                session("T", "", "2026-12-31", "10:00", "", "One", 0),
                                session("T", "", "2027-01-01", "10:00", "", "Two", 1))))
                .contains("Thu 31 Dec 2026 – Fri 1 Jan 2027", "| Thu 31 Dec, 10:00 |", "| Fri 1 Jan 2027, 10:00 |");
    }

    @Test
    void comparesTimesOfDifferentZonesByTheMoment() {
        assertThat(ArchiveIndex.index(
                        "Conf",
                        List.of(
                                session("T", "", "", "2026-10-03T10:00:00-04:00", "", "Third", 0),
                                session("T", "", "", "2026-10-03T11:00:00+02:00", "", "First", 1),
                                session("T", "", "", "2026-10-03T12:00:00+02:00", "", "Second", 2))))
                .containsSubsequence("First", "Second", "Third");
    }

    @Test
    void saysWhenWhereAndWho() {
        assertThat(ArchiveIndex.index(
                        "Conf",
                        List.of(new ArchiveEntry(
                                "T",
                                SessionTime.of("Saturday", "", "10:00", "10:50", ""),
                                "Great Hall",
                                "How to test",
                                List.of("Ada Example", "Bo Muster"),
                                "en",
                                "Conf/en/T/How to test.md",
                                0))))
                .contains("| Sat, 10:00–10:50 | Great Hall |"
                        + " [How to test](Conf/en/T/How%20to%20test.md) | Ada Example, Bo Muster |\n");
    }

    @Test
    void saysInWhichLanguageWhereThereIsMoreThanOne() {
        String both = ArchiveIndex.index("Conf", List.of(inLanguage("en"), inLanguage("de")));

        assertThat(both)
                .contains("| Time | Room | Session | Speakers | Language |\n| --- | --- | --- | --- | --- |\n")
                .contains("[Opening](Conf/en/Opening.md) |  | en |\n", "[Opening](Conf/de/Opening.md) |  | de |\n");
        assertThat(ArchiveIndex.index("Conf", List.of(inLanguage("en")))).doesNotContain("Language");
    }

    private static ArchiveEntry inLanguage(String language) {
        return new ArchiveEntry(
                "T", SessionTime.UNKNOWN, "", "Opening", List.of(), language, "Conf/" + language + "/Opening.md", 0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Größe, naïveté",
                "100% #1 of C# & C++?",
                "(part 1) [draft]",
                "🎉 party",
                "a|b *c* _d_ `e` ~f~",
                "two  spaces"
            })
    void linksToEveryNameSoThatNothingOfItEndsTheLink(String name) {
        String index = ArchiveIndex.index(
                name,
                List.of(new ArchiveEntry(
                        name, SessionTime.UNKNOWN, "", name, List.of(), "en", name + "/" + name + ".md", 0)));

        List<String> links =
                LINK.matcher(index).results().map(MatchResult::group).toList();
        assertThat(links).hasSize(1);
        String target = links.getFirst().substring(2, links.getFirst().length() - 1);
        assertThat(URI.create(target).getPath()).isEqualTo(name + "/" + name + ".md");
        assertThat(target).doesNotContainPattern("[\\s<>|\\\\]");
    }

    @Test
    void escapesOnlyWhatMarkdownWouldTakeForMarkup() {
        String index = ArchiveIndex.index(
                "C++ (part 1) - what's new!",
                List.of(session("T-1", "", "", "", "Hall #2", "1. Lock-free {code}, snake_case + _more_ [draft]", 0)));

        assertThat(index)
                .contains("# C++ (part 1) - what's new!\n", "## T-1\n", "| Hall #2 |")
                .contains("[1\\. Lock-free {code}, snake_case + \\_more\\_ \\[draft\\]](c/0.md)");
    }

    @Test
    void tellsLanguageModelsWhichDocumentsThereAre() {
        ArchiveScope conf = new ArchiveScope.OfEvent(Jobs.TENANT, "Conf 2026", new StateCounts(0, 0, 2, 0, 0));

        assertThat(ArchiveIndex.llms(
                        conf,
                        List.of(
                                session("Tools", "", "2026-10-03", "14:00", "Hall", "Second *talk*", 1),
                                session("Tools", "", "2026-10-03", "13:50", "", "First", 0))))
                .isEqualTo(
                        """
                        # Conf 2026

                        > The sessions of Conf 2026, one Markdown document each: what its page says, its slides and its transcript; held Sat 3 Oct 2026.

                        ## Tools

                        - [First](c/0.md): Sat 3 Oct, 13:50; en
                        - [Second \\*talk\\*](c/1.md): Sat 3 Oct, 14:00; Hall; en
                        """);
    }

    @Test
    void keepsEachSessionInItsRowWhateverItIsCalled() {
        String index = ArchiveIndex.index(
                "Conf\n# Other", List.of(session("T\n## X", "a|b", "", "1\n2", "r`", "x | y\n| z", 0)));

        assertThat(index.lines().filter(line -> line.startsWith("#"))).hasSize(2);
        assertThat(index.lines().filter(line -> line.startsWith("| a")))
                .singleElement()
                .satisfies(row -> assertThat(row.replace("\\|", "")).matches("(\\|[^|]*){4}\\|"));
    }

    private static ArchiveEntry session(
            String track, String day, String date, String start, String room, String title, int order) {
        SessionTime time = SessionTime.of(day, date, start, "", "");
        return new ArchiveEntry(track, time, room, title, List.of(), "en", "c/" + order + ".md", order);
    }
}
