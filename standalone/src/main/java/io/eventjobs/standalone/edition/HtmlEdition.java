package io.eventjobs.standalone.edition;

import io.eventjobs.markdown.Escape;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/**
 * Writes an edition as a folder of HTML that works from disk, with no server and no other host: the sessions by track and by time, a page for each,
 * a search over titles, speakers and texts, the Markdown, and {@code llms.txt}.
 */
final class HtmlEdition {
    /** Of each session's text in the search; 1,000 sessions are then some MB, which a browser searches at once. */
    private static final int MAX_SEARCHED = 3_000;

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final Edition edition;
    private final Path folder;

    HtmlEdition(Edition edition, Path folder) {
        this.edition = edition;
        this.folder = folder;
    }

    /** The page to open first. */
    Path write() throws IOException {
        Files.createDirectories(folder.resolve("sessions"));
        Files.createDirectories(folder.resolve("documents"));
        ArrayNode searched = MAPPER.createArrayNode();
        for (EditionSession session : edition.sessions()) {
            String text = writeSession(session);
            searched.addObject()
                    .put("address", "sessions/" + session.name() + ".html")
                    .put("title", session.title())
                    .put("about", about(session))
                    .put("text", text.substring(0, Math.min(MAX_SEARCHED, text.length())));
        }
        String index = searched.toString().replace("\u2028", "\\u2028").replace("\u2029", "\\u2029");
        Files.writeString(folder.resolve("search-index.js"), "window.editionSessions = " + index + ";\n");
        copy("edition.css");
        copy("search.js");
        Files.writeString(folder.resolve("by-time.html"), list("By time", edition.byDay(), false));
        Files.writeString(folder.resolve("llms.txt"), llms());
        Path first = folder.resolve("index.html");
        Files.writeString(first, list(edition.title(), edition.byTrack(), true));
        return first;
    }

    /** Its text, for the search. */
    private String writeSession(EditionSession session) throws IOException {
        HtmlPage page = new HtmlPage(edition, session.title(), "../");
        Element article = page.main().appendElement("article").attr("lang", session.language());
        String files = "../files/" + session.number() + "/";
        SafeHtml.of(session, files).childNodesCopy().forEach(article::appendChild);
        article.select("img").attr("loading", "lazy");
        Files.writeString(folder.resolve("sessions").resolve(session.name() + ".html"), page.text());
        Files.writeString(folder.resolve("documents").resolve(session.name() + ".md"), session.markdown());
        Path target = folder.resolve("files").resolve(String.valueOf(session.number()));
        for (EditionFile file : session.files()) {
            Path copy = target.resolve(file.name());
            if (!copy.equals(file.content())) {
                Files.createDirectories(target);
                Files.copy(file.content(), copy, StandardCopyOption.REPLACE_EXISTING);
            }
        }
        return article.text();
    }

    private String list(String title, Map<String, List<EditionSession>> groups, boolean isFirst) {
        HtmlPage page = new HtmlPage(edition, title, "");
        page.main().appendElement("h1").text(title);
        if (isFirst) {
            Element search =
                    page.main().appendElement("section").attr("id", "search").attr("role", "search");
            search.appendElement("label").attr("for", "query").text("Search titles, speakers and texts");
            search.appendElement("input")
                    .attr("type", "search")
                    .attr("id", "query")
                    .attr("autocomplete", "off");
            search.appendElement("p").attr("id", "found").attr("role", "status");
            search.appendElement("ul").attr("id", "results");
        }
        groups.forEach((group, sessions) -> {
            Element section = page.main().appendElement("section");
            section.appendElement("h2").text(group);
            Element items = section.appendElement("ul").addClass("sessions");
            sessions.forEach(session -> {
                Element item = items.appendElement("li");
                item.appendElement("a")
                        .attr("href", "sessions/" + session.name() + ".html")
                        .text(session.title());
                item.appendElement("span").text(about(session));
            });
        });
        if (isFirst) {
            page.addScript("search-index.js");
            page.addScript("search.js");
        }
        return page.text();
    }

    private String about(EditionSession session) {
        return Stream.of(edition.when(session), session.room(), session.track(), String.join(", ", session.speakers()))
                .filter(text -> !text.isBlank())
                .collect(Collectors.joining(" · "));
    }

    /** For language models, as llmstxt.org describes it. */
    private String llms() {
        StringBuilder text = new StringBuilder("# " + Escape.line(edition.title()) + "\n\n> The sessions of "
                + Escape.text(edition.title()) + ", one Markdown document each.\n");
        edition.byTrack().forEach((track, sessions) -> {
            text.append("\n## ").append(Escape.line(track)).append("\n\n");
            sessions.forEach(session -> text.append("- [")
                    .append(Escape.text(session.title()))
                    .append("](documents/")
                    .append(session.name())
                    .append(".md): ")
                    .append(Escape.text(about(session)))
                    .append('\n'));
        });
        return text.toString();
    }

    private void copy(String resource) throws IOException {
        try (InputStream in = Objects.requireNonNull(HtmlEdition.class.getResourceAsStream("/edition/" + resource))) {
            Files.copy(in, folder.resolve(resource), StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
