package io.eventjobs.worker.session.media;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Measures the WebVTT parser against the file parsing tests of the W3C suite: for each file the number of cues, and where
 * the test names them their texts and times. Run with {@code -Dcorpus.dir} naming the folder that holds
 * {@code wpt-file-parsing}.
 */
final class WebVttCorpus {
    private static final Pattern COUNT = Pattern.compile("assert_equals\\(cues\\.length, (\\d+)\\)");
    private static final Pattern CUE = Pattern.compile(
            "assert_equals\\(cues\\[(\\d+)]\\.(text|startTime|endTime), (?:'([^']*)'|\"([^\"]*)\"|([\\d.]+))\\)");

    private WebVttCorpus() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(System.getProperty("corpus.dir"), "wpt-file-parsing");
        int right = 0;
        int all = 0;
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".vtt"))
                    .sorted()
                    .toList()) {
                String fault = fault(file);
                all++;
                right += fault.isEmpty() ? 1 : 0;
                System.out.println((fault.isEmpty() ? "ok    " : "WRONG ") + file.getFileName() + " " + fault);
            }
        }
        System.out.println(right + " of " + all);
    }

    private static String fault(Path file) throws IOException {
        String expected = Files.readString(Path.of(file.toString().replaceAll("vtt$", "js")));
        String text = SubtitleText.of(Files.readAllBytes(file));
        List<Cue> cues = WebVttParser.isWebVtt(text) ? WebVttParser.parse(text) : List.of();
        Matcher count = COUNT.matcher(expected);
        if (count.find() && Integer.parseInt(count.group(1)) != cues.size()) {
            return cues.size() + " cues, not " + count.group(1);
        }
        return CUE.matcher(expected)
                .results()
                .filter(assertion -> !holds(cues.get(Integer.parseInt(assertion.group(1))), assertion))
                .map(MatchResult::group)
                .findFirst()
                .orElse("");
    }

    private static boolean holds(Cue cue, MatchResult assertion) {
        return switch (assertion.group(2)) {
            case "startTime" -> cue.startMillis() == Math.round(Double.parseDouble(assertion.group(5)) * 1_000);
            case "endTime" -> cue.endMillis() == Math.round(Double.parseDouble(assertion.group(5)) * 1_000);
            default -> cue.text().equals(text(assertion));
        };
    }

    /** As the test writes it, but for blanks at the ends, which a transcript has no use for. */
    private static String text(MatchResult assertion) {
        String written = assertion.group(3) == null ? assertion.group(4) : assertion.group(3);
        return written.replace("\\uFFFD", "\ufffd").strip();
    }
}
