package io.eventjobs.worker.session.step;

import io.eventjobs.http.FetchException;
import io.eventjobs.http.FetchLimits;
import io.eventjobs.http.FetchRequest;
import io.eventjobs.model.job.ProgressStep;
import io.eventjobs.page.PageImage;
import io.eventjobs.page.SessionPage;
import io.eventjobs.worker.session.bundle.BundleFile;
import io.eventjobs.worker.session.bundle.BundleLayout;
import io.eventjobs.worker.session.document.RelativeAddress;
import io.eventjobs.worker.session.fetch.CachingFetcher;
import io.eventjobs.worker.session.picture.DataPicture;
import io.eventjobs.worker.session.picture.PictureFile;
import io.eventjobs.worker.session.picture.PictureLimits;
import io.eventjobs.worker.session.picture.PictureLinks;
import io.eventjobs.worker.session.picture.PictureOutcome;
import io.eventjobs.worker.session.picture.Pictures;
import io.eventjobs.worker.session.task.SessionTask;
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
 * Fetches the pictures of the main content and links them from the bundle. One that cannot be had stays a link to where it is,
 * with a warning; one that nobody is meant to see goes.
 */
public final class PicturesStep {
    private static final String ACCEPT = "image/avif,image/webp,image/png,image/jpeg,image/gif;q=0.9,image/*;q=0.1";
    private static final int AT_ONCE = 8;
    private static final int SLOWEST = 1_000;
    private static final int REDIRECTS = 5;

    private final CachingFetcher fetches;
    private final PictureLimits limits;

    public PicturesStep(CachingFetcher fetches, PictureLimits limits) {
        this.fetches = fetches;
        this.limits = limits;
    }

    /** The page with its pictures in the bundle; what is fetched is added to the task's assets. */
    SessionPage keep(SessionTask task, SessionPage page) throws InterruptedException, IOException {
        Map<String, PageImage> images = new LinkedHashMap<>();
        page.images().forEach(image -> images.putIfAbsent(image.address(), image));
        List<PageImage> wanted = images.values().stream().limit(limits.max()).toList();
        Pictures pictures = new Pictures(limits.totalBytes());
        if (!wanted.isEmpty()) {
            task.execution().begin(ProgressStep.FETCHING_ATTACHMENTS, "Fetching " + wanted.size() + " pictures");
            Path folder = Files.createDirectories(task.execution().workFolder().resolve("pictures"));
            List<Future<PictureOutcome>> fetched = fetched(task, wanted, folder);
            for (int i = 0; i < wanted.size(); i++) {
                pictures.add(wanted.get(i).address(), outcome(fetched.get(i)));
            }
        }
        if (limits.max() > 0) {
            images.values().stream()
                    .skip(limits.max())
                    .forEach(image -> pictures.add(
                            image.address(), new PictureOutcome.Missed("more than " + limits.max() + " pictures")));
        }
        pictures.warnings().forEach(task::warn);
        return linked(task, page, pictures);
    }

    private List<Future<PictureOutcome>> fetched(SessionTask task, List<PageImage> wanted, Path folder)
            throws InterruptedException {
        List<Callable<PictureOutcome>> calls = new ArrayList<>();
        for (PageImage image : wanted) {
            Path target = folder.resolve(String.valueOf(calls.size()));
            calls.add(() -> fetch(task, image.address(), target));
        }
        try (ExecutorService threads = Executors.newFixedThreadPool(
                AT_ONCE, Thread.ofVirtual().name("picture-", 0).factory())) {
            return threads.invokeAll(calls, limits.time().toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private PictureOutcome fetch(SessionTask task, String address, Path target)
            throws InterruptedException, IOException {
        if (address.startsWith("data:")) {
            Optional<byte[]> bytes = DataPicture.bytes(address, limits.bytes());
            return bytes.isEmpty()
                    ? new PictureOutcome.Missed("written into the page in a form that is not kept")
                    : PictureOutcome.of(PictureFile.of(Files.write(target, bytes.get()), address));
        }
        FetchLimits bounds = new FetchLimits(limits.bytes(), limits.bytes(), limits.time(), SLOWEST, REDIRECTS);
        FetchRequest request = new FetchRequest(address, ACCEPT, target, bounds);
        try {
            return PictureOutcome.of(fetches.fetch(
                    request,
                    resource -> PictureFile.of(resource.file(), address),
                    Optional::isPresent,
                    task.checkpoints()));
        } catch (FetchException e) {
            return new PictureOutcome.Missed(e.failure().code() + "");
        }
    }

    private static PictureOutcome outcome(Future<PictureOutcome> fetched) throws InterruptedException, IOException {
        if (fetched.isCancelled()) {
            return new PictureOutcome.Missed("not there in time");
        }
        try {
            return fetched.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException fault) {
                throw fault;
            }
            throw new IllegalStateException("a picture could not be dealt with", e.getCause());
        }
    }

    private static SessionPage linked(SessionTask task, SessionPage page, Pictures pictures) {
        // Assets stand beside the languages: in which one the document will be is not known yet.
        BundleLayout layout = BundleLayout.of(task.request(), task.request().targetLanguage());
        String markdown = page.markdown();
        for (PageImage image : page.images()) {
            PictureFile file = pictures.file(image.address());
            if (file != null) {
                String local = RelativeAddress.of(layout.assetsFromMarkdown() + file.name());
                markdown = PictureLinks.localized(markdown, image, local);
            } else if (pictures.isUnwanted(image.address()) || image.address().startsWith("data:")) {
                markdown = PictureLinks.withoutImage(markdown, image);
            }
        }
        for (PictureFile file : pictures.files()) {
            task.assets()
                    .add(new BundleFile(
                            layout.asset(file.name()),
                            file.file(),
                            file.header().type().contentType()));
        }
        return page.withMarkdown(markdown);
    }
}
