package io.eventjobs.page.link;

import io.eventjobs.markdown.LinkTarget;
import io.eventjobs.page.dom.AbsoluteAddress;
import io.eventjobs.page.dom.TokenSet;
import io.eventjobs.page.dom.Visibility;
import io.eventjobs.page.dom.VisibleText;
import io.eventjobs.page.facts.Fact;
import io.eventjobs.page.facts.FactName;
import io.eventjobs.page.facts.PageElements;
import io.eventjobs.page.facts.PageFacts;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeTraversor;
import org.jspecify.annotations.Nullable;

/**
 * Finds the links of a page outside its navigation, and files and videos anywhere. Addresses are resolved and otherwise unchanged.
 */
public final class LinkFinder implements NodeFilter {
    private static final int MAX_LINKS = 2_000;
    private static final int MAX_TEXT_LENGTH = 500;
    private static final Set<String> FRAME_TAGS = Set.of("nav", "footer", "header", "menu");
    private static final Set<String> FRAME_ROLES = Set.of("navigation", "banner", "contentinfo", "search", "menubar");
    private static final TokenSet FRAME_NAMES = TokenSet.of(
            "nav",
            "navbar",
            "navigation",
            "menu",
            "mainmenu",
            "main-menu",
            "header",
            "site-header",
            "footer",
            "site-footer",
            "topbar",
            "masthead",
            "breadcrumb",
            "breadcrumbs",
            "title-box",
            "cookie-banner",
            "skip-link");
    /** Media type of Podcasting 2.0 chapters. */
    private static final String CHAPTERS = "application/json+chapters";

    private static final Pattern SPACES = Pattern.compile("\\s+");

    private final Map<String, PageLink> links = new LinkedHashMap<>();
    private final Set<Element> cores = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<Element> asides = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<String> pictured = new HashSet<>();
    private final Map<FactName, Set<String>> told = new EnumMap<>(FactName.class);
    private final Set<String> services = new HashSet<>();
    private final String address;
    /** The outermost open navigation element. */
    private @Nullable Element frame;

    private LinkFinder(String address) {
        this.address = address;
    }

    /** Each address once, in document order, without the links in the asides. */
    public static List<PageLink> find(PageElements elements, PageFacts facts, List<Element> asides) {
        Document page = elements.document();
        LinkFinder finder = new LinkFinder(withoutFragment(page.location()));
        finder.asides.addAll(asides);
        finder.learn(facts);
        finder.findCores(elements);
        NodeTraversor.filter(finder, page.body());
        finder.findChapters(elements);
        return new ArrayList<>(finder.links.values());
    }

    private void learn(PageFacts facts) {
        for (FactName name : List.of(FactName.SLIDES, FactName.ATTACHMENT, FactName.VIDEO)) {
            Set<String> addresses = new HashSet<>();
            facts.all(name).forEach(fact -> addresses.add(fact.value()));
            told.put(name, addresses);
        }
        for (FactName name :
                List.of(FactName.ROOM, FactName.TRACK, FactName.DAY, FactName.DATE, FactName.START, FactName.END)) {
            facts.all(name).stream().map(Fact::address).filter(Objects::nonNull).forEach(services::add);
        }
    }

    /** An ancestor of the page's core is not navigation, whatever its name. */
    private void findCores(PageElements page) {
        for (Element core : page.cores()) {
            Element at = core;
            while (at != null && cores.add(at)) {
                at = at.parent();
            }
        }
    }

    /** Chapter files declared in the head, and those that a script would load. */
    private void findChapters(PageElements page) {
        for (Element named : page.metas()) {
            if (!named.normalName().equals("link")
                    || !named.attr("type").strip().equalsIgnoreCase(CHAPTERS)) {
                continue;
            }
            String title = named.attr("title");
            add(named.absUrl("href"), title.isBlank() ? "Chapters" : title, PageLink.Kind.CHAPTERS);
        }
        ScriptedChapters.in(page).forEach(file -> add(file, "Chapters", PageLink.Kind.CHAPTERS));
    }

    @Override
    public FilterResult head(Node node, int depth) {
        if (links.size() >= MAX_LINKS) {
            return FilterResult.STOP;
        }
        if (!(node instanceof Element element) || Visibility.isUnseen(element) || asides.contains(element)) {
            return FilterResult.SKIP_ENTIRELY;
        }
        if (frame == null && isFrame(element)) {
            frame = element;
        }
        switch (element.normalName()) {
            case "a", "area" -> link(element);
            case "track" -> track(element);
            case "video", "audio" -> add(element.absUrl("src"), title(element), PageLink.Kind.VIDEO);
            case "source" -> source(element);
            case "iframe", "embed" -> embedded(element, "src");
            case "object" -> embedded(element, "data");
            default -> {}
        }
        return FilterResult.CONTINUE;
    }

    @Override
    public FilterResult tail(Node node, int depth) {
        frame = node == frame ? null : frame;
        return FilterResult.CONTINUE;
    }

    private boolean isFrame(Element element) {
        if (cores.contains(element) || element.normalName().equals("body")) {
            return false;
        }
        if (FRAME_TAGS.contains(element.normalName())) {
            return true;
        }
        if (element.attributesSize() == 0) {
            return false;
        }
        return FRAME_ROLES.contains(element.attr("role"))
                || FRAME_NAMES.contains(element.id())
                || FRAME_NAMES.hasOneOf(element.className());
    }

    private void link(Element element) {
        String target = AbsoluteAddress.of(element, "href");
        if (target.isEmpty() || withoutFragment(target).equals(address) && target.indexOf('#') >= 0) {
            return;
        }
        String words = VisibleText.of(element, MAX_TEXT_LENGTH);
        String text = words.isEmpty() ? shown(element) : words;
        boolean isChapters = element.attr("type").strip().equalsIgnoreCase(CHAPTERS);
        PageLink.Kind kind = isChapters ? PageLink.Kind.CHAPTERS : kind(target, text);
        boolean material = kind != PageLink.Kind.LINK && kind != PageLink.Kind.SERVICE;
        if (frame == null || material) {
            preferWords(target, words);
            add(target, text, kind);
        }
    }

    /** Link text takes precedence over alternative text: a portrait often precedes the name. */
    private void preferWords(String target, String words) {
        if (words.isEmpty()) {
            if (!links.containsKey(target)) {
                pictured.add(target);
            }
        } else if (pictured.remove(target)) {
            links.computeIfPresent(target, (same, link) -> new PageLink(target, "", link.kind()));
        }
    }

    private PageLink.Kind kind(String target, String text) {
        PageLink.Kind kind = PageLinkClassifier.of(target, text);
        boolean open = kind == PageLink.Kind.LINK || kind == PageLink.Kind.ATTACHMENT;
        if (open && isTold(FactName.SLIDES, target)) {
            return PageLink.Kind.SLIDES;
        }
        if (kind != PageLink.Kind.LINK) {
            return kind;
        }
        if (isTold(FactName.ATTACHMENT, target)) {
            return PageLink.Kind.ATTACHMENT;
        }
        if (isTold(FactName.VIDEO, target)) {
            return PageLink.Kind.VIDEO;
        }
        return services.contains(target) ? PageLink.Kind.SERVICE : kind;
    }

    private boolean isTold(FactName name, String target) {
        return told.getOrDefault(name, Set.of()).contains(target);
    }

    private void source(Element element) {
        Element player = element.parent();
        if (player != null
                && (player.normalName().equals("video") || player.normalName().equals("audio"))) {
            add(element.absUrl("src"), title(player), PageLink.Kind.VIDEO);
        }
    }

    private void embedded(Element element, String attribute) {
        String source = element.absUrl(attribute).isEmpty() ? element.absUrl("data-src") : element.absUrl(attribute);
        PageLink.Kind kind = PageLinkClassifier.of(source, "");
        switch (kind) {
            case VIDEO -> add(source, title(element), kind);
            case SLIDES, ATTACHMENT -> add(source, element.attr("title"), kind);
            case SUBTITLES, CHAPTERS, SERVICE, LINK -> {}
        }
    }

    /** The label of a link without text: its title or aria-label, else the alternative text of its image. */
    private static String shown(Element link) {
        for (String attribute : List.of("title", "aria-label")) {
            if (!link.attr(attribute).isBlank()) {
                return link.attr(attribute);
            }
        }
        Element image = link.childNodeSize() > 10 ? null : link.selectFirst("img[alt]");
        return image == null ? "" : image.attr("alt");
    }

    private static String title(Element player) {
        return player.attr("title").isBlank() ? "Video" : player.attr("title");
    }

    /** Tracks that describe the picture or carry data are not subtitles. */
    private void track(Element track) {
        switch (track.attr("kind").strip().toLowerCase(Locale.ROOT)) {
            case "chapters" -> add(track.absUrl("src"), label(track), PageLink.Kind.CHAPTERS);
            case "metadata", "descriptions" -> {}
            default -> add(track.absUrl("src"), label(track), PageLink.Kind.SUBTITLES);
        }
    }

    /** The language code, if present, followed by the label. */
    private static String label(Element track) {
        String label = track.attr("srclang").strip() + " " + track.attr("label");
        return (track.hasAttr("default") ? label + " (default)" : label).strip();
    }

    private void add(String target, String text, PageLink.Kind kind) {
        if (LinkTarget.of(target) == null) {
            return;
        }
        String words = (isCollapsed(text) ? text : SPACES.matcher(text).replaceAll(" ")).strip();
        PageLink known = links.get(target);
        if (known == null) {
            links.put(target, new PageLink(target, words, kind));
            return;
        }
        links.put(
                target,
                new PageLink(
                        target,
                        known.text().isBlank() ? words : known.text(),
                        known.kind() == PageLink.Kind.LINK ? kind : known.kind()));
    }

    /** Whether no white space but single spaces is in a text, as in all that {@link VisibleText} gives. */
    private static boolean isCollapsed(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c == ' ' && i > 0 && text.charAt(i - 1) == ' ') {
                return false;
            }
        }
        return true;
    }

    private static String withoutFragment(String address) {
        int hash = address.indexOf('#');
        return hash < 0 ? address : address.substring(0, hash);
    }
}
