package io.eventjobs.page.sites;

import io.eventjobs.page.dom.VisibleText;
import io.eventjobs.page.facts.ChapterFacts;
import io.eventjobs.page.facts.FactName;
import io.eventjobs.page.facts.JsonLd;
import io.eventjobs.page.facts.PageElements;
import io.eventjobs.page.facts.PageFacts;
import io.eventjobs.page.facts.TimeParser;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.QueryParser;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** A page for a single video: media.ccc.de, PeerTube, YouTube, Vimeo. Reads links and description; the video itself is not fetched. */
public final class VideoPage implements PageAdapter {
    private static final Evaluator OEMBED =
            QueryParser.parse("link[type=application/json+oembed][href*=/services/oembed]");
    private static final String SOURCE = "adapter:video";
    private static final int LONG = 20_000;
    private static final Set<String> HOSTS = Set.of(
            "youtube.com",
            "www.youtube.com",
            "m.youtube.com",
            "youtu.be",
            "vimeo.com",
            "www.vimeo.com",
            "media.ccc.de");

    private static final Pattern WATCHED =
            Pattern.compile("https?://[^?#]+/(?:w|videos/watch)/[A-Za-z0-9-]+(?:[?#].*)?");

    @Override
    public boolean knows(PageElements page) {
        return HOSTS.contains(host(page.document())) && isFilm(page.document()) || isPeerTube(page);
    }

    @Override
    public List<Element> content(Document page) {
        List<Element> marked =
                page
                        .select(".video-info-description, .description:not(meta), [itemprop=description]:not(meta)")
                        .stream()
                        .filter(part -> part.parents().stream().noneMatch(outer -> outer.hasClass("description")))
                        .limit(1)
                        .toList();
        boolean isEmptied = !marked.isEmpty()
                && marked.getFirst().normalName().equals("p")
                && VisibleText.of(marked.getFirst(), 10).isEmpty();
        return isEmptied ? paragraphsAfter(marked.getFirst()) : marked;
    }

    /** The parser closes a paragraph before any nested paragraph, so nested ones become its siblings. */
    private static List<Element> paragraphsAfter(Element marked) {
        List<Element> after = new ArrayList<>();
        Element next = marked.nextElementSibling();
        while (next != null && next.normalName().matches("p|ul|ol|blockquote|pre")) {
            after.add(next);
            next = next.nextElementSibling();
        }
        return after;
    }

    @Override
    public List<Element> aside(Document page) {
        return page.select(".related, .tags, .share, a[href$=/playlist], a[href$=/audio]");
    }

    @Override
    public void complete(Document page) {
        VideoDescription.find(page).ifPresent(page.body()::appendChild);
    }

    @Override
    public void addFacts(Document page, PageFacts.Builder facts) {
        facts.add(
                FactName.TITLE,
                meta(page, "meta[property=og:title]", "meta[itemprop=name]", "meta[name=title]"),
                SOURCE);
        JsonNode film = JsonLd.things(page.select("script")).stream()
                .filter(thing -> JsonLd.types(thing).contains("VideoObject"))
                .findFirst()
                .orElse(MissingNode.getInstance());
        facts.add(FactName.ABSTRACT, said(page, film), SOURCE);
        text(page, ".player-header h2", FactName.SUBTITLE, facts);
        text(page, ".player-header .conference", FactName.EVENT, facts);
        new ChapterFacts(facts, SOURCE).description(lines(page));
        for (Element person : page.select("p.persons a[href], .persons a[href]")) {
            facts.add(FactName.SPEAKER, VisibleText.of(person, 200), SOURCE, person.absUrl("href"));
        }
        Element shown = page.selectFirst("ul.metadata li:has(.icon-calendar-o)");
        facts.add(FactName.DATE, shown == null ? "" : VisibleText.of(shown, 40), SOURCE);
        String date = TimeParser.isoDate(meta(
                page,
                "meta[itemprop=datePublished]",
                "meta[itemprop=uploadDate]",
                "meta[property=video:release_date]",
                "meta[property=og:video:release_date]"));
        String uploaded = TimeParser.isoDate(film.path("uploadDate").asString(""));
        facts.add(FactName.DATE, date == null ? "" : date, SOURCE);
        facts.add(FactName.DATE, uploaded == null ? "" : uploaded, SOURCE);
        for (Element source : page.select("video[src], video > source[src]")) {
            facts.add(FactName.VIDEO, source.absUrl("src"), SOURCE);
        }
        facts.add(FactName.VIDEO, own(page), SOURCE);
    }

    /** The description with its line breaks. */
    private String lines(Document page) {
        String shown = content(page).stream()
                .flatMap(part -> part.select("p").isEmpty() ? Stream.of(part) : part.select("p").stream())
                .map(Element::wholeText)
                .collect(Collectors.joining("\n"));
        return shown.isBlank()
                ? meta(page, "meta[itemprop=description]", "meta[property=og:description]", "meta[name=description]")
                : shown;
    }

    /** The description, preferably a complete one: meta elements truncate it. */
    private String said(Document page, JsonNode film) {
        StringBuilder shown = new StringBuilder();
        content(page).forEach(part -> shown.append(VisibleText.of(part, LONG)).append(' '));
        String card = meta(page, "meta[property=og:description]", "meta[itemprop=description]");
        String told = JsonLd.clean(film.path("description").asString(""));
        if (!shown.isEmpty()) {
            return shown.toString();
        }
        return told.isBlank() ? card : told;
    }

    private static void text(Document page, String query, FactName name, PageFacts.Builder facts) {
        Element found = page.selectFirst(query);
        facts.add(name, found == null ? "" : VisibleText.of(found, 1_000), SOURCE);
    }

    /** The canonical address; short links and links with a start time are aliases of it. */
    private static String own(Document page) {
        Element canonical = page.selectFirst("link[rel=canonical][href]");
        String named = canonical == null ? meta(page, "meta[property=og:url]") : canonical.absUrl("href");
        return named.startsWith("http") ? named : page.location();
    }

    private static boolean isFilm(Document page) {
        String path = page.location().toLowerCase(Locale.ROOT);
        return page.selectFirst("meta[property^=og:video], meta[itemprop=embedUrl], link[itemprop=embedUrl], video")
                        != null
                || path.contains("/watch?v=")
                || path.contains("/v/");
    }

    private static boolean isPeerTube(PageElements page) {
        return WATCHED.matcher(page.document().location()).matches()
                && (page.content("og:platform").equalsIgnoreCase("peertube") || page.meta(OEMBED) != null);
    }

    private static String host(Document page) {
        try {
            @Nullable String host = URI.create(page.location()).getHost();
            return host == null ? "" : host.toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException e) {
            // Not a valid address: not a video.
            return "";
        }
    }

    private static String meta(Document page, String... queries) {
        for (String query : queries) {
            Element found = page.selectFirst(query);
            if (found != null && !found.attr("content").isBlank()) {
                return found.attr("content");
            }
        }
        return "";
    }
}
