package io.eventjobs.gateway.dispatch;

import io.eventjobs.gateway.job.Holder;
import io.eventjobs.model.job.ExecutionId;
import io.eventjobs.model.job.JobType;
import io.eventjobs.model.job.WorkerId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Decides in one round of dispatch which jobs are assigned, and to which workers: each to the one with the most room, as long as there is
 * some (ADR 51). All others are offered by a command, which any worker may claim. Used by one thread.
 */
final class RoundAssignment {
    private final List<Room> rooms;
    private final Supplier<ExecutionId> executions;
    private int offered;

    /**
     * @param rooms the workers that jobs may be assigned to
     * @param offered number of commands that nobody has claimed yet, for which the workers need room
     * @param executions new identities
     */
    RoundAssignment(List<Room> rooms, int offered, Supplier<ExecutionId> executions) {
        this.rooms = rooms;
        this.offered = offered;
        this.executions = executions;
    }

    PlannedDispatch plan(OpenJob job) {
        Optional<Room> room = job.holding().assignable() && freePlaces() > offered
                ? rooms.stream()
                        .filter(each -> each.free > 0 && each.types.contains(job.type()))
                        .max(Comparator.comparingInt(each -> each.free))
                : Optional.empty();
        if (room.isEmpty()) {
            offered++;
            return new PlannedDispatch(job, null);
        }
        room.get().free--;
        return new PlannedDispatch(job, new Holder(executions.get(), room.get().worker));
    }

    private int freePlaces() {
        return rooms.stream().mapToInt(each -> Math.max(0, each.free)).sum();
    }

    /** What a worker has room for. */
    static final class Room {
        private final WorkerId worker;
        private final Set<JobType> types;
        private int free;

        /** @param free how many more jobs this gateway may assign to it */
        Room(WorkerId worker, Set<JobType> types, int free) {
            this.worker = worker;
            this.types = types;
            this.free = free;
        }
    }
}
