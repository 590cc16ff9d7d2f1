package io.eventjobs.gateway.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventjobs.gateway.job.Holder;
import io.eventjobs.gateway.job.Jobs;
import io.eventjobs.model.job.ExecutionId;
import io.eventjobs.model.job.JobId;
import io.eventjobs.model.job.JobStatus;
import io.eventjobs.model.job.JobType;
import io.eventjobs.model.job.Priority;
import io.eventjobs.model.job.WorkerId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class RoundAssignmentTest {
    private static final Set<JobType> ALL = Set.of(JobType.values());

    @Test
    void eachJobGoesToTheWorkerWithTheMostRoom() {
        RoundAssignment round = round(0, room("small", 2), room("large", 4));

        assertThat(assigned(round, 6)).isEqualTo(Map.of("small", 2L, "large", 4L));
        assertThat(round.plan(job(7, true)).holder()).isNull();
    }

    @Test
    void aWorkerIsNotGivenWhatItCannotDo() {
        RoundAssignment round = round(0, new RoundAssignment.Room(new WorkerId("pages"), Set.of(JobType.PAGE), 4));

        assertThat(round.plan(job(1, true)).holder()).isNull();
    }

    @Test
    void aJobThatMustBeClaimedIsOffered() {
        RoundAssignment round = round(0, room("one", 4));

        assertThat(round.plan(job(1, false)).holder()).isNull();
        assertThat(round.plan(job(2, true)).holder()).isNotNull();
    }

    @Test
    void aWorkerThatHasMoreThanItsShareTakesNothingFromTheRoomOfOthers() {
        RoundAssignment round = round(0, room("full", -3), room("free", 2));

        assertThat(assigned(round, 2)).isEqualTo(Map.of("free", 2L));
    }

    @Property
    void neverAreMoreUnderWayThanThereIsRoomFor(
            @ForAll @IntRange(max = 20) int offered,
            @ForAll @IntRange(max = 20) int first,
            @ForAll @IntRange(max = 20) int second,
            @ForAll @IntRange(max = 60) int jobs) {
        RoundAssignment round = round(offered, room("first", first), room("second", second));

        long given = assigned(round, jobs).values().stream()
                .mapToLong(Long::longValue)
                .sum();

        assertThat(given).isEqualTo(Math.min(jobs, Math.max(0, first + second - offered)));
    }

    private static Map<String, Long> assigned(RoundAssignment round, int jobs) {
        return IntStream.range(0, jobs)
                .mapToObj(number -> round.plan(job(number, true)).holder())
                .filter(Objects::nonNull)
                .map(Holder::worker)
                .map(WorkerId::value)
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    }

    private static RoundAssignment round(int offered, RoundAssignment.Room... rooms) {
        return new RoundAssignment(List.of(rooms), offered, ExecutionId::random);
    }

    private static RoundAssignment.Room room(String worker, int free) {
        return new RoundAssignment.Room(new WorkerId(worker), ALL, free);
    }

    private static OpenJob job(int number, boolean assignable) {
        return new OpenJob(
                JobId.inBatch(Jobs.BATCH, Jobs.NOW, number),
                1,
                JobStatus.PENDING,
                0,
                new OpenJob.Place(Jobs.TENANT, null, number, null),
                Priority.NORMAL,
                JobType.SESSION,
                null,
                new OpenJob.Holding(null, OpenJob.Contact.UNKNOWN, assignable),
                0);
    }
}
