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
        int end = RecordingChoice.pathEnd(video);
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

    private static List<String> stems(String name) {
        String stem = withoutEnding(name, RecordingChoice.ENDINGS);
        if (stem.equals(name)) {
            return List.of();
        }
        return List.copyOf(new LinkedHashSet<>(List.of(withoutEnding(stem, CODECS), stem)));
    }

    private static String withoutEnding(String name, Set<String> endings) {
        return endings.contains(RecordingChoice.ending(name)) ? name.substring(0, name.lastIndexOf('.')) : name;
    }

    private static int rank(SubtitleLink link, String sourceLanguage) {
        Matcher code = CODE_IN_NAME.matcher(link.address().substring(0, RecordingChoice.pathEnd(link.address())));
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
