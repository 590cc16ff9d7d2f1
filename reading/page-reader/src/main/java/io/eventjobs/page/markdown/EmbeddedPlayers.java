package io.eventjobs.page.markdown;

import io.eventjobs.markdown.Escape;
import io.eventjobs.markdown.LinkTarget;
import io.eventjobs.schedule.LinkClassifier;
import io.eventjobs.schedule.SessionLink;
import java.util.List;
import java.util.Locale;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Writes embedded players, files and frames as links, since Markdown has no embedded content. */
final class EmbeddedPlayers {
    private static final List<String> HOSTS = List.of(
            "youtube.com/embed",
            "youtube-nocookie.com/embed",
            "player.vimeo.com",
            "media.ccc.de",
            "/videos/embed/",
            "/video-playlists/embed/",
            "dailymotion.com/embed",
            "archive.org/embed",
            "soundcloud.com",
            "open.spotify.com/embed",
            "slideshare.net",
            "speakerdeck.com",
            "docs.google.com",
            "slides.com",
            "player.twitch.tv",
            "wistia",
            "tube",
            "video");
    private static final int MAX_TITLE_LENGTH = 200;

    private EmbeddedPlayers() {}

    /** A link to what is embedded; null if there is no address, or only that of another page. */
    static @Nullable String link(Element player) {
        String written = address(player);
        String target = written.isEmpty() ? null : LinkTarget.of(written);
        if (target == null) {
            return null;
        }
        SessionLink.Kind kind = LinkClassifier.kind(written, "");
        boolean isMedia =
                player.normalName().equals("video") || player.normalName().equals("audio");
        boolean isFile = kind == SessionLink.Kind.SLIDES || kind == SessionLink.Kind.ATTACHMENT;
        if (!isMedia && !isFile && !isPlayer(target)) {
            return null;
        }
        return "[" + Escape.text(title(player, kind)) + "](" + target + ")";
    }

    private static String address(Element player) {
        for (String attribute : List.of("src", "data-src", "data-lazy-src", "data")) {
            String address = player.absUrl(attribute);
            if (address.startsWith("http")) {
                return address;
            }
        }
        Element source = player.selectFirst("source[src]");
        return source == null ? "" : source.absUrl("src");
    }

    private static boolean isPlayer(String address) {
        String lower = address.toLowerCase(Locale.ROOT);
        return HOSTS.stream().anyMatch(lower::contains);
    }

    private static String title(Element player, SessionLink.Kind kind) {
        String written = player.attr("title").isBlank() ? player.attr("aria-label") : player.attr("title");
        String title = ImageSource.line(written);
        if (!title.isEmpty() && title.length() <= MAX_TITLE_LENGTH) {
            return title;
        }
        if (player.normalName().equals("audio")) {
            return "Audio";
        }
        return switch (kind) {
            case SLIDES -> "Slides";
            case ATTACHMENT -> "Document";
            case RECORDING, VIDEO, SUBTITLES, SERVICE, LINK -> "Video";
        };
    }
}
