package io.eventjobs.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventjobs.markdown.LinkTarget;
import io.eventjobs.page.facts.Fact;
import io.eventjobs.page.facts.FactName;
import io.eventjobs.page.link.PageLink;
import io.eventjobs.schedule.Prose;
import io.eventjobs.schedule.Schedule;
import io.eventjobs.schedule.ScheduleReader;
import io.eventjobs.schedule.ScheduledSession;
import io.eventjobs.schedule.SessionLink;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.format.TextStyle;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Entities;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * Pages in the layout of fosdem.org, generated from a schedule, yield exactly the facts of the schedule. Always run with a two-day sample;
 * also with all of FOSDEM 2025 if {@code -Dcorpora.dir} names the folder that holds it.
 */
class FosdemSiteTest {
    private static final String CORPORA = "corpora.dir";
    private static final Pattern WORD = Pattern.compile("\\W+", Pattern.UNICODE_CHARACTER_CLASS);

    @TempDir
    Path folder;

    @Test
    void readsThePagesOfTwoDaysWhole() throws Exception {
        try (InputStream xml =
                Objects.requireNonNull(getClass().getResourceAsStream("/page/fosdem-days.xml"), "schedule")) {
            assertRead(xml);
        }
    }

    @Test
    @EnabledIfSystemProperty(
            named = CORPORA,
            matches = ".+",
            disabledReason =
                    "-Dcorpora.dir=DIR reads all of FOSDEM 2025 too, from DIR/corpora/schedules/fosdem-2025.xml.gz")
    void readsThePagesOfAllOfFosdem2025Whole(TestReporter reporter) throws Exception {
        Path corpus = Path.of(System.getProperty(CORPORA)).resolve("corpora/schedules/fosdem-2025.xml.gz");
        reporter.publishEntry("corpus", corpus.toString());
        try (InputStream xml = new GZIPInputStream(Files.newInputStream(corpus))) {
            assertRead(xml);
        }
    }

    private void assertRead(InputStream xml) throws Exception {
        Path file = folder.resolve("schedule.xml");
        Files.copy(xml, file);
        Schedule schedule = new ScheduleReader().read(file, null);
        double precision = 0;
        double recall = 0;
        int texts = 0;
        for (ScheduledSession session : schedule.sessions()) {
            SessionPage page = read(session);
            assertFacts(session, page);
            assertLinks(session, page);
            Set<String> expected = shingles(text(session));
            Set<String> found = shingles(RenderedText.of(page.markdown()));
            if (!expected.isEmpty() && !found.isEmpty()) {
                long both = found.stream().filter(expected::contains).count();
                precision += (double) both / found.size();
                recall += (double) both / expected.size();
                texts++;
            }
        }
        assertThat(2 * precision * recall / (precision + recall) / texts).isGreaterThanOrEqualTo(0.99);
    }

    private static SessionPage read(ScheduledSession session) {
        byte[] html = page(session).getBytes(StandardCharsets.UTF_8);
        return new PageReader()
                .read(new PageSource(
                        html,
                        "utf-8",
                        URI.create(Objects.requireNonNull(session.identity().url()))));
    }

    private static void assertFacts(ScheduledSession session, SessionPage page) {
        assertThat(value(page, FactName.TITLE)).isEqualTo(session.title());
        assertThat(value(page, FactName.TRACK)).isEqualTo(session.placement().track());
        assertThat(value(page, FactName.ROOM)).isEqualTo(session.placement().room());
        assertThat(value(page, FactName.START)).isEqualTo(start(session));
        assertThat(value(page, FactName.END)).isEqualTo(end(session));
        assertThat(value(page, FactName.ZONE)).isEqualTo("+01:00");
        assertThat(value(page, FactName.DAY)).isEqualTo(day(session));
        assertThat(value(page, FactName.DATE))
                .isEqualTo(String.valueOf(session.slot().day()));
        assertThat(page.facts().all(FactName.SPEAKER))
                .extracting(Fact::value)
                .containsExactlyElementsOf(session.speakers().stream()
                        .map(ScheduledSession.Speaker::name)
                        .toList());
        assertThat(page.facts().all(FactName.ATTACHMENT))
                .extracting(Fact::value)
                .containsExactlyElementsOf(files(session));
        assertThat(page.facts().all(FactName.VIDEO))
                .extracting(Fact::value)
                .containsExactlyInAnyOrderElementsOf(session.addresses(SessionLink.Kind.RECORDING));
        assertThat(page.facts().first(FactName.SCHEDULE)).isPresent();
    }

    private static void assertLinks(ScheduledSession session, SessionPage page) {
        Set<String> found = page.links().stream().map(PageLink::address).collect(Collectors.toSet());
        for (SessionLink link : session.links()) {
            if (LinkTarget.of(link.address()) != null) {
                assertThat(found).contains(link.address());
            }
        }
        assertThat(page.links(PageLink.Kind.SUBTITLES))
                .extracting(PageLink::address)
                .containsAll(session.addresses(SessionLink.Kind.SUBTITLES));
    }

    private static List<String> files(ScheduledSession session) {
        return session.links().stream()
                .filter(FosdemSiteTest::isFile)
                .map(SessionLink::address)
                .toList();
    }

    private static boolean isFile(SessionLink link) {
        return link.address().contains("/events/attachments/");
    }

    private static String value(SessionPage page, FactName name) {
        return page.facts().first(name).map(Fact::value).orElse(null);
    }

    private static String start(ScheduledSession session) {
        return Objects.requireNonNull(session.slot().start()).toLocalTime().toString();
    }

    private static String end(ScheduledSession session) {
        return Objects.requireNonNull(session.slot().end()).toLocalTime().toString();
    }

    private static String day(ScheduledSession session) {
        return Objects.requireNonNull(session.slot().day())
                .getDayOfWeek()
                .getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    }

    private static String text(ScheduledSession session) {
        return Jsoup.parseBodyFragment(html(session.texts().summary()) + " "
                        + html(session.texts().description()))
                .text();
    }

    private static String html(Prose prose) {
        return prose == null
                ? ""
                : prose.markup() == Prose.Markup.HTML ? prose.text() : "<p>" + escaped(prose.text()) + "</p>";
    }

    private static Set<String> shingles(String text) {
        String[] words = WORD.split(text.strip());
        Set<String> shingles = new HashSet<>();
        for (int i = 0; i + 4 <= words.length; i++) {
            shingles.add(words[i] + " " + words[i + 1] + " " + words[i + 2] + " " + words[i + 3]);
        }
        return shingles;
    }

    private static String page(ScheduledSession session) {
        String title = escaped(session.title());
        return """
                <!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>FOSDEM 2025 - %s</title>
                <meta name="generator" content="nanoc"></head><body class="schedule-event">
                <div id="top"><div class="title-box"><h2>Brussels / 1 &amp; 2 February 2025</h2></div>
                <nav><ul><li><a href="/2025/schedule/">Schedule</a></li></ul></nav></div>
                <div id="pagetitles"><h1>%s</h1></div><div id="main">
                <ul class="side-box"><li><strong>Track</strong>: <a href="/2025/schedule/track/t/">%s</a></li>
                <li><strong>Room</strong>: <a href="/2025/schedule/room/r/">%s</a></li>
                <li><strong>Day</strong>: <a href="/2025/schedule/day/d/">%s</a></li>
                <li><strong>Start</strong> (UTC+1): <a href="/2025/schedule/day/d/#s">%s</a></li>
                <li><strong>End</strong> (UTC+1): <a href="/2025/schedule/day/d/#e">%s</a></li></ul>
                %s<div class="event-blurb"><div class="event-abstract">%s</div><div class="event-description">%s</div></div>
                <h3>Speakers</h3><table class="table"><tbody>%s</tbody></table>
                <h3>Attachments</h3><ul class="event-attachments">%s</ul><h3>Links</h3><ul class="event-links">%s</ul></div>
                <footer><p>This work is licensed under a licence. <a href="/about/licence/">Licence</a></p></footer></body></html>
                """
                .formatted(
                        title,
                        title,
                        escaped(session.placement().track()),
                        escaped(session.placement().room()),
                        day(session),
                        start(session),
                        end(session),
                        player(session),
                        html(session.texts().summary()),
                        html(session.texts().description()),
                        session.speakers().stream()
                                .map(speaker -> "<tr><td></td><td><a href=\"/2025/schedule/speaker/x/\">"
                                        + escaped(speaker.name()) + "</a></td></tr>")
                                .collect(Collectors.joining()),
                        items(session, true),
                        items(session, false));
    }

    private static String player(ScheduledSession session) {
        String sources = session.addresses(SessionLink.Kind.RECORDING).stream()
                .map(address -> "<source src=\"" + escaped(address) + "\">")
                .collect(Collectors.joining());
        return sources.isEmpty()
                ? ""
                : "<div class=\"video\"><video controls=\"controls\">" + sources + "</video></div>";
    }

    private static String items(ScheduledSession session, boolean files) {
        return session.links().stream()
                .filter(link -> isFile(link) == files)
                .map(link -> "<li><a href=\"" + escaped(link.address()) + "\">" + escaped(link.text()) + "</a></li>")
                .collect(Collectors.joining());
    }

    private static String escaped(String text) {
        return Entities.escape(text).replace("\"", "&quot;");
    }
}
