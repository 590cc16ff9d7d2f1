package io.eventjobs.worker.session.transcript;

import io.eventjobs.http.FetchException;
import io.eventjobs.http.FetchLimits;
import io.eventjobs.http.FetchRequest;
import io.eventjobs.transcript.ChapterFile;
import io.eventjobs.transcript.Chapters;
import io.eventjobs.transcript.SubtitleChoice;
import io.eventjobs.transcript.SubtitleDecoder;
import io.eventjobs.transcript.SubtitleLink;
import io.eventjobs.worker.checkpoint.Checkpoints;
import io.eventjobs.worker.session.fetch.CachingFetcher;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** Finds the chapters of a recording in the files that a page links. Thread-safe. */
public final class ChapterFinder {
    private static final String ACCEPT = "application/json+chapters, text/vtt, application/json;q=0.9, */*;q=0.5";
    private static final int MAX_FILES = 3;

    private final CachingFetcher fetcher;

    public ChapterFinder(CachingFetcher fetcher) {
        this.fetcher = fetcher;
    }

    /**
     * The chapters of the first file that has any; files in the language of the talk are tried first.
     *
     * @param folder for fetched files
     * @param warnings take what failed, each one sentence
     */
    public Chapters find(
            List<SubtitleLink> links, String language, Path folder, Checkpoints checkpoints, Consumer<String> warnings)
            throws InterruptedException, IOException {
        List<String> addresses = SubtitleChoice.ofPage(links, language);
        for (String address : addresses.subList(0, Math.min(MAX_FILES, addresses.size()))) {
            FetchRequest request =
                    new FetchRequest(address, ACCEPT, folder.resolve("chapters"), FetchLimits.subtitles());
            try {
                Chapters chapters = fetcher.fetch(
                        request,
                        fetched -> Chapters.of(
                                ChapterFile.read(SubtitleDecoder.of(
                                        Files.readAllBytes(fetched.file()), fetched.charset(), language)),
                                address),
                        found -> !found.isEmpty(),
                        checkpoints);
                if (!chapters.isEmpty()) {
                    return chapters;
                }
                warnings.accept("No chapters can be read at " + address + ".");
            } catch (FetchException e) {
                warnings.accept("The chapters could not be fetched from " + address + ": "
                        + e.failure().message());
            }
        }
        return Chapters.NONE;
    }
}
