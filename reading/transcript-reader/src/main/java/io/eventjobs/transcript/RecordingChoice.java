package io.eventjobs.transcript;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Selects and orders the videos of a session to transcribe if there are no subtitles. Pure. */
public final class RecordingChoice {
    private static final int MAX_RECORDINGS = 2;
    private static final Set<String> AUDIO = Set.of("mp3", "opus", "ogg", "oga", "m4a", "aac", "flac", "wav");
    private static final Set<String> VIDEOS =
            Set.of("webm", "mp4", "mkv", "m4v", "mov", "ogv", "mpg", "mpeg", "avi", "ts", "flv", "wmv");

    static final Set<String> EXTENSIONS =
            Stream.concat(AUDIO.stream(), VIDEOS.stream()).collect(Collectors.toUnmodifiableSet());

    /** Addresses of player pages, which are not the video itself. */
    private static final List<String> PLAYERS = List.of(
            "youtube.com/",
            "youtu.be/",
            "youtube-nocookie.com/",
            "vimeo.com/",
            "dailymotion.com/",
            "twitch.tv/",
            "media.ccc.de/v/",
            "/videos/watch/",
            "/videos/embed/",
            "invidious");

    /** A PeerTube short link. */
    private static final Pattern SHORT = Pattern.compile("https?://[^/?#]+/w/[A-Za-z0-9-]{8,40}/?(?:[?#].*)?");

    private RecordingChoice() {}

    /** Audio first, since it is smaller than video; then addresses that may be recordings although they lack a known extension. */
    public static List<String> of(List<String> videos) {
        return videos.stream()
                .filter(video -> isRecording(video) || !isPlayer(video))
                .sorted(Comparator.comparingInt(RecordingChoice::rank))
                .distinct()
                .limit(MAX_RECORDINGS)
                .toList();
    }

    /** Whether the address has the extension of a video or audio file. */
    public static boolean isRecording(String address) {
        return EXTENSIONS.contains(extension(path(address)));
    }

    /** In lower case; empty if there is none. */
    static String extension(String path) {
        int dot = path.lastIndexOf('.');
        return dot > 0 && dot > path.lastIndexOf('/') ? path.substring(dot + 1).toLowerCase(Locale.ROOT) : "";
    }

    /** The position where the query or fragment starts. */
    static int pathEnd(String address) {
        for (int i = 0; i < address.length(); i++) {
            if (address.charAt(i) == '?' || address.charAt(i) == '#') {
                return i;
            }
        }
        return address.length();
    }

    private static int rank(String video) {
        if (AUDIO.contains(extension(path(video)))) {
            return 0;
        }
        return isRecording(video) ? 1 : 2;
    }

    private static String path(String address) {
        return address.substring(0, pathEnd(address));
    }

    private static boolean isPlayer(String address) {
        String lower = address.toLowerCase(Locale.ROOT);
        return PLAYERS.stream().anyMatch(lower::contains)
                || SHORT.matcher(address).matches();
    }
}
