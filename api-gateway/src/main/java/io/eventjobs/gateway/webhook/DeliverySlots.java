package io.eventjobs.gateway.webhook;

import io.eventjobs.gateway.background.Signal;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Semaphore;

/** Bounds the deliveries that are under way, in all and for each webhook. Thread-safe. */
final class DeliverySlots {
    private static final int MAX_PER_WEBHOOK = 4;

    private final ExecutorService threads;
    private final Semaphore free;
    private final Signal freed;
    private final Map<String, Integer> busy = new ConcurrentHashMap<>();

    /** @param freed raised when a delivery has ended */
    DeliverySlots(ExecutorService threads, int max, Signal freed) {
        this.threads = threads;
        this.free = new Semaphore(max);
        this.freed = freed;
    }

    /** Whether this webhook has as many as one may have. */
    boolean isFull(String webhook) {
        return busy.getOrDefault(webhook, 0) >= MAX_PER_WEBHOOK;
    }

    /** Whether there was a slot; it is the caller's until {@link #run} or {@link #release}. */
    boolean acquire(String webhook) {
        boolean acquired = free.tryAcquire();
        if (acquired) {
            busy.merge(webhook, 1, Integer::sum);
        }
        return acquired;
    }

    /** Delivers on a thread of its own and then releases the slot. */
    void run(String webhook, Runnable delivery) {
        threads.execute(() -> {
            try {
                delivery.run();
            } finally {
                release(webhook);
            }
        });
    }

    void release(String webhook) {
        busy.computeIfPresent(webhook, (id, count) -> count == 1 ? null : count - 1);
        free.release();
        freed.raise();
    }
}
