package io.eventjobs.gateway.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventjobs.gateway.job.Jobs;
import io.eventjobs.model.job.JobId;
import io.eventjobs.model.job.LogLine;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JobLogsTest {
    private static final JobId JOB = new JobId("job-1");

    private Records records;
    private JobLogs logs;

    @BeforeEach
    void open() throws InterruptedException {
        records = Records.empty();
        logs = new JobLogs(records.mongo());
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
        logs.append(JOB, IntStream.range(0, 150).mapToObj(JobLogsTest::line).toList());
        logs.append(JOB, IntStream.range(150, 250).mapToObj(JobLogsTest::line).toList());

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

    private static LogLine line(int number) {
        return new LogLine(Jobs.NOW, LogLine.Level.INFO, "line " + number);
    }
}
