package io.eventjobs.worker.session.media;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which subtitles are tried, and in which order. */
final class SubtitleChoice {
    /** More are not tried; a page with a file for each language has some dozens. */
    private static final int MOST = 6;

    private static final Set<String> VIDEO_ENDINGS =
            Set.of("webm", "mp4", "mkv", "m4v", "mov", "ogv", "mpg", "avi", "mp3", "opus", "ogg", "m4a");
    private static final Set<String> CODECS = Set.of("av1", "vp8", "vp9", "h264", "h265", "hevc", "hd", "sd");
    /** As in {@code talk.en.vtt} or {@code talk-en.srt}; after a dash it may also be the last word of a title. */
    private static final Pattern CODE_IN_NAME = Pattern.compile("([._-])([A-Za-z]{2})\\.[A-Za-z]{3}$");

    private static final int IN_SOURCE_LANGUAGE = 0;
    private static final int UNNAMED = 1;
    private static final int IN_ENGLISH = 2;
    private static final int OTHER = 3;

    private SubtitleChoice() {}

    /** Those of a page: in the language of the talk, then without a language, then English, then any. */
    static List<String> ofPage(List<SubtitleLink> links, String sourceLanguage) {
        return links.stream()
                .sorted(Comparator.comparingInt(link -> rank(link, sourceLanguage)))
                .map(SubtitleLink::address)
                .distinct()
                .limit(MOST)
                .toList();
    }

    /** Where subtitles of a video may lie beside it: {@code talk.vtt}, {@code talk.srt} for {@code talk.av1.webm}. */
    static List<String> beside(String video) {
        int end = pathEnd(video);
        int slash = video.lastIndexOf('/', end - 1);
        boolean hasPath = slash > video.indexOf("//") + 1;
        List<String> stems = hasPath ? stems(video.substring(slash + 1, end)) : List.of();
        List<String> addresses = new ArrayList<>();
        for (String stem : stems) {
            addresses.add(video.substring(0, slash + 1) + stem + ".vtt");
            addresses.add(video.substring(0, slash + 1) + stem + ".srt");
        }
        return addresses;
    }

    /** Whether its ending says that it is a video or sound. */
    static boolean isRecording(String address) {
        String path = address.substring(0, pathEnd(address));
        return !withoutEnding(path, VIDEO_ENDINGS).equals(path);
    }

    private static List<String> stems(String name) {
        String stem = withoutEnding(name, VIDEO_ENDINGS);
        if (stem.equals(name)) {
            return List.of();
        }
        return List.copyOf(new LinkedHashSet<>(List.of(withoutEnding(stem, CODECS), stem)));
    }

    private static String withoutEnding(String name, Set<String> endings) {
        int dot = name.lastIndexOf('.');
        boolean known = dot > 0 && endings.contains(name.substring(dot + 1).toLowerCase(Locale.ROOT));
        return known ? name.substring(0, dot) : name;
    }

    private static int pathEnd(String address) {
        for (int i = 0; i < address.length(); i++) {
            if (address.charAt(i) == '?' || address.charAt(i) == '#') {
                return i;
            }
        }
        return address.length();
    }

    private static int rank(SubtitleLink link, String sourceLanguage) {
        Matcher code = CODE_IN_NAME.matcher(link.address().substring(0, pathEnd(link.address())));
        String language = Locale.forLanguageTag(sourceLanguage).getLanguage();
        if (code.find()) {
            int other = code.group(1).equals(".") ? OTHER : UNNAMED;
            return rank(code.group(2).equalsIgnoreCase(language), code.group(2).equalsIgnoreCase("en"), other);
        }
        return rank(names(link.text(), sourceLanguage), names(link.text(), "en"), UNNAMED);
    }

    private static int rank(boolean inSourceLanguage, boolean inEnglish, int otherwise) {
        if (inSourceLanguage) {
            return IN_SOURCE_LANGUAGE;
        }
        return inEnglish ? IN_ENGLISH : otherwise;
    }

    private static boolean names(String text, String language) {
        Locale locale = Locale.forLanguageTag(language);
        String lowerCase = text.toLowerCase(Locale.ROOT);
        return !locale.getLanguage().isEmpty()
                && (lowerCase.equals(locale.getLanguage())
                        || lowerCase.contains(
                                locale.getDisplayLanguage(Locale.ENGLISH).toLowerCase(Locale.ROOT))
                        || lowerCase.contains(locale.getDisplayLanguage(locale).toLowerCase(Locale.ROOT)));
    }
}
