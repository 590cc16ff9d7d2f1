package io.eventjobs.worker.session;

import io.eventjobs.http.FetchException;
import io.eventjobs.http.FetchLimits;
import io.eventjobs.http.FetchRequest;
import io.eventjobs.http.FetchedResource;
import io.eventjobs.http.GuardedHttpClient;
import io.eventjobs.model.job.ProgressStep;
import io.eventjobs.worker.execution.Execution;
import io.eventjobs.worker.session.document.SessionSheet;
import io.eventjobs.worker.session.slides.SlideDeck;
import io.eventjobs.worker.session.slides.SlideRenderer;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Fetches the slides, where they are given or named on the page, and renders them. Whatever fails is a warning. */
public final class SlidesStep {
    private static final SlideDeck NONE = new SlideDeck(List.of(), List.of());
    private static final List<String> OTHER_FORMATS = List.of(".pptx", ".ppt", ".ppsx", ".odp", ".key", ".zip");

    private final GuardedHttpClient http;
    private final SlideRenderer renderer;

    public SlidesStep(GuardedHttpClient http, SlideRenderer renderer) {
        this.http = http;
        this.renderer = renderer;
    }

    SlideDeck render(Execution execution, SessionSheet sheet, List<String> warnings) throws InterruptedException {
        String address = sheet.text("slides");
        if (address == null) {
            return NONE;
        }
        String path = address.split("[?#]")[0].toLowerCase(Locale.ROOT);
        for (String format : OTHER_FORMATS) {
            if (path.endsWith(format)) {
                warnings.add(
                        "The slides are a " + format + " file, which cannot be rendered; they are kept as a link.");
                return NONE;
            }
        }
        try {
            return fetched(execution, address, warnings);
        } catch (FetchException e) {
            warnings.add("The slides could not be fetched: " + e.failure().code() + ", "
                    + e.failure().message());
            return NONE;
        }
    }

    private SlideDeck fetched(Execution execution, String address, List<String> warnings)
            throws FetchException, InterruptedException {
        execution.begin(ProgressStep.FETCHING_ATTACHMENTS, "Fetching the slides " + address);
        Path target = execution.workFolder().resolve("slides.pdf");
        FetchedResource pdf =
                http.fetch(new FetchRequest(address, "application/pdf,*/*;q=0.5", target, FetchLimits.attachment()));
        execution.begin(ProgressStep.RENDERING_SLIDES, "Rendering the slides (" + pdf.bytes() + " bytes)");
        SlideDeck deck = renderer.render(
                pdf.file(),
                execution.workFolder().resolve("slides"),
                (pages, of) -> execution.advance(pages, of, "Rendered slide " + pages + " of " + of));
        warnings.addAll(deck.warnings());
        return deck;
    }
}
