package io.eventjobs.worker.session.document;

import io.eventjobs.markdown.Escape;
import io.eventjobs.markdown.LinkTarget;
import io.eventjobs.transcript.Chapter;
import io.eventjobs.transcript.Chapters;
import io.eventjobs.transcript.Passage;
import io.eventjobs.transcript.Transcript;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Renders a transcript for placement below a level 2 heading: its origin, then its passages with times and speakers, below the titles
 * of chapters. Times are links into the video if it supports that.
 */
final class TranscriptSection {
    private final Transcript transcript;
    private final Optional<VideoTimestamp> video;
    private final Labels labels;

    TranscriptSection(DocumentParts parts, Labels labels) {
        this.transcript = parts.transcript();
        this.video = parts.facts().first(SessionField.VIDEO).flatMap(VideoTimestamp::of);
        this.labels = labels;
    }

    /** The whole transcript; empty if there is none. */
    String text() {
        List<String> blocks = new ArrayList<>();
        for (Map<String, String> passage : passages()) {
            String chapter = passage.getOrDefault("chapter", "");
            String speaker = passage.getOrDefault("speaker", "");
            String time = passage.getOrDefault("time", "");
            if (!chapter.isEmpty()) {
                blocks.add("### " + chapter);
            }
            blocks.add((time.isEmpty() ? "" : time + " ")
                    + (speaker.isEmpty() ? "" : "**" + speaker + ":** ")
                    + passage.getOrDefault("text", ""));
        }
        if (!blocks.isEmpty()) {
            origin().ifPresent(line -> blocks.addFirst(line));
        }
        return String.join("\n\n", blocks);
    }

    /** Each with the title of the chapter that starts there, time, speaker and text. */
    List<Map<String, String>> passages() {
        Chapters chapters = transcript.chapters();
        List<Map<String, String>> passages = new ArrayList<>();
        int current = -1;
        for (Passage passage : transcript.passages()) {
            Long start = passage.startMillis();
            int chapter = start == null ? -1 : chapters.at(start);
            passages.add(Map.of(
                    "chapter",
                    chapter > current
                            ? EscapedText.line(chapters.list().get(chapter).title())
                            : "",
                    "time",
                    start == null ? "" : time(start),
                    "speaker",
                    passage.voice() == null ? "" : Escape.text(EscapedText.oneLine(passage.voice())),
                    "text",
                    EscapedText.line(passage.text())));
            current = Math.max(current, chapter);
        }
        return passages;
    }

    /** The chapters as a list. */
    String chapters() {
        return String.join(
                "\n",
                chapterList().stream()
                        .map(chapter -> "- " + chapter.get("time") + " " + chapter.get("title"))
                        .toList());
    }

    /** The chapters, each with time and title. */
    List<Map<String, String>> chapterList() {
        return transcript.chapters().list().stream()
                .map(chapter -> Map.of("time", time(chapter.startMillis()), "title", title(chapter)))
                .toList();
    }

    private static String title(Chapter chapter) {
        return Escape.text(EscapedText.oneLine(chapter.title()));
    }

    /** States whether people or a model wrote it. */
    private Optional<String> origin() {
        if (transcript.recognizer() != null) {
            return Optional.of("*" + labels.of("recognition") + ": " + Escape.text(transcript.recognizer()) + "*");
        }
        String source = transcript.source();
        String name = source.substring(source.lastIndexOf('/') + 1).split("[?#]", 2)[0];
        String link = EscapedText.link(name.isEmpty() ? source : name, source);
        boolean isAddress = source.startsWith("http://") || source.startsWith("https://");
        return isAddress && !link.isEmpty()
                ? Optional.of("*" + labels.of("subtitles") + ": " + link + "*")
                : Optional.empty();
    }

    private String time(long millis) {
        long seconds = millis / 1_000;
        String clock = String.format(Locale.ROOT, "%02d:%02d:%02d", seconds / 3_600, seconds / 60 % 60, seconds % 60);
        return video.map(moment -> LinkTarget.of(moment.at(seconds)))
                .map(address -> "[" + clock + "](" + address + ")")
                .orElse("\\[" + clock + "\\]");
    }
}
