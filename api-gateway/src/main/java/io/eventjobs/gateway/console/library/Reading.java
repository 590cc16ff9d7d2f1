package io.eventjobs.gateway.console.library;

import io.eventjobs.gateway.console.job.DocumentPart;
import io.eventjobs.gateway.console.job.StoredDocument;
import io.eventjobs.gateway.job.JobRecord;
import io.eventjobs.gateway.query.ResultsView;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A session as a person reads it: page, slides, transcript side by side.
 *
 * @param page everything that is neither slides nor transcript
 * @param slides pictures of the slides, and their texts in {@code slideTexts}
 * @param remark why not all is shown, null if all is
 */
record Reading(
        List<DocumentPart> page,
        List<ResultsView.AssetView> slides,
        List<DocumentPart> slideTexts,
        List<DocumentPart> transcript,
        @Nullable String remark,
        @Nullable String archive) {
    /** The heading of a transcript in the languages that documents have headings in. */
    private static final Set<String> TRANSCRIPT = Set.of(
            "Metin dökümü",
            "Mitschrift",
            "Přepis",
            "Transcripción",
            "Transcript",
            "Transcription",
            "Transcrição",
            "Transkription",
            "Transkrypcja",
            "Transskription",
            "Trascrizione",
            "Расшифровка",
            "Розшифровка",
            "文字记录",
            "文字起こし",
            "녹취록");

    static Reading of(StoredDocument.Read document, JobRecord job, @Nullable ResultsView results) {
        List<DocumentPart> page = new ArrayList<>();
        List<DocumentPart> slides = new ArrayList<>();
        List<DocumentPart> transcript = new ArrayList<>();
        for (DocumentPart part : document.parts()) {
            boolean isTranscript = TRANSCRIPT.contains(part.heading());
            (isTranscript ? transcript : part.hasSlides() ? slides : page).add(part);
        }
        List<ResultsView.AssetView> images = results == null
                ? List.of()
                : results.assets().stream()
                        .filter(asset -> asset.contentType().startsWith("image/")
                                && !asset.url().contains("_small."))
                        .toList();
        return new Reading(
                page, images, slides, transcript, document.remark(), results == null ? null : results.archiveUrl());
    }
}
