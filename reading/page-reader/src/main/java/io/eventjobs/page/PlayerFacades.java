package io.eventjobs.page;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Pictures that a press replaces by the player of a video, as {@code lite-youtube} does. They become the frames that the press would load,
 * so that their videos are found as those of frames are.
 */
final class PlayerFacades {
    private static final String SELECTOR =
            "lite-youtube, lite-vimeo, amp-youtube, amp-vimeo, youtube-video, vimeo-video,"
                    + " [^data-youtube], [^data-yt], [^data-vimeo], [data-video-id], [data-videoid], [data-plyr-embed-id]";
    private static final List<String> ID_ATTRIBUTES = List.of(
            "videoid",
            "video-id",
            "data-videoid",
            "data-video-id",
            "data-youtube-id",
            "data-youtubeid",
            "data-youtube-video-id",
            "data-youtube",
            "data-yt-id",
            "data-ytid",
            "data-yt",
            "data-vimeo-id",
            "data-vimeoid",
            "data-vimeo",
            "data-plyr-embed-id");
    private static final Pattern YOUTUBE_ID = Pattern.compile("[A-Za-z0-9_-]{11}");
    private static final Pattern VIMEO_ID = Pattern.compile("\\d{6,12}");
    /** What one of them begins with, and what must follow it. */
    private static final String ATTRIBUTE = "data-";

    private static final List<String> ATTRIBUTES = List.of("youtube", "yt", "vimeo", "video-id", "videoid", "plyr-");
    private static final String FIRST_LETTERS = "yvp";
    private static final List<String> TAGS = List.of("lite-", "amp-youtube", "amp-vimeo", "youtube-", "vimeo-");
    private static final String FIRST_OF_TAGS = "layv";
    private static final int MAX_FACADES = 100;
    private static final int MAX_TITLE_LENGTH = 200;

    private PlayerFacades() {}

    /** Whether looking for them is worth the time. */
    static boolean mayBeIn(String html) {
        for (int at = html.indexOf(ATTRIBUTE); at >= 0; at = html.indexOf(ATTRIBUTE, at + 1)) {
            int name = at + ATTRIBUTE.length();
            if (name < html.length() && FIRST_LETTERS.indexOf(html.charAt(name)) >= 0 && isOne(html, name)) {
                return true;
            }
        }
        for (int at = html.indexOf('<'); at >= 0; at = html.indexOf('<', at + 1)) {
            if (at + 1 < html.length() && FIRST_OF_TAGS.indexOf(html.charAt(at + 1)) >= 0 && isTag(html, at + 1)) {
                return html.contains("youtube") || html.contains("vimeo");
            }
        }
        return false;
    }

    private static boolean isTag(String html, int name) {
        for (String tag : TAGS) {
            if (html.startsWith(tag, name)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOne(String html, int name) {
        for (String attribute : ATTRIBUTES) {
            if (html.startsWith(attribute, name)) {
                return true;
            }
        }
        return false;
    }

    /** Replaces them in a page. */
    static void open(Document page) {
        page.select(SELECTOR).stream().limit(MAX_FACADES).forEach(PlayerFacades::open);
    }

    private static void open(Element facade) {
        String address = address(facade);
        if (address == null || facade.parent() == null || facade.selectFirst("iframe, video") != null) {
            return;
        }
        Element player = new Element("iframe").attr("src", address);
        String title = title(facade);
        if (!title.isEmpty()) {
            player.attr("title", title);
        }
        if (facade.text().length() > MAX_TITLE_LENGTH) {
            facade.prependChild(player);
        } else {
            facade.replaceWith(player);
        }
    }

    private static @Nullable String address(Element facade) {
        String names = (facade.normalName() + " " + facade.className() + " " + facade.attr("data-plyr-provider") + " "
                        + facade.attr("data-provider") + " " + facade.attr("data-type"))
                .toLowerCase(Locale.ROOT);
        for (String attribute : ID_ATTRIBUTES) {
            String id = facade.attr(attribute).strip();
            if ((names + attribute).contains("vimeo") && VIMEO_ID.matcher(id).matches()) {
                return "https://player.vimeo.com/video/" + id;
            }
            boolean isYouTube = (names + attribute).contains("youtube") || attribute.startsWith("data-yt");
            if (isYouTube && YOUTUBE_ID.matcher(id).matches()) {
                return "https://www.youtube.com/watch?v=" + id;
            }
        }
        return null;
    }

    private static String title(Element facade) {
        for (String attribute : List.of("videotitle", "title", "data-title", "playlabel", "aria-label")) {
            if (!facade.attr(attribute).isBlank()) {
                return facade.attr(attribute).strip();
            }
        }
        String text = facade.text().strip();
        return text.length() <= MAX_TITLE_LENGTH ? text : "";
    }
}
