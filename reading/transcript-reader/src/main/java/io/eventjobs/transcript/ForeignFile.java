package io.eventjobs.transcript;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What a file is that holds no subtitles in any format that is read.
 *
 * @param description the end of a sentence
 */
record ForeignFile(String description, boolean isText) {
    static final ForeignFile WITHOUT_TEXT = new ForeignFile("the file has no text", true);

    private static final int LOOK = 2_000;

    private static final Map<Pattern, ForeignFile> KINDS = new LinkedHashMap<>();

    static {
        text("\\A\\s*\\z", "the file is empty");
        binary("\\A%pdf-", "the file is a PDF");
        binary("\\A(?:pk\\x03\\x04|\\x1f\\S\\x08|rar!|7z)", "the file is an archive");
        binary("\\A(?:.{4}ftyp|\\x1aE\\xdf|ID3|OggS|riff)", "the file is a recording");
        text("\\A\\s*<sami", "the file is in the format SAMI, which is not read");
        text("<(?:!doctype\\s+html|html|head|body)[\\s>]", "the file is a web page");
        text("\\A\\s*#extm3u", "the file is a playlist of a stream");
        text("\\A\\s*\\{\\d+\\}\\{\\d*\\}", "the file is in the format MicroDVD, which has no times");
        text("\\A\\s*\\[\\d+\\]\\[\\d*\\]", "the file is in the format MPL2, which is not read");
        text("\\A\\s*scenarist_scc", "the file is in the format Scenarist, which is not read");
        text("\\A\\s*# vobsub", "the file is in the format VobSub, which holds images");
        binary("\\A.{3}stl\\d\\d", "the file is in the format EBU STL, which is not read");
        text("(?:\\A|\\n)\\[\\d+:\\d+[.:]\\d+\\]", "the file is in the format LRC, which is not read");
        text("\\A\\s*[{\\[]", "the file is JSON without captions");
        text("\\A\\s*<", "the file is XML without captions");
        binary("[\\x00\\ufffd].*[\\x00\\ufffd].*[\\x00\\ufffd]", "the file is not a text");
    }

    static ForeignFile of(String text) {
        String start = text.substring(0, Math.min(text.length(), LOOK));
        return KINDS.entrySet().stream()
                .filter(kind -> kind.getKey().matcher(start).find())
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(new ForeignFile("the file is in no format of subtitles that is read", true));
    }

    private static void text(String pattern, String description) {
        kind(pattern, new ForeignFile(description, true));
    }

    private static void binary(String pattern, String description) {
        kind(pattern, new ForeignFile(description, false));
    }

    private static void kind(String pattern, ForeignFile file) {
        KINDS.put(Pattern.compile(pattern, Pattern.CASE_INSENSITIVE | Pattern.DOTALL), file);
    }
}
