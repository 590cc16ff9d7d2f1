package io.eventjobs.worker.session.document;

import io.eventjobs.markdown.LinkTarget;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Links to moments of a video: in the form that its player supports, or as a W3C media fragment if it is a file that a browser can
 * play. For other videos there are no such links.
 */
final class VideoTimestamp {
    private static final Set<String> PLAYABLE =
            Set.of("mp4", "webm", "mkv", "m4v", "ogv", "mov", "mp3", "ogg", "oga", "opus", "m4a", "aac", "flac", "wav");

    private final String address;
    private final Style style;

    private VideoTimestamp(String address, Style style) {
        this.address = address;
        this.style = style;
    }

    /** How a time is added to an address. */
    private enum Style {
        /** {@code #t=90}: files, media.ccc.de. */
        FRAGMENT,
        /** {@code #t=90s}: Vimeo. */
        FRAGMENT_IN_SECONDS,
        /** {@code t=90s} in the query: YouTube. */
        QUERY_T,
        /** {@code start=90} in the query: what YouTube embeds. */
        QUERY_START,
        /** {@code start=90s} in the query: PeerTube. */
        QUERY_START_IN_SECONDS
    }

    /** For a video; empty if no form is known, or it must not be linked. */
    static Optional<VideoTimestamp> of(String video) {
        Style style = style(video);
        return style == null || LinkTarget.of(video) == null
                ? Optional.empty()
                : Optional.of(new VideoTimestamp(video, style));
    }

    /** The address of the video at a time. */
    String at(long seconds) {
        return switch (style) {
            case FRAGMENT -> fragment("t=" + seconds);
            case FRAGMENT_IN_SECONDS -> fragment("t=" + seconds + "s");
            case QUERY_T -> query("t", seconds + "s");
            case QUERY_START -> query("start", String.valueOf(seconds));
            case QUERY_START_IN_SECONDS -> query("start", seconds + "s");
        };
    }

    private String fragment(String time) {
        return address.split("#", 2)[0] + "#" + time;
    }

    /** Replaces a time that the address has already. */
    private String query(String name, String time) {
        String bare = address.split("#", 2)[0].replaceAll("(?<=[?&])(?:t|start|time_continue)=[^&]*&?", "");
        String whole = bare.endsWith("?") || bare.endsWith("&") ? bare.substring(0, bare.length() - 1) : bare;
        return whole + (whole.indexOf('?') < 0 ? "?" : "&") + name + "=" + time;
    }

    private static @Nullable Style style(String video) {
        URI uri;
        try {
            uri = URI.create(video.strip());
        } catch (IllegalArgumentException e) {
            // An invalid address leads to no video.
            return null;
        }
        String host = uri.getHost() == null ? "" : uri.getHost().toLowerCase(Locale.ROOT);
        String path = uri.getPath() == null ? "" : uri.getPath();
        Style ofPlayer = ofPlayer(host.startsWith("www.") ? host.substring(4) : host, path);
        return ofPlayer == null && isFile(path, uri.getFragment()) ? Style.FRAGMENT : ofPlayer;
    }

    private static @Nullable Style ofPlayer(String host, String path) {
        return switch (host) {
            case "youtube.com", "m.youtube.com", "music.youtube.com", "youtube-nocookie.com" ->
                path.startsWith("/embed/") ? Style.QUERY_START : Style.QUERY_T;
            case "youtu.be" -> Style.QUERY_T;
            case "vimeo.com", "player.vimeo.com" -> Style.FRAGMENT_IN_SECONDS;
            case "media.ccc.de" -> path.startsWith("/v/") ? Style.FRAGMENT : null;
            default ->
                path.matches("/(?:w|videos/watch|videos/embed)/[A-Za-z0-9-]{8,40}/?")
                        ? Style.QUERY_START_IN_SECONDS
                        : null;
        };
    }

    /** An existing fragment has a meaning of its own. */
    private static boolean isFile(String path, @Nullable String fragment) {
        int dot = path.lastIndexOf('.');
        boolean isFree = fragment == null || fragment.startsWith("t=");
        return isFree
                && dot > path.lastIndexOf('/')
                && PLAYABLE.contains(path.substring(dot + 1).toLowerCase(Locale.ROOT));
    }
}
