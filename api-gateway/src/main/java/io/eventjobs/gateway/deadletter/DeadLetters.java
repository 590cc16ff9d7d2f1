package io.eventjobs.gateway.deadletter;

import io.eventjobs.gateway.job.DeadLetter;
import io.eventjobs.gateway.job.DeadLetterFilter;
import io.eventjobs.gateway.job.JobActions;
import io.eventjobs.gateway.jobaction.JobActionService;
import io.eventjobs.gateway.kafka.GatewaySender;
import io.eventjobs.gateway.log.LogKeys;
import io.eventjobs.gateway.mongo.DeadLetterRecords;
import io.eventjobs.gateway.mongo.JobRecords;
import io.eventjobs.gateway.mongo.Position;
import io.eventjobs.gateway.mongo.Quarantine;
import io.eventjobs.gateway.mongo.QuarantinedMessage;
import io.eventjobs.gateway.web.Cursor;
import io.eventjobs.model.job.JobId;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/** Finds, replays and discards dead letters. Thread-safe. */
@Service
public class DeadLetters {
    private static final Logger LOG = LoggerFactory.getLogger(DeadLetters.class);
    private static final Comparator<DeadLetterEntry> OLDEST_FIRST =
            Comparator.comparing(DeadLetterEntry::at).thenComparing(DeadLetterEntry::id);

    private final DeadLetterRecords records;
    private final JobRecords jobs;
    private final Quarantine quarantine;
    private final JobActionService jobActions;
    private final GatewaySender sender;
    private final Clock clock;

    DeadLetters(
            DeadLetterRecords records,
            JobRecords jobs,
            Quarantine quarantine,
            JobActionService jobActions,
            GatewaySender sender,
            Clock clock) {
        this.records = records;
        this.jobs = jobs;
        this.quarantine = quarantine;
        this.jobActions = jobActions;
        this.sender = sender;
        this.clock = clock;
    }

    /** The dead letter with this id, in any state. */
    public Optional<DeadLetterEntry> find(String id) {
        Optional<DeadLetterEntry> ofJob = Optional.of(id)
                .filter(JobId::isWellFormed)
                .flatMap(text -> jobs.find(new JobId(text)))
                .flatMap(job -> Optional.ofNullable(DeadLetterEntry.OfJob.of(job)));
        return ofJob.isPresent() ? ofJob : quarantine.find(id).map(DeadLetterEntry.OfMessage::new);
    }

    /** Matching dead letters in one of the states, newest first, at most {@code limit}. */
    public List<DeadLetterEntry> newest(
            DeadLetterFilter filter, List<DeadLetter.State> states, @Nullable Cursor before, int limit) {
        return merged(filter, states, before, limit, true);
    }

    /** As {@link #newest}, oldest first: an order in which new entries do not move the earlier ones. */
    public List<DeadLetterEntry> oldest(
            DeadLetterFilter filter, List<DeadLetter.State> states, @Nullable Cursor after, int limit) {
        return merged(filter, states, after, limit, false);
    }

    /** Restarts a job or resends a message; false if the dead letter is no longer open. */
    public boolean replay(DeadLetterEntry letter, String replayId, @Nullable Boolean useCache) {
        Instant now = now();
        return switch (letter) {
            case DeadLetterEntry.OfJob job ->
                jobActions
                        .apply(
                                job.job().id(),
                                current -> JobActions.replayed(current, useCache, replayId, now),
                                "Replayed")
                        .isPresent();
            case DeadLetterEntry.OfMessage message -> replay(message.message(), replayId);
        };
    }

    /** Discards it; false if it is no longer open. */
    public boolean discard(DeadLetterEntry letter) {
        Instant now = now();
        return switch (letter) {
            case DeadLetterEntry.OfJob job ->
                jobActions
                        .apply(job.job().id(), current -> JobActions.discarded(current, now), "Discarded")
                        .isPresent();
            case DeadLetterEntry.OfMessage message -> quarantine.settle(message.id(), DeadLetter.State.DISCARDED, null);
        };
    }

    /**
     * An unreadable command is not resent, since its job's record yields the command and has its own dead letter; a report is resent
     * unchanged.
     */
    private boolean replay(QuarantinedMessage message, String replayId) {
        if (!message.topic().equals(DeadLetterFilter.REPORTS)) {
            return false;
        }
        try {
            sender.again(message.key(), message.bytes()).join();
        } catch (CompletionException e) {
            LOG.atWarn()
                    .addKeyValue(LogKeys.MESSAGE, message.id())
                    .setCause(e)
                    .log("Quarantined message not sent again");
            return false;
        }
        return quarantine.settle(message.id(), DeadLetter.State.REPLAYED, replayId);
    }

    private List<DeadLetterEntry> merged(
            DeadLetterFilter filter,
            List<DeadLetter.State> states,
            @Nullable Cursor cursor,
            int limit,
            boolean newestFirst) {
        Position beyond = cursor == null ? null : new Position(Instant.ofEpochMilli(cursor.number()), cursor.id());
        DeadLetterRecords.Page page = new DeadLetterRecords.Page(states, beyond, newestFirst, limit);
        Stream<DeadLetterEntry> ofJobs = records.jobs(filter, page).stream().map(DeadLetterEntry.OfJob::known);
        Stream<DeadLetterEntry> ofMessages =
                records.messages(filter, page).stream().map(DeadLetterEntry.OfMessage::new);
        return Stream.concat(ofJobs, ofMessages)
                .sorted(newestFirst ? OLDEST_FIRST.reversed() : OLDEST_FIRST)
                .limit(limit)
                .toList();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
