package io.eventjobs.worker.session;

import io.eventjobs.artifact.ArtifactStore;
import io.eventjobs.model.job.JobResults;
import io.eventjobs.model.job.ProgressStep;
import io.eventjobs.model.job.SessionParameters;
import io.eventjobs.model.job.StoredFile;
import io.eventjobs.worker.execution.Execution;
import io.eventjobs.worker.session.bundle.BundleFile;
import io.eventjobs.worker.session.bundle.BundleLayout;
import io.eventjobs.worker.session.bundle.BundleZip;
import io.eventjobs.worker.session.bundle.Upload;
import io.eventjobs.worker.session.document.SessionDocument;
import io.eventjobs.worker.session.document.SessionSheet;
import io.eventjobs.worker.session.document.Translation;
import io.eventjobs.worker.session.page.MarkdownText;
import io.eventjobs.worker.session.page.PageLink;
import io.eventjobs.worker.session.slides.SlideDeck;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Writes the document, packs the ZIP, stores all of it, and says what was made. */
public final class BundleStep {
    private static final String MARKDOWN = "text/markdown; charset=utf-8";
    private static final int MOST_LINKS = 300;

    private final ArtifactStore store;

    public BundleStep(ArtifactStore store) {
        this.store = store;
    }

    JobResults make(
            Execution execution, SessionParameters request, SessionWork.Findings findings, List<String> warnings)
            throws IOException {
        BundleLayout layout = BundleLayout.of(request, Translation.of(request).language());
        execution.begin(ProgressStep.WRITING_MARKDOWN, "Writing the document");
        Path folder = execution.workFolder();
        String document =
                SessionDocument.write(request, findings.parts(layout.assetsFromMarkdown()), List.copyOf(warnings));
        BundleFile markdown =
                new BundleFile(layout.markdown(), Files.writeString(folder.resolve("document.md"), document), MARKDOWN);
        List<BundleFile> assets = assets(layout, findings.deck());

        execution.begin(ProgressStep.PACKAGING, "Packing " + (assets.size() + 1) + " files");
        List<BundleFile> all = new ArrayList<>(assets);
        all.add(markdown);
        Path zip = folder.resolve("bundle.zip");
        BundleZip.write(zip, readme(findings.sheet(), layout), all);

        execution.begin(ProgressStep.UPLOADING, "Storing the files");
        Upload upload = new Upload(store, execution.prefix());
        List<StoredFile> stored = new ArrayList<>();
        for (BundleFile asset : assets) {
            stored.add(upload.store(asset));
            execution.advance(stored.size(), all.size() + 1, "Stored " + stored.size() + " files");
        }
        return new JobResults(
                upload.store(markdown),
                upload.store(new BundleFile(layout.archive(), zip, "application/zip")),
                stored,
                metadata(request, findings),
                List.copyOf(warnings));
    }

    private static List<BundleFile> assets(BundleLayout layout, SlideDeck deck) {
        return deck.slides().stream()
                .map(slide -> new BundleFile(
                        layout.asset(slide.image().getFileName().toString()), slide.image(), "image/jpeg"))
                .toList();
    }

    private static String readme(SessionSheet sheet, BundleLayout layout) {
        return """
                # %s

                One conference session: [the document](%s) and, beside it, its assets.
                Made by Event Jobs from %s
                """
                .formatted(
                        MarkdownText.escaped(sheet.title().replaceAll("\\s+", " ")),
                        layout.markdown()
                                .replace(" ", "%20")
                                .replace("(", "%28")
                                .replace(")", "%29"),
                        sheet.text("url"));
    }

    private static Map<String, Object> metadata(SessionParameters request, SessionWork.Findings findings) {
        Map<String, Object> metadata = new LinkedHashMap<>(findings.sheet().values());
        metadata.put("language", Translation.of(request).language());
        metadata.put(
                "links",
                findings.page().links().stream()
                        .limit(MOST_LINKS)
                        .map(BundleStep::link)
                        .toList());
        metadata.put("sources", findings.sheet().sources());
        metadata.put(
                "transcript_source",
                findings.transcript() == null ? "" : findings.transcript().source());
        metadata.put("slide_count", findings.deck().slides().size());
        return metadata;
    }

    private static Map<String, String> link(PageLink link) {
        return Map.of(
                "url",
                link.address(),
                "text",
                link.text(),
                "kind",
                link.kind().name().toLowerCase(Locale.ROOT));
    }
}
