package io.eventjobs.worker.session.page;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/** Finds every link of a page outside its navigation, and says what kind each is. Addresses are only made absolute. */
final class LinkFinder {
    private static final int MOST = 2_000;
    private static final Pattern DOCUMENT = Pattern.compile(
            "(?i)\\.(?:pdf|pptx?|ppsx?|odp|key|odt|docx?|ods|xlsx?|zip|tar\\.gz|tgz|epub|txt|csv|ipynb)(?:$|[?#])");
    private static final Pattern DECK = Pattern.compile("(?i)\\.(?:pdf|pptx?|ppsx?|odp|key)(?:$|[?#])");
    private static final Pattern VIDEO = Pattern.compile(
            "(?i)\\.(?:mp4|webm|mkv|mov|m4v|ogv)(?:$|[?#])|//(?:www\\.)?(?:youtube\\.com/(?:watch|embed)|youtu\\.be/|vimeo\\.com/[0-9]"
                    + "|player\\.vimeo\\.com/|media\\.ccc\\.de/v/)|/videos/(?:watch|embed)/");
    private static final Pattern SUBTITLES = Pattern.compile("(?i)\\.(?:vtt|srt)(?:$|[?#])");
    private static final Pattern SLIDES_WORD = Pattern.compile(
            "(?i)\\b(?:slides?|slide ?deck|presentation|folien|pr[äa]sentation|diapositives|diapositivas|deck)\\b");
    private static final Pattern SERVICE = Pattern.compile(
            "(?i)\\bfeedback\\b|\\bchat ?room\\b|\\bcalendar\\b|\\bbookmark\\b|add to schedule|\\.ics(?:$|[?#])|matrix\\.to/|/xcal");

    private LinkFinder() {}

    /** @param content what is left of the page without boilerplate @param whole the page as it was */
    static List<PageLink> find(Element content, Element whole) {
        List<PageLink> links = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        whole.select("track[src]")
                .forEach(track -> add(links, seen, track.absUrl("src"), label(track), PageLink.Kind.SUBTITLES));
        whole.select("video[src], video source[src], audio source[src]")
                .forEach(source -> add(links, seen, source.absUrl("src"), "Video", PageLink.Kind.VIDEO));
        whole.select("a[href]").stream()
                .filter(LinkFinder::isMaterial)
                .filter(link -> !Boilerplate.isUnseen(link))
                .forEach(link -> add(links, seen, link.absUrl("href"), link.text(), kind(link)));
        content.select("a[href]").forEach(link -> add(links, seen, link.absUrl("href"), link.text(), kind(link)));
        content.select("iframe[src]").stream()
                .filter(frame -> VIDEO.matcher(frame.absUrl("src")).find())
                .forEach(frame -> add(links, seen, frame.absUrl("src"), "Video", PageLink.Kind.VIDEO));
        return links;
    }

    private static boolean isMaterial(Element link) {
        return switch (kind(link)) {
            case SLIDES, ATTACHMENT, VIDEO, SUBTITLES -> true;
            case SERVICE, LINK -> false;
        };
    }

    private static PageLink.Kind kind(Element link) {
        String address = link.absUrl("href");
        String text = link.text().length() > 300 ? "" : link.text();
        if (SUBTITLES.matcher(address).find()) {
            return PageLink.Kind.SUBTITLES;
        }
        if (VIDEO.matcher(address).find()) {
            return PageLink.Kind.VIDEO;
        }
        if (DECK.matcher(address).find()
                && (SLIDES_WORD.matcher(text).find()
                        || address.toLowerCase(Locale.ROOT).contains("slides"))) {
            return PageLink.Kind.SLIDES;
        }
        if (DOCUMENT.matcher(address).find()) {
            return PageLink.Kind.ATTACHMENT;
        }
        return SERVICE.matcher(text).find() || SERVICE.matcher(address).find()
                ? PageLink.Kind.SERVICE
                : PageLink.Kind.LINK;
    }

    private static String label(Element track) {
        return track.attr("srclang").isBlank() ? track.attr("label") : track.attr("srclang");
    }

    private static void add(List<PageLink> links, Set<String> seen, String address, String text, PageLink.Kind kind) {
        boolean fit = links.size() < MOST && MarkdownText.target(address) != null;
        if (fit && seen.add(address)) {
            links.add(new PageLink(address, text.replaceAll("\\s+", " ").strip(), kind));
        }
    }
}
