package io.eventjobs.worker.session;

import io.eventjobs.http.FetchException;
import io.eventjobs.http.FetchLimits;
import io.eventjobs.http.FetchRequest;
import io.eventjobs.http.FetchedResource;
import io.eventjobs.http.GuardedHttpClient;
import io.eventjobs.model.job.LogLine;
import io.eventjobs.model.job.ProgressStep;
import io.eventjobs.worker.execution.Execution;
import io.eventjobs.worker.session.document.RenderedDeck;
import io.eventjobs.worker.session.document.SessionSheet;
import io.eventjobs.worker.session.document.SheetField;
import io.eventjobs.worker.session.slides.DeckFormat;
import io.eventjobs.worker.session.slides.SlideDeck;
import io.eventjobs.worker.session.slides.SlideOrder;
import io.eventjobs.worker.session.slides.SlideRenderer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Fetches the slides that were given or that the page names, and renders them. Whatever fails is a warning. */
public final class SlidesStep {
    static final int MOST_SLIDES = 500;

    private static final int MOST_DECKS = 5;
    private static final String ACCEPT = "application/pdf,*/*;q=0.5";

    private final GuardedHttpClient http;
    private final SlideRenderer renderer;

    public SlidesStep(GuardedHttpClient http, SlideRenderer renderer) {
        this.http = http;
        this.renderer = renderer;
    }

    List<RenderedDeck> render(Execution execution, SessionSheet sheet, List<String> warnings)
            throws InterruptedException, IOException {
        List<String> wanted = wanted(sheet.all(SheetField.SLIDES), warnings);
        if (wanted.isEmpty()) {
            return List.of();
        }
        execution.begin(ProgressStep.FETCHING_ATTACHMENTS, "Fetching the slides " + String.join(", ", wanted));
        List<Fetched> fetched = new ArrayList<>();
        for (String address : wanted) {
            fetch(execution, address, fetched.size() + 1, warnings).ifPresent(fetched::add);
        }
        return fetched.isEmpty() ? List.of() : rendered(execution, fetched, warnings);
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

    private Optional<Fetched> fetch(Execution execution, String address, int number, List<String> warnings)
            throws InterruptedException {
        Path target = execution.workFolder().resolve("slides-" + number + ".pdf");
        try {
            FetchedResource resource = http.fetch(new FetchRequest(address, ACCEPT, target, FetchLimits.attachment()));
            execution.log(LogLine.Level.INFO, "Fetched " + resource.bytes() + " bytes of slides from " + address);
            Optional<String> other = DeckFormat.otherThanPdf(target, resource.contentType());
            other.ifPresent(format -> warnings.add(keptAsLink(address, format)));
            return other.isPresent() ? Optional.empty() : Optional.of(new Fetched(address, target));
        } catch (FetchException e) {
            warnings.add("The slides could not be fetched from " + address + ": "
                    + e.failure().code() + ", " + e.failure().message());
            return Optional.empty();
        }
    }

    private List<RenderedDeck> rendered(Execution execution, List<Fetched> fetched, List<String> warnings)
            throws InterruptedException, IOException {
        execution.begin(ProgressStep.RENDERING_SLIDES, "Rendering the slides");
        Path folder = Files.createDirectories(execution.workFolder().resolve("slides"));
        List<RenderedDeck> decks = new ArrayList<>();
        int next = 1;
        for (Fetched pdf : fetched) {
            SlideOrder order = new SlideOrder(pdf.file(), folder, next, MOST_SLIDES - next + 1);
            SlideDeck deck = renderer.render(
                    order, (pages, of) -> execution.advance(pages, of, "Rendered slide " + pages + " of " + of));
            warnings.addAll(deck.warnings());
            if (!deck.slides().isEmpty()) {
                decks.add(new RenderedDeck(pdf.address(), deck.slides()));
                next = deck.slides().getLast().number() + 1;
            }
            Files.deleteIfExists(pdf.file());
        }
        execution.log(LogLine.Level.INFO, "Rendered " + (next - 1) + " slides");
        return decks;
    }

    private static String keptAsLink(String address, String format) {
        return "The slides at " + address + " are " + format
                + "; only PDF can be rendered, so they are kept as a link.";
    }

    private record Fetched(String address, Path file) {}
}
