package io.eventjobs.gateway.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArchiveIndexTest {
    private static final Pattern LINK = Pattern.compile("]\\(([^)]*)\\)");

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
    void saysWhenWhereAndWho() {
        assertThat(ArchiveIndex.index(
                        "Conf",
                        List.of(new ArchiveEntry(
                                "T",
                                "Saturday",
                                "",
                                "10:00–10:50",
                                "Great Hall",
                                "How to test",
                                List.of("Ada Example", "Bo Muster"),
                                "en",
                                "Conf/en/T/How to test.md",
                                0))))
                .contains("| Saturday | 10:00–10:50 | Great Hall |"
                        + " [How to test](Conf/en/T/How%20to%20test.md) | Ada Example, Bo Muster |\n");
    }

    @Test
    void saysInWhichLanguageWhereThereIsMoreThanOne() {
        String both = ArchiveIndex.index("Conf", List.of(inLanguage("en"), inLanguage("de")));

        assertThat(both)
                .contains(
                        "| Day | Time | Room | Session | Speakers | Language |\n| --- | --- | --- | --- | --- | --- |\n")
                .contains("[Opening](Conf/en/Opening.md) |  | en |\n", "[Opening](Conf/de/Opening.md) |  | de |\n");
        assertThat(ArchiveIndex.index("Conf", List.of(inLanguage("en")))).doesNotContain("Language");
    }

    private static ArchiveEntry inLanguage(String language) {
        return new ArchiveEntry(
                "T", "", "", "", "", "Opening", List.of(), language, "Conf/" + language + "/Opening.md", 0);
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
                List.of(new ArchiveEntry(name, "", "", "", "", name, List.of(), "en", name + "/" + name + ".md", 0)));

        List<String> links =
                LINK.matcher(index).results().map(MatchResult::group).toList();
        assertThat(links).hasSize(1);
        String target = links.getFirst().substring(2, links.getFirst().length() - 1);
        assertThat(URI.create(target).getPath()).isEqualTo(name + "/" + name + ".md");
        assertThat(target).matches("[A-Za-z0-9._/%-]+");
    }

    @Test
    void keepsEachSessionInItsRowWhateverItIsCalled() {
        String index = ArchiveIndex.index(
                "Conf\n# Other", List.of(session("T\n## X", "a|b", "", "1\n2", "r`", "x | y\n| z", 0)));

        assertThat(index.lines().filter(line -> line.startsWith("#"))).hasSize(2);
        assertThat(index.lines().filter(line -> line.startsWith("| a")))
                .singleElement()
                .satisfies(row -> assertThat(row.replace("\\|", "")).matches("(\\|[^|]*){5}\\|"));
    }

    private static ArchiveEntry session(
            String track, String day, String date, String time, String room, String title, int order) {
        return new ArchiveEntry(track, day, date, time, room, title, List.of(), "en", "c/" + order + ".md", order);
    }
}
