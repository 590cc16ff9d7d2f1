package io.eventjobs.worker.session;

import io.eventjobs.http.FetchException;
import io.eventjobs.http.FetchLimits;
import io.eventjobs.http.FetchRequest;
import io.eventjobs.model.artifact.CheckpointKey;
import io.eventjobs.model.job.LogLine;
import io.eventjobs.model.job.ProgressStep;
import io.eventjobs.worker.execution.Execution;
import io.eventjobs.worker.execution.JobFailedException;
import io.eventjobs.worker.session.document.RenderedDeck;
import io.eventjobs.worker.session.document.SessionSheet;
import io.eventjobs.worker.session.document.SheetField;
import io.eventjobs.worker.session.fetch.Fetches;
import io.eventjobs.worker.session.slides.DeckFormat;
import io.eventjobs.worker.session.slides.SlideDeck;
import io.eventjobs.worker.session.slides.SlideDeckForm;
import io.eventjobs.worker.session.slides.SlideOrder;
import io.eventjobs.worker.session.slides.SlideRenderer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Fetches the slides that were given or that the page names, and renders them. Whatever fails is a warning, unless the job is about them alone. */
public final class SlidesStep {
    static final int MOST_SLIDES = 500;

    private static final int MOST_DECKS = 5;
    private static final String ACCEPT = "application/pdf,*/*;q=0.5";

    private final Fetches fetches;
    private final SlideRenderer renderer;

    public SlidesStep(Fetches fetches, SlideRenderer renderer) {
        this.fetches = fetches;
        this.renderer = renderer;
    }

    List<RenderedDeck> render(SessionTask task, SessionSheet sheet)
            throws JobFailedException, InterruptedException, IOException {
        List<String> wanted = wanted(sheet.all(SheetField.SLIDES), task.warnings());
        if (wanted.isEmpty()) {
            return List.of();
        }
        task.execution().begin(ProgressStep.FETCHING_ATTACHMENTS, "Fetching the slides " + String.join(", ", wanted));
        List<Fetched> fetched = new ArrayList<>();
        for (String address : wanted) {
            fetch(task, address, fetched.size() + 1).ifPresent(fetched::add);
        }
        return fetched.isEmpty() ? List.of() : rendered(task, fetched);
    }

    private static List<String> wanted(List<String> addresses, List<String> warnings) {
        List<String> wanted = new ArrayList<>();
        for (String address : addresses) {
            Optional<String> other = DeckFormat.otherThanPdf(address);
            if (other.isPresent()) {
                warnings.add(keptAsLink(address, other.get()));
            } else if (wanted.size() == MOST_DECKS) {
                warnings.add("More than " + MOST_DECKS + " decks of slides; " + address + " is kept as a link.");
            } else {
                wanted.add(address);
            }
        }
        return wanted;
    }

    private Optional<Fetched> fetch(SessionTask task, String address, int number)
            throws JobFailedException, InterruptedException, IOException {
        Path target = task.execution().workFolder().resolve("slides-" + number + ".pdf");
        FetchRequest request = new FetchRequest(address, ACCEPT, target, FetchLimits.attachment());
        try {
            Optional<String> other = fetches.fetch(
                    request,
                    resource -> DeckFormat.otherThanPdf(resource.file(), resource.contentType()),
                    Optional::isEmpty,
                    task.checkpoints());
            task.execution().log(LogLine.Level.INFO, "There are " + Files.size(target) + " bytes at " + address);
            other.ifPresent(format -> task.warn(keptAsLink(address, format)));
            return other.isPresent() ? Optional.empty() : Optional.of(new Fetched(address, target));
        } catch (FetchException e) {
            String reason = e.failure().code() + ", " + e.failure().message();
            task.missed("The slides could not be fetched from " + address + ": " + reason, e);
            return Optional.empty();
        }
    }

    private List<RenderedDeck> rendered(SessionTask task, List<Fetched> fetched)
            throws InterruptedException, IOException {
        Execution execution = task.execution();
        execution.begin(ProgressStep.RENDERING_SLIDES, "Rendering the slides");
        Path folder = Files.createDirectories(execution.workFolder().resolve("slides"));
        List<RenderedDeck> decks = new ArrayList<>();
        int next = 1;
        for (Fetched pdf : fetched) {
            SlideDeck deck = deck(task, pdf, new SlideOrder(pdf.file(), folder, next, MOST_SLIDES - next + 1));
            task.warnings().addAll(deck.warnings());
            if (!deck.slides().isEmpty()) {
                decks.add(new RenderedDeck(pdf.address(), deck.slides()));
                next = deck.slides().getLast().number() + 1;
            }
            Files.deleteIfExists(pdf.file());
        }
        execution.log(LogLine.Level.INFO, "There are " + (next - 1) + " slides");
        return decks;
    }

    private SlideDeck deck(SessionTask task, Fetched pdf, SlideOrder order) throws InterruptedException, IOException {
        CheckpointKey key = task.checkpoints().shared(SlideDeckForm.STEP, renderer.inputs(order));
        return task.checkpoints()
                .resume(
                        key,
                        new SlideDeckForm(order, pdf.address()),
                        () -> renderer.render(order, (pages, of) -> task.execution()
                                .advance(pages, of, "Rendered slide " + pages + " of " + of)));
    }

    private static String keptAsLink(String address, String format) {
        return "The slides at " + address + " are " + format
                + "; only PDF can be rendered, so they are kept as a link.";
    }

    private record Fetched(String address, Path file) {}
}
