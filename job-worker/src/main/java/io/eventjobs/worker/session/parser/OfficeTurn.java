package io.eventjobs.worker.session.parser;

import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * One office file at a time in a worker is converted by LibreOffice, which needs much memory. Its conversion is over when its first page is
 * drawn. Thread-safe.
 */
final class OfficeTurn {
    private final Semaphore free = new Semaphore(1, true);

    Held take() throws InterruptedException {
        free.acquire();
        return new Held();
    }

    /** A turn, which ends once. */
    final class Held implements AutoCloseable {
        private final AtomicBoolean isOver = new AtomicBoolean();

        private Held() {}

        @Override
        public void close() {
            end();
        }

        void end() {
            if (!isOver.getAndSet(true)) {
                free.release();
            }
        }
    }
}
