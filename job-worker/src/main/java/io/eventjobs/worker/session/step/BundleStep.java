package io.eventjobs.worker.session.step;

import io.eventjobs.artifact.ArtifactStore;
import io.eventjobs.document.SourceDocument;
import io.eventjobs.encoding.Surrogates;
import io.eventjobs.model.job.FailureCode;
import io.eventjobs.model.job.JobResults;
import io.eventjobs.model.job.LogLine;
import io.eventjobs.model.job.ProgressStep;
import io.eventjobs.model.job.SessionParameters;
import io.eventjobs.model.job.StoredFile;
import io.eventjobs.template.DocumentTooLongException;
import io.eventjobs.worker.session.bundle.AssetType;
import io.eventjobs.worker.session.bundle.BundleFile;
import io.eventjobs.worker.session.bundle.BundleLayout;
import io.eventjobs.worker.session.bundle.BundleManifest;
import io.eventjobs.worker.session.bundle.BundleReadme;
import io.eventjobs.worker.session.bundle.BundleUpload;
import io.eventjobs.worker.session.bundle.BundleZip;
import io.eventjobs.worker.session.bundle.MeasuredFile;
import io.eventjobs.worker.session.document.SessionDocument;
import io.eventjobs.worker.session.document.Translation;
import io.eventjobs.worker.session.task.SessionFindings;
import io.eventjobs.worker.session.task.SessionTask;
import io.eventjobs.worker.work.Execution;
import io.eventjobs.worker.work.JobFailedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Writes the document, packs the ZIP, stores both with all assets, and reports the results. */
public final class BundleStep {
    private static final String MARKDOWN = "text/markdown; charset=utf-8";
    private static final String ZIP = "application/zip";

    private final ArtifactStore store;

    public BundleStep(ArtifactStore store) {
        this.store = store;
    }

    public JobResults make(SessionTask task, SessionFindings findings)
            throws JobFailedException, IOException, InterruptedException {
        Execution execution = task.execution();
        SessionParameters request = task.request();
        BundleLayout layout = layout(request, findings.translation());
        execution.begin(ProgressStep.WRITING_MARKDOWN, "Writing the document");
        BundleFile markdown = document(task, findings, layout);
        List<BundleFile> assets = new ArrayList<>(findings.pictures());
        if (findings.filled().showsAttachments()) {
            assets.addAll(slides(layout, findings.decks()));
        }

        execution.begin(ProgressStep.PACKAGING, "Packing " + (assets.size() + 1) + " files");
        List<MeasuredFile> packed = measured(assets, markdown);
        Path zip = execution.workFolder().resolve("bundle.zip");
        BundleZip.write(
                zip,
                List.of(BundleReadme.of(findings.facts(), layout), BundleManifest.of(packed, execution.usage())),
                packed);

        execution.begin(ProgressStep.UPLOADING, "Storing " + (assets.size() + 2) + " files");
        List<MeasuredFile> files = new ArrayList<>(packed);
        files.add(MeasuredFile.of(new BundleFile(layout.archive(), zip, ZIP)));
        List<StoredFile> stored = new BundleUpload(store, execution.prefix())
                .store(files, done -> execution.advance(done, files.size(), "Stored " + done + " files"));
        StoredFile archive = stored.removeLast();
        StoredFile storedMarkdown = stored.removeLast();
        execution.log(LogLine.Level.INFO, "Stored " + storedMarkdown.path() + " and " + archive.path());
        return new JobResults(
                storedMarkdown,
                archive,
                stored,
                ResultMetadata.of(request, findings),
                task.warnings().all());
    }

    private static BundleLayout layout(SessionParameters request, Translation translation) {
        BundleLayout layout = BundleLayout.of(request, translation.language());
        Translation.Names names = translation.names();
        return names == null ? layout : layout.named(names.filename());
    }

    /** The document last. */
    private static List<MeasuredFile> measured(List<BundleFile> assets, BundleFile markdown) throws IOException {
        List<MeasuredFile> measured = new ArrayList<>();
        for (BundleFile asset : assets) {
            measured.add(MeasuredFile.of(asset));
        }
        measured.add(MeasuredFile.of(markdown));
        return measured;
    }

    private static BundleFile document(SessionTask task, SessionFindings findings, BundleLayout layout)
            throws JobFailedException, IOException {
        Path file = task.execution().workFolder().resolve("document.md");
        return new BundleFile(
                layout.markdown(),
                Files.writeString(file, Surrogates.replaceUnpaired(text(task, findings, layout))),
                MARKDOWN);
    }

    private static String text(SessionTask task, SessionFindings findings, BundleLayout layout)
            throws JobFailedException {
        try {
            return SessionDocument.write(
                    task.request(),
                    findings.parts(layout.assetsFromMarkdown()),
                    task.warnings().all());
        } catch (DocumentTooLongException e) {
            throw JobFailedException.of(FailureCode.DOCUMENT_TOO_LONG, String.valueOf(e.getMessage()));
        }
    }

    private static List<BundleFile> slides(BundleLayout layout, List<SourceDocument> decks) {
        List<BundleFile> assets = new ArrayList<>();
        decks.stream().flatMap(deck -> deck.content().files().stream()).forEach(file -> {
            String name = file.getFileName().toString();
            assets.add(new BundleFile(layout.asset(name), file, AssetType.of(name)));
        });
        return assets;
    }
}
