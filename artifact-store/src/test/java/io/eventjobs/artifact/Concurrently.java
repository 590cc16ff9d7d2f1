package io.eventjobs.artifact;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/** Runs the same task on many threads at once. */
final class Concurrently {
    private Concurrently() {}

    /** The task of one thread. */
    interface Part<T> {
        /** @param number of the thread, from 0 */
        T call(int number) throws Exception;
    }

    /** The results by thread number; rethrows the first exception. */
    static <T> List<T> call(int threads, Part<T> part) throws InterruptedException, ExecutionException {
        try (ExecutorService workers = Executors.newFixedThreadPool(threads)) {
            List<Callable<T>> calls = IntStream.range(0, threads)
                    .<Callable<T>>mapToObj(number -> () -> part.call(number))
                    .toList();
            List<T> results = new ArrayList<>();
            for (Future<T> done : workers.invokeAll(calls)) {
                results.add(done.get());
            }
            return results;
        }
    }
}
