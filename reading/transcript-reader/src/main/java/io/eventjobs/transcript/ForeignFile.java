package io.eventjobs.transcript;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** Says what a file is that holds no subtitles in any format that is read. */
final class ForeignFile {
    private static final int LOOK = 2_000;

    private static final Map<Pattern, String> KINDS = new LinkedHashMap<>();

    static {
        kind("\\A\\s*\\z", "the file is empty");
        kind("\\A%pdf-", "the file is a PDF");
        kind("\\A(?:pk\\x03\\x04|\\x1f\\S\\x08|rar!|7z)", "the file is an archive");
        kind("\\A(?:.{4}ftyp|\\x1aE\\xdf|ID3|OggS|riff)", "the file is a recording");
        kind("\\A\\s*<sami", "the file is in the format SAMI, which is not read");
        kind("<(?:!doctype\\s+html|html|head|body)[\\s>]", "the file is a web page");
        kind("\\A\\s*#extm3u", "the file is a playlist of a stream");
        kind("\\A\\s*\\{\\d+\\}\\{\\d*\\}", "the file is in the format MicroDVD, which has no times");
        kind("\\A\\s*scenarist_scc", "the file is in the format Scenarist, which is not read");
        kind("\\A\\s*# vobsub", "the file is in the format VobSub, which holds images");
        kind("\\A.{3}stl\\d\\d", "the file is in the format EBU STL, which is not read");
        kind("(?:\\A|\\n)\\[\\d+:\\d+[.:]\\d+\\]", "the file is in the format LRC, which is not read");
        kind("\\A\\s*[{\\[]", "the file is JSON without captions");
        kind("\\A\\s*<", "the file is XML without captions");
        kind("[\\x00\\ufffd].*[\\x00\\ufffd].*[\\x00\\ufffd]", "the file is not a text");
    }

    private ForeignFile() {}

    /** The end of a sentence. */
    static String described(String text) {
        String start = text.substring(0, Math.min(text.length(), LOOK));
        return KINDS.entrySet().stream()
                .filter(kind -> kind.getKey().matcher(start).find())
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("the file is in no format of subtitles that is read");
    }

    private static void kind(String pattern, String description) {
        KINDS.put(
                Pattern.compile(pattern, Pattern.CASE_INSENSITIVE | Pattern.DOTALL),
                description);
    }
}
