package io.eventjobs.standalone.demo;

import io.eventjobs.standalone.demo.Conference.Session;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/** The pages of the conference, in two layouts, with the clutter that real pages have. */
final class ConferencePages {
    private final String conference;
    private final JsonMapper mapper = JsonMapper.builder().build();

    ConferencePages(String conference) {
        this.conference = conference;
    }

    String page(Session session) {
        return session.layout().equals("classic") ? classic(session) : tool(session);
    }

    /** The page without links to files beside it. */
    String pageAlone(Session session) {
        return page(session).replace(materials(session), "");
    }

    private String classic(Session session) {
        return """
                <!doctype html><html lang="en"><head><meta charset="utf-8"><title>%s – %s</title></head><body>
                <nav class="main-menu"><a href="/">Home</a> <a href="/schedule">Schedule</a> <a href="/tickets">Tickets</a></nav>
                <div class="cookie-banner">We use no cookies, but banners are the fashion. <button>Fine</button></div>
                <div class="page"><aside class="facts"><ul>%s</ul></aside>
                <main><h1>%s</h1>%s%s</main></div>
                <footer>%s is a conference that never took place. <a href="/imprint">Imprint</a></footer></body></html>
                """
                .formatted(
                        text(session.title()),
                        text(conference),
                        labels(session),
                        text(session.title()),
                        paragraphs(session),
                        materials(session),
                        text(conference));
    }

    private String tool(Session session) {
        return """
                <!doctype html><html lang="en"><head><meta charset="utf-8"><title>%s :: %s</title>
                <meta property="og:site_name" content="%s"><meta property="og:title" content="%s">
                <script type="application/ld+json">%s</script><script>console.log("tracking nobody");</script></head><body>
                <header><a href="/">%s</a><form><input placeholder="Search"></form></header>
                <article class="session-detail"><h1>%s</h1><div class="session-body">%s</div>%s</article>
                <section class="related"><h2>You may also like</h2><ul><li><a href="/sessions/opening">Opening</a></li></ul></section>
                <footer>Made with a schedule tool.</footer></body></html>
                """
                .formatted(
                        text(session.title()),
                        text(conference),
                        text(conference),
                        text(session.title()),
                        jsonLd(session),
                        text(conference),
                        text(session.title()),
                        paragraphs(session),
                        materials(session));
    }

    private String jsonLd(Session session) {
        List<Map<String, String>> people = session.speakers().stream()
                .map(name -> Map.of("@type", "Person", "name", name))
                .toList();
        return mapper.writeValueAsString(Map.of(
                        "@context",
                        "https://schema.org",
                        "@type",
                        "Event",
                        "name",
                        session.title(),
                        "startDate",
                        date(session) + "T" + session.start() + ":00+01:00",
                        "endDate",
                        date(session) + "T" + session.end() + ":00+01:00",
                        "location",
                        Map.of("@type", "Place", "name", session.room()),
                        "performer",
                        people,
                        "superEvent",
                        Map.of("@type", "Event", "name", conference)))
                .replace("</", "<\\/");
    }

    private static String labels(Session session) {
        String speakers = session.speakers().isEmpty()
                ? ""
                : "<li><strong>Speakers:</strong> " + text(String.join(", ", session.speakers())) + "</li>";
        return "<li><strong>Track:</strong> %s</li><li><strong>Room:</strong> %s</li><li><strong>Day:</strong> %s</li><li><strong>Start:</strong> %s</li><li><strong>End:</strong> %s</li>%s"
                .formatted(
                        text(session.track()),
                        text(session.room()),
                        text(session.day()),
                        text(session.start()),
                        text(session.end()),
                        speakers);
    }

    private static String paragraphs(Session session) {
        return session.abstractParagraphs().stream()
                .map(paragraph -> "<p>" + text(paragraph) + "</p>")
                .collect(Collectors.joining());
    }

    private static String materials(Session session) {
        StringBuilder items = new StringBuilder();
        if (!session.slides().isEmpty()) {
            items.append("<li><a href=\"/files/").append(session.slug()).append(".pdf\">Slides (PDF)</a></li>");
        }
        if (!session.lines().isEmpty()) {
            items.append("<li><a href=\"/files/")
                    .append(session.slug())
                    .append(".mp4\">Video recording (MP4)</a></li>");
            items.append("<li><a href=\"/files/").append(session.slug()).append(".vtt\">Subtitles (VTT)</a></li>");
        }
        return items.isEmpty() ? "" : "<h2>Attachments</h2><ul class=\"attachments\">" + items + "</ul>";
    }

    private static String date(Session session) {
        return session.day().toLowerCase(Locale.ROOT).equals("saturday") ? "2026-10-03" : "2026-10-04";
    }

    private static String text(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }
}
