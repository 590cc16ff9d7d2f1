package io.eventjobs.document.pdf;

import io.eventjobs.document.process.BrokenFileException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

/** Draws by another way and counts. */
public final class CountingRenderer implements PageRenderer {
    private final PageRenderer images;
    private final AtomicInteger drawn = new AtomicInteger();

    public CountingRenderer(PageRenderer images) {
        this.images = images;
    }

    public int drawn() {
        return drawn.get();
    }

    @Override
    public void draw(Page page, Path target) throws BrokenFileException, InterruptedException {
        drawn.incrementAndGet();
        images.draw(page, target);
    }

    @Override
    public String engine() throws InterruptedException {
        return images.engine();
    }
}
