package io.eventjobs.worker.session.step;

import io.eventjobs.http.FetchException;
import io.eventjobs.http.FetchLimits;
import io.eventjobs.http.FetchRequest;
import io.eventjobs.markdown.RelativeAddress;
import io.eventjobs.model.job.ProgressStep;
import io.eventjobs.page.PageImage;
import io.eventjobs.page.SessionPage;
import io.eventjobs.worker.session.bundle.BundleFile;
import io.eventjobs.worker.session.bundle.BundleLayout;
import io.eventjobs.worker.session.fetch.CachingFetcher;
import io.eventjobs.worker.session.picture.DataPicture;
import io.eventjobs.worker.session.picture.PictureFile;
import io.eventjobs.worker.session.picture.PictureLimits;
import io.eventjobs.worker.session.picture.PictureLinks;
import io.eventjobs.worker.session.picture.PictureOutcome;
import io.eventjobs.worker.session.picture.Pictures;
import io.eventjobs.worker.session.task.SessionTask;
import io.opentelemetry.context.Context;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Fetches the pictures of the main content, so that the document can show them from the bundle. A picture that cannot be fetched
 * stays a link to its address, with a warning; a decorative one is dropped.
 */
public final class PicturesStep {
    private static final String ACCEPT = "image/avif,image/webp,image/png,image/jpeg,image/gif;q=0.9,image/*;q=0.1";
    private static final int MAX_CONCURRENT_FETCHES = 8;
    private static final int MIN_BYTES_PER_SECOND = 1_000;
    private static final int MAX_REDIRECTS = 5;

    private final CachingFetcher fetcher;
    private final PictureLimits limits;

    public PicturesStep(CachingFetcher fetcher, PictureLimits limits) {
        this.fetcher = fetcher;
        this.limits = limits;
    }

    /** The page with links to pictures in the bundle, and the files of these. */
    Result fetch(SessionTask task, SessionPage page) throws InterruptedException, IOException {
        Map<String, PageImage> images = new LinkedHashMap<>();
        page.images().forEach(image -> images.putIfAbsent(image.address(), image));
        List<PageImage> wanted =
                images.values().stream().limit(limits.maxCount()).toList();
        Pictures pictures = new Pictures(limits.maxTotalBytes());
        if (!wanted.isEmpty()) {
            task.execution().begin(ProgressStep.FETCHING_ATTACHMENTS, "Fetching " + wanted.size() + " pictures");
            Path folder = Files.createDirectories(task.execution().workFolder().resolve("pictures"));
            List<Future<PictureOutcome>> fetched = fetchAll(task, wanted, folder);
            for (int i = 0; i < wanted.size(); i++) {
                pictures.add(wanted.get(i).address(), outcome(fetched.get(i)));
            }
        }
        if (limits.maxCount() > 0) {
            images.values().stream()
                    .skip(limits.maxCount())
                    .forEach(image -> pictures.add(
                            image.address(),
                            new PictureOutcome.Missing("more than " + limits.maxCount() + " pictures")));
        }
        pictures.warnings().forEach(task::warn);
        return result(task, page, pictures);
    }

    private List<Future<PictureOutcome>> fetchAll(SessionTask task, List<PageImage> wanted, Path folder)
            throws InterruptedException {
        List<Callable<PictureOutcome>> calls = new ArrayList<>();
        for (PageImage image : wanted) {
            Path target = folder.resolve(String.valueOf(calls.size()));
            calls.add(() -> fetch(task, image.address(), target));
        }
        try (ExecutorService threads = Context.taskWrapping(Executors.newFixedThreadPool(
                MAX_CONCURRENT_FETCHES, Thread.ofVirtual().name("picture-", 0).factory()))) {
            return threads.invokeAll(calls, limits.timeout().toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private PictureOutcome fetch(SessionTask task, String address, Path target)
            throws InterruptedException, IOException {
        if (address.startsWith("data:")) {
            Optional<byte[]> bytes = DataPicture.bytes(address, limits.maxBytes());
            return bytes.isEmpty()
                    ? new PictureOutcome.Missing("embedded in the page in an unsupported form")
                    : PictureOutcome.of(PictureFile.of(Files.write(target, bytes.get()), address));
        }
        FetchLimits bounds = new FetchLimits(
                limits.maxBytes(), limits.maxBytes(), limits.timeout(), MIN_BYTES_PER_SECOND, MAX_REDIRECTS);
        FetchRequest request = new FetchRequest(address, ACCEPT, target, bounds);
        try {
            return PictureOutcome.of(fetcher.fetch(
                    request,
                    resource -> PictureFile.of(resource.file(), address),
                    Optional::isPresent,
                    task.checkpoints()));
        } catch (FetchException e) {
            return new PictureOutcome.Missing(e.failure().code() + "");
        }
    }

    private static PictureOutcome outcome(Future<PictureOutcome> fetched) throws InterruptedException, IOException {
        if (fetched.isCancelled()) {
            return new PictureOutcome.Missing("not fetched in time");
        }
        try {
            return fetched.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException fault) {
                throw fault;
            }
            throw new IllegalStateException("a picture could not be processed", e.getCause());
        }
    }

    private static Result result(SessionTask task, SessionPage page, Pictures pictures) {
        // The path of assets is the same for all languages: that of the document is not known yet.
        BundleLayout layout = BundleLayout.of(task.request(), task.request().targetLanguage());
        String markdown = page.markdown();
        for (PageImage image : page.images()) {
            PictureFile file = pictures.file(image.address());
            if (file != null) {
                String local = RelativeAddress.of(layout.assetsFromMarkdown() + file.name());
                markdown = PictureLinks.localized(markdown, image, local);
            } else if (pictures.isDecorative(image.address()) || image.address().startsWith("data:")) {
                markdown = PictureLinks.withoutImage(markdown, image);
            }
        }
        List<BundleFile> files = pictures.files().stream()
                .map(file -> new BundleFile(
                        layout.asset(file.name()),
                        file.file(),
                        file.header().type().contentType()))
                .toList();
        return new Result(page.withMarkdown(markdown), files);
    }

    /**
     * The outcome of fetching the pictures of a page.
     *
     * @param page with links to those in the bundle
     * @param files of these
     */
    record Result(SessionPage page, List<BundleFile> files) {}
}
