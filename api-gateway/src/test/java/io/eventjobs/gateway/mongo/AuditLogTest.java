package io.eventjobs.gateway.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventjobs.gateway.ManualTime;
import io.eventjobs.gateway.job.Jobs;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AuditLogTest {
    private final ManualTime time = new ManualTime();
    private Records records;
    private AuditLog audit;

    @BeforeEach
    void open() throws InterruptedException {
        records = Records.empty();
        audit = records.audit(time);
    }

    @AfterEach
    void close() {
        records.close();
    }

    @Test
    void forgetsWhatIsOldAndNothingElse() {
        audit.add("default", "old", "/", "192.0.2.7");
        time.pass(Duration.ofDays(1));
        audit.add("default", "new", "/", "192.0.2.7");

        audit.purgeBefore(Jobs.NOW);
        assertThat(audit.newest(null, 10)).hasSize(2);

        audit.purgeBefore(Jobs.NOW.plus(Duration.ofDays(1)));
        assertThat(audit.newest(null, 10)).extracting(AuditLog.Entry::action).containsExactly("new");
    }

    @Test
    void listsNothingThatAGatewayWhoseClockIsAheadWroteDown() {
        ManualTime ahead = new ManualTime();
        ahead.pass(Duration.ofSeconds(2));
        records.audit(ahead).add("default", "ahead", "/", "192.0.2.7");

        assertThat(audit.newest(null, 10)).isEmpty();
        time.pass(Duration.ofSeconds(2));
        assertThat(audit.newest(null, 10)).hasSize(1);
    }

    @Test
    void goesOnBeyondAPosition() {
        audit.add("default", "first", "/", "192.0.2.7");
        time.pass(Duration.ofSeconds(1));
        audit.add("default", "second", "/", "192.0.2.7");
        AuditLog.Entry newest = audit.newest(null, 1).getFirst();

        assertThat(audit.newest(new Position(newest.at(), newest.auditId()), 10))
                .extracting(AuditLog.Entry::action)
                .containsExactly("first");
    }
}
