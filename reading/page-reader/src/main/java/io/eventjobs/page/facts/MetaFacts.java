package io.eventjobs.page.facts;

import io.eventjobs.markdown.LinkTarget;
import java.util.List;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.QueryParser;

/** Facts from the head of a page: Open Graph, Twitter cards, Dublin Core. */
public final class MetaFacts {
    private static final String SOURCE = "opengraph";
    private static final Evaluator AUTHORS = QueryParser.parse("meta[name=dc.creator], meta[name=dcterms.creator]");
    private static final Evaluator VIDEOS = QueryParser.parse(
            "meta[property=og:video], meta[property=og:video:url], meta[property=og:video:secure_url]");
    private static final Evaluator OEMBED =
            QueryParser.parse("link[type=application/json+oembed][title], link[type=text/xml+oembed][title]");

    private final PageElements page;
    private final PageFacts.Builder facts;

    public MetaFacts(PageElements page, PageFacts.Builder facts) {
        this.page = page;
        this.facts = facts;
    }

    /** @param isOfEvent whether the site belongs to the event, as opposed to a video platform */
    public void find(boolean isOfEvent) {
        first(FactName.TITLE, "og:title", "twitter:title", "dc.title", "dcterms.title");
        oEmbed();
        first(FactName.ABSTRACT, "og:description", "twitter:description", "description", "dc.description");
        if (isOfEvent) {
            first(FactName.EVENT, "og:site_name");
        }
        first(FactName.LANGUAGE, "dc.language", "dcterms.language");
        for (Element person : page.metas(AUTHORS)) {
            facts.add(FactName.SPEAKER, person.attr("content"), SOURCE);
        }
        if (isOfEvent) {
            author();
        }
        for (Element video : page.metas(VIDEOS)) {
            if (LinkTarget.of(video.absUrl("content")) != null) {
                facts.add(FactName.VIDEO, video.absUrl("content"), SOURCE);
            }
        }
        card();
    }

    /** The page's author counts as a speaker only if it is a person and not the site. */
    private void author() {
        String name = page.content("author", "article:author").strip();
        Element site = page.named("og:site_name");
        boolean isSite = site != null && TitleFacts.plain(name).contains(TitleFacts.plain(site.attr("content")));
        if (!isSite && name.contains(" ") && !facts.currentHas(FactName.SPEAKER)) {
            PersonNames.in(name).forEach(one -> facts.add(FactName.SPEAKER, one, SOURCE));
        }
    }

    /** An oEmbed link often carries the title of the video. */
    private void oEmbed() {
        Element link = page.meta(OEMBED);
        if (link != null && !facts.currentHas(FactName.TITLE)) {
            facts.add(FactName.TITLE, link.attr("title"), SOURCE);
        }
    }

    private void first(FactName name, String... metas) {
        for (String meta : metas) {
            Element found = page.named(meta);
            if (found != null && !found.attr("content").isBlank()) {
                facts.add(name, found.attr("content"), SOURCE);
                return;
            }
        }
    }

    /** Twitter cards may contain labels with values. */
    private void card() {
        FactParser parser = new FactParser(facts, SOURCE);
        for (int i = 1; i <= 4; i++) {
            Element label = page.named("twitter:label" + i);
            Element value = page.named("twitter:data" + i);
            if (label != null && value != null) {
                FactLabels.alone(label.attr("content"))
                        .ifPresent(name -> parser.parse(name, value.attr("content"), List.of()));
            }
        }
    }
}
