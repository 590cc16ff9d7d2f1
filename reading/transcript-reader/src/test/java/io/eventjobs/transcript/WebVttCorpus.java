package io.eventjobs.transcript;

import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Measures the WebVTT parser with the W3C test suite. File parsing: compares the number of cues in each file and, if the test states them,
 * texts and times. Cue parsing: compares the text of each cue's tree, ignoring blanks, and the voices. Run with {@code
 * -Dtest=WebVttCorpus}; {@code -Dcorpus.dir} names the folder that holds {@code wpt-file-parsing} and {@code wpt-cue-parsing}.
 */
final class WebVttCorpus {
    private static final Pattern COUNT = Pattern.compile("assert_equals\\(cues\\.length, (\\d+)\\)");
    private static final Pattern CUE = Pattern.compile(
            "assert_equals\\(cues\\[(\\d+)]\\.(text|startTime|endTime), (?:'([^']*)'|\"([^\"]*)\"|([\\d.]+))\\)");
    private static final Pattern LEAF = Pattern.compile("\\| *\"([^\"]*(?:\"(?!\\n(?:\\||$))[^\"]*)*)\"(?=\\n)");
    private static final Pattern VOICE = Pattern.compile("\\|  +title=\"([^\"]*)\"");

    @Test
    void isReadAsTheSuiteExpects() throws IOException {
        String corpus = System.getProperty("corpus.dir");
        assumeThat(corpus).as("corpus.dir names the suite").isNotNull();
        Path folder = Path.of(corpus);
        List<String> faults = new ArrayList<>();
        for (Path file : files(folder.resolve("wpt-file-parsing"), ".vtt")) {
            faults.add(fault(file));
        }
        print("file parsing", faults);
        faults.clear();
        for (Path file : files(folder.resolve("wpt-cue-parsing"), ".json")) {
            for (JsonNode cue : new JsonMapper().readTree(Files.readString(file))) {
                faults.add(fault(cue));
            }
        }
        print("cue parsing", faults);
    }

    private static List<Path> files(Path folder, String extension) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(path -> path.toString().endsWith(extension))
                    .sorted()
                    .toList();
        }
    }

    private static void print(String kind, List<String> faults) {
        faults.stream().filter(fault -> !fault.isEmpty()).forEach(fault -> System.out.println("WRONG " + fault));
        long right = faults.stream().filter(String::isEmpty).count();
        System.out.println(kind + ": " + right + " of " + faults.size());
    }

    private static String fault(JsonNode cue) {
        String raw = cue.path("text").asString().replaceAll("\n\\z", "");
        String tree = cue.path("expectedTree").asString();
        String text = CueText.oneSpaced(joined(LEAF, tree, ""));
        String file = "WEBVTT\n\n00:00.000 --> 00:01.000\n" + raw;
        List<Cue> read = WebVttParser.parse(SubtitleDecoder.of(file.getBytes(StandardCharsets.UTF_8)))
                .cues();
        String ours = CueText.oneSpaced(read.stream().map(Cue::text).collect(Collectors.joining(" ")));
        String voices = joined(VOICE, tree, ",");
        String ourVoices = read.stream()
                .map(Cue::voice)
                .filter(Objects::nonNull)
                .distinct()
                .collect(Collectors.joining(","));
        boolean isRight = bare(ours).equals(bare(text)) && bare(ourVoices).equals(bare(voices));
        return isRight ? "" : JsonMapper.shared().writeValueAsString(List.of(raw, text, ours, voices, ourVoices));
    }

    /** Blanks are ignored, since a change of voice starts a new paragraph. */
    private static String bare(String text) {
        return text.replaceAll("[\\s,]+", "");
    }

    private static String joined(Pattern pattern, String tree, String between) {
        return pattern.matcher(tree).results().map(found -> found.group(1)).collect(Collectors.joining(between));
    }

    private static String fault(Path file) throws IOException {
        String expected = Files.readString(Path.of(file.toString().replaceAll("vtt$", "js")));
        String text = SubtitleDecoder.of(Files.readAllBytes(file));
        List<Cue> cues = WebVttParser.isWebVtt(text) ? WebVttParser.parse(text).cues() : List.of();
        Matcher count = COUNT.matcher(expected);
        if (count.find() && Integer.parseInt(count.group(1)) != cues.size()) {
            return file.getFileName() + ": " + cues.size() + " cues, not " + count.group(1);
        }
        return CUE.matcher(expected)
                .results()
                .filter(assertion -> !holds(cues.get(Integer.parseInt(assertion.group(1))), assertion))
                .map(assertion -> file.getFileName() + ": " + assertion.group())
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

    /** The test's text without surrounding blanks, which a transcript drops. */
    private static String text(MatchResult assertion) {
        String written = assertion.group(3) == null ? assertion.group(4) : assertion.group(3);
        return written.replace("\\uFFFD", "\ufffd").strip();
    }
}
