package io.eventjobs.gateway.deadletter;

import io.eventjobs.gateway.job.DeadLetter;
import io.eventjobs.gateway.job.DeadLetterFilter;
import io.eventjobs.gateway.job.JobRecord;
import io.eventjobs.gateway.mongo.QuarantinedMessage;
import io.eventjobs.gateway.web.Cursor;
import io.eventjobs.model.job.FailureCode;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A dead letter: a failed job or an unreadable message. */
public sealed interface DeadLetterEntry {
    String id();

    /** When it failed. */
    Instant at();

    DeadLetter.State state();

    /** The replay that restarted it, null if none did. */
    @Nullable String replayId();

    /** The failure code, or {@value DeadLetterFilter#UNREADABLE}. */
    String code();

    /** The list position after this entry. */
    default Cursor cursor() {
        return new Cursor(at().toEpochMilli(), id());
    }

    /** A job that failed. */
    record OfJob(JobRecord job, DeadLetter letter) implements DeadLetterEntry {
        static @Nullable OfJob of(JobRecord job) {
            DeadLetter letter = job.outcome().deadLetter();
            return letter == null ? null : new OfJob(job, letter);
        }

        static OfJob known(JobRecord job) {
            return new OfJob(job, Objects.requireNonNull(job.outcome().deadLetter()));
        }

        @Override
        public String id() {
            return job.id().value();
        }

        @Override
        public Instant at() {
            return letter.at();
        }

        @Override
        public DeadLetter.State state() {
            return letter.state();
        }

        @Override
        public @Nullable String replayId() {
            return letter.replayId();
        }

        @Override
        public String code() {
            return letter.code().name();
        }

        FailureCode failureCode() {
            return letter.code();
        }
    }

    /** A message that could not be read. */
    record OfMessage(QuarantinedMessage message) implements DeadLetterEntry {
        @Override
        public String id() {
            return message.id();
        }

        @Override
        public Instant at() {
            return message.at();
        }

        @Override
        public DeadLetter.State state() {
            return message.state();
        }

        @Override
        public @Nullable String replayId() {
            return message.replayId();
        }

        @Override
        public String code() {
            return DeadLetterFilter.UNREADABLE;
        }
    }
}
