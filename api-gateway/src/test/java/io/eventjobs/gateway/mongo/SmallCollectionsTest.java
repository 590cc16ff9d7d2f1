package io.eventjobs.gateway.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventjobs.gateway.ManualTime;
import io.eventjobs.gateway.job.Jobs;
import io.eventjobs.model.job.JobId;
import io.eventjobs.model.job.LogLine;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The log lines of jobs, the queue's switch, and the audit. */
class SmallCollectionsTest {
    private static final JobId JOB = new JobId("job-1");

    private final ManualTime time = new ManualTime();
    private Records records;
    private JobLogs logs;
    private AuditLog audit;
    private QueueSetting setting;

    @BeforeEach
    void open() throws InterruptedException {
        records = Records.empty();
        logs = new JobLogs(records.mongo());
        setting = new QueueSetting(records.mongo());
        audit = records.audit(time);
    }

    @AfterEach
    void close() {
        records.close();
    }

    @Test
    void theLinesOfAJobAreReadAsTheyWereWrittenTheOldestFirst() {
        List<LogLine> lines = List.of(
                new LogLine(Jobs.NOW, LogLine.Level.INFO, "first"),
                new LogLine(Jobs.NOW.plusMillis(1), LogLine.Level.WARNING, "second"),
                new LogLine(Jobs.NOW, LogLine.Level.ERROR, "third"));
        logs.append(JOB, lines.subList(0, 1));
        logs.append(JOB, lines.subList(1, 3));
        logs.append(new JobId("job-2"), List.of(line(0)));

        assertThat(logs.of(JOB)).isEqualTo(lines);
    }

    @Test
    void ofManyLinesTheLastTwoHundredAreKept() {
        logs.append(
                JOB,
                IntStream.range(0, 150).mapToObj(SmallCollectionsTest::line).toList());
        logs.append(
                JOB,
                IntStream.range(150, 250).mapToObj(SmallCollectionsTest::line).toList());

        assertThat(logs.of(JOB)).hasSize(200).first().isEqualTo(line(50));
        assertThat(logs.of(JOB)).last().isEqualTo(line(249));
    }

    @Test
    void whoeverHasNoLineMakesNoDocument() {
        logs.append(JOB, List.of());

        assertThat(records.mongo().getCollection("job_logs").countDocuments()).isZero();
        assertThat(logs.of(JOB)).isEmpty();
    }

    @Test
    void aJobIsForgottenWithItsLines() {
        logs.append(JOB, List.of(line(0)));

        logs.remove(JOB);

        assertThat(logs.of(JOB)).isEmpty();
        assertThat(records.mongo().getCollection("job_logs").countDocuments()).isZero();
    }

    @Test
    void theQueueIsOpenAsLongAsNobodySwitchedIt() {
        assertThat(setting.read()).isEqualTo(new QueueSetting.State(false, null));

        setting.set(true, Jobs.NOW);
        setting.set(false, Jobs.NOW.plusSeconds(5));

        assertThat(setting.read()).isEqualTo(new QueueSetting.State(false, Jobs.NOW.plusSeconds(5)));
        assertThat(records.mongo().getCollection("settings").countDocuments()).isOne();
    }

    @Test
    void aSettingWithoutAValueMeansThatTheQueueIsOpen() {
        records.mongo().getCollection("settings").insertOne(new Document("_id", "queue"));

        assertThat(setting.read()).isEqualTo(new QueueSetting.State(false, null));
    }

    @Test
    void theAuditForgetsWhatIsOldAndNothingElse() {
        audit.add("default", "old", "/", "192.0.2.7");
        time.pass(Duration.ofDays(1));
        audit.add("default", "new", "/", "192.0.2.7");

        audit.purgeBefore(Jobs.NOW);
        assertThat(audit.newest(null, 10)).hasSize(2);

        audit.purgeBefore(Jobs.NOW.plus(Duration.ofDays(1)));
        assertThat(audit.newest(null, 10)).extracting(AuditLog.Entry::action).containsExactly("new");
    }

    @Test
    void theAuditListsNothingThatAGatewayWhoseClockIsAheadWroteDown() {
        ManualTime ahead = new ManualTime();
        ahead.pass(Duration.ofSeconds(2));
        records.audit(ahead).add("default", "ahead", "/", "192.0.2.7");

        assertThat(audit.newest(null, 10)).isEmpty();
        time.pass(Duration.ofSeconds(2));
        assertThat(audit.newest(null, 10)).hasSize(1);
    }

    @Test
    void theAuditGoesOnBeyondAPosition() {
        audit.add("default", "first", "/", "192.0.2.7");
        time.pass(Duration.ofSeconds(1));
        audit.add("default", "second", "/", "192.0.2.7");
        AuditLog.Entry newest = audit.newest(null, 1).getFirst();

        assertThat(audit.newest(new Position(newest.at(), newest.auditId()), 10))
                .extracting(AuditLog.Entry::action)
                .containsExactly("first");
    }

    private static LogLine line(int number) {
        return new LogLine(Jobs.NOW, LogLine.Level.INFO, "line " + number);
    }
}
