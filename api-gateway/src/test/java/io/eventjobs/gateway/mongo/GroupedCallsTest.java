package io.eventjobs.gateway.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.eventjobs.gateway.mongo.GroupedCalls.Call;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GroupedCallsTest {
    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
    private final List<List<String>> groups = Collections.synchronizedList(new ArrayList<>());
    private final CountDownLatch firstMayEnd = new CountDownLatch(1);

    @AfterEach
    void stop() {
        firstMayEnd.countDown();
        executor.close();
    }

    @Test
    void aCallOnItsOwnIsHandledAtOnceByItsCaller() {
        firstMayEnd.countDown();
        GroupedCalls<String, String> calls = new GroupedCalls<>(
                task -> {
                    throw new AssertionError("no other thread is needed");
                },
                10,
                this::echo);

        assertThat(calls.call("a")).isEqualTo("A");
        assertThat(calls.call("b")).isEqualTo("B");
        assertThat(groups).containsExactly(List.of("a"), List.of("b"));
    }

    @Test
    void callsThatComeMeanwhileShareTheNextGroup() {
        GroupedCalls<String, String> calls = new GroupedCalls<>(executor, 10, this::echo);
        List<CompletableFuture<String>> answers = held(calls, "a", "b", "c");

        firstMayEnd.countDown();

        assertThat(answers).extracting(CompletableFuture::join).containsExactly("A", "B", "C");
        assertThat(groups).containsExactly(List.of("a"), List.of("b", "c"));
    }

    @Test
    void aGroupIsBounded() {
        GroupedCalls<String, String> calls = new GroupedCalls<>(executor, 2, this::echo);
        List<CompletableFuture<String>> answers = held(calls, "a", "b", "c", "d");

        firstMayEnd.countDown();

        answers.forEach(CompletableFuture::join);
        assertThat(groups).containsExactly(List.of("a"), List.of("b", "c"), List.of("d"));
    }

    @Test
    void aFailureReachesEachCallOfItsGroupAndNoOther() {
        GroupedCalls<String, String> calls = new GroupedCalls<>(executor, 10, group -> {
            boolean isFirst = groups.isEmpty();
            echo(group, !isFirst);
            if (!isFirst) {
                throw new IllegalStateException("away");
            }
        });
        List<CompletableFuture<String>> answers = held(calls, "a", "b", "c");

        firstMayEnd.countDown();

        assertThat(answers.get(0).join()).isEqualTo("A");
        for (CompletableFuture<String> failed : answers.subList(1, 3)) {
            assertThatExceptionOfType(CompletionException.class)
                    .isThrownBy(failed::join)
                    .withCauseInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void afterAFailureTheNextCallIsHandled() {
        firstMayEnd.countDown();
        GroupedCalls<String, String> calls = new GroupedCalls<>(executor, 10, group -> {
            if (groups.isEmpty()) {
                groups.add(List.of());
                throw new IllegalStateException("away");
            }
            echo(group);
        });

        assertThatThrownBy(() -> calls.call("a")).isInstanceOf(IllegalStateException.class);
        assertThat(calls.call("b")).isEqualTo("B");
    }

    @Test
    void aCallThatTheHandlerMakesIsHandledAtOnce() {
        AtomicReference<GroupedCalls<String, String>> calls = new AtomicReference<>();
        calls.set(new GroupedCalls<>(
                executor,
                10,
                group -> group.forEach(call -> call.answer()
                        .complete(
                                call.input().equals("outer")
                                        ? calls.get().call("inner") + " in outer"
                                        : call.input()))));

        assertThat(calls.get().call("outer")).isEqualTo("inner in outer");
    }

    @Test
    void callsAreAnsweredWhileTheirExecutorIsStopping() {
        GroupedCalls<String, String> calls = new GroupedCalls<>(
                task -> {
                    throw new RejectedExecutionException();
                },
                10,
                this::echo);
        List<CompletableFuture<String>> answers = held(calls, "a", "b");

        firstMayEnd.countDown();

        assertThat(answers).extracting(CompletableFuture::join).containsExactly("A", "B");
    }

    /** Calls in this order, the first one being handled until it may end. */
    private List<CompletableFuture<String>> held(GroupedCalls<String, String> calls, String... inputs) {
        List<CompletableFuture<String>> answers = new ArrayList<>();
        for (String input : inputs) {
            int before = answers.size();
            answers.add(CompletableFuture.supplyAsync(() -> calls.call(input), executor));
            await().until(() -> before == 0 ? groups.size() == 1 : calls.waiting() == before);
        }
        return answers;
    }

    private void echo(List<Call<String, String>> group) {
        echo(group, false);
    }

    private void echo(List<Call<String, String>> group, boolean silently) {
        groups.add(group.stream().map(Call::input).toList());
        try {
            firstMayEnd.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (!silently) {
            group.forEach(call -> call.answer().complete(call.input().toUpperCase(Locale.ROOT)));
        }
    }
}
