package io.eventjobs.schedule;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Classifies links by address and text, in several languages. Pure. */
public final class LinkClassifier {
    private static final Set<String> DECKS = Set.of("pdf", "ppt", "pptx", "pps", "ppsx", "odp", "key");
    private static final Set<String> FILES = Set.of(
            "odt", "doc", "docx", "rtf", "ods", "xls", "xlsx", "csv", "zip", "gz", "tgz", "xz", "bz2", "7z", "tar",
            "epub", "txt", "ipynb", "ps", "tex", "md", "org");
    private static final Set<String> VIDEOS = Set.of("mp4", "webm", "mkv", "mov", "m4v", "ogv", "avi");
    private static final Set<String> SUBTITLES =
            Set.of("vtt", "srt", "ttml", "dfxp", "itt", "ass", "ssa", "sbv", "srv1", "srv2", "srv3", "json3");
    private static final List<String> PLAYERS = List.of(
            "youtube.com/watch",
            "youtube.com/embed/",
            "youtube.com/live/",
            "youtube-nocookie.com/embed/",
            "youtu.be/",
            "player.vimeo.com/",
            "media.ccc.de/v/",
            "/videos/watch/",
            "/videos/embed/",
            "dailymotion.com/video/",
            "invidious");
    private static final List<String> SLIDES = List.of(
            "slides",
            "slide deck",
            "slidedeck",
            "folien",
            "diapositiv",
            "diapos",
            "präsentation",
            "presentation",
            "présentation",
            "presentación",
            "presentazione",
            "apresentação",
            "slajdy",
            "слайды",
            "презентация");
    private static final List<String> SLIDE_HOSTS =
            List.of("speakerdeck.com/", "slideshare.net/", "docs.google.com/presentation", "slides.com/", "noti.st/");
    private static final List<String> SERVICES = List.of(
            "feedback",
            "chat room",
            "chatroom",
            "join the conversation",
            "add to calendar",
            "add to schedule",
            "ical",
            "bookmark",
            "live stream",
            "livestream",
            "rate this",
            "favourite this",
            "favorite this",
            "report issue",
            "edit this",
            "tweet this",
            "share on");
    private static final List<String> SERVICE_ADDRESSES = List.of(
            "matrix.to/",
            "chat.fosdem.org",
            "submission.fosdem.org/feedback",
            "live.fosdem.org",
            "/xcal",
            "twitter.com/intent",
            "facebook.com/sharer",
            "/feedback/");

    private static final List<String> RECORDINGS = List.of(
            "recording",
            "video of this",
            "video of the talk",
            "video of the session",
            "watch the talk",
            "aufzeichnung",
            "mitschnitt",
            "enregistrement",
            "grabación",
            "registrazione",
            "gravação",
            "opname",
            "nagranie",
            "запись");
    /** Video services; a link labelled with one is the recording of the session. */
    private static final Set<String> VIDEO_SERVICES =
            Set.of("mediacccde", "media.ccc.de", "peertube", "youtube", "vimeo");

    private LinkClassifier() {}

    /**
     * The kind of a link's target.
     *
     * @param address absolute
     * @param text label of the link, possibly empty
     */
    public static SessionLink.Kind kind(String address, String text) {
        String lower = address.toLowerCase(Locale.ROOT);
        String words = text.length() > 300 ? "" : text.toLowerCase(Locale.ROOT);
        String extension = extension(lower);
        if (SUBTITLES.contains(extension)) {
            return SessionLink.Kind.SUBTITLES;
        }
        if (VIDEOS.contains(extension) || holds(lower, PLAYERS) || isVimeo(lower)) {
            return holds(words, RECORDINGS) ? SessionLink.Kind.RECORDING : SessionLink.Kind.VIDEO;
        }
        if (DECKS.contains(extension)) {
            boolean slides = holds(words, SLIDES) || holds(lower, SLIDES);
            return slides ? SessionLink.Kind.SLIDES : SessionLink.Kind.ATTACHMENT;
        }
        if (holds(lower, SLIDE_HOSTS)) {
            return SessionLink.Kind.SLIDES;
        }
        if (FILES.contains(extension)) {
            return SessionLink.Kind.ATTACHMENT;
        }
        boolean service = extension.equals("ics") || holds(words, SERVICES) || holds(lower, SERVICE_ADDRESSES);
        return service ? SessionLink.Kind.SERVICE : SessionLink.Kind.LINK;
    }

    /** Whether links labelled with this service are recordings of the session. */
    static boolean isVideoService(@Nullable String service) {
        return service != null
                && VIDEO_SERVICES.contains(service.toLowerCase(Locale.ROOT).replace("_", ""));
    }

    private static boolean isVimeo(String address) {
        int at = address.indexOf("vimeo.com/");
        return at >= 0 && at + 10 < address.length() && Character.isDigit(address.charAt(at + 10));
    }

    private static boolean holds(String text, List<String> parts) {
        for (String part : parts) {
            if (text.contains(part)) {
                return true;
            }
        }
        return false;
    }

    /** The extension of the last path segment; empty if there is none. */
    private static String extension(String address) {
        int end = address.length();
        for (char mark : new char[] {'?', '#'}) {
            int at = address.indexOf(mark);
            end = at >= 0 ? Math.min(end, at) : end;
        }
        String path = address.substring(0, end);
        int slash = path.lastIndexOf('/');
        int dot = path.lastIndexOf('.');
        boolean inHost = slash >= 0 && slash == path.indexOf("//") + 1;
        return dot > slash && !inHost && path.length() - dot <= 6 ? path.substring(dot + 1) : "";
    }
}
