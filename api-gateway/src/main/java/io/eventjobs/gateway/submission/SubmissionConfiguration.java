package io.eventjobs.gateway.submission;

import io.eventjobs.gateway.record.BatchRecords;
import io.eventjobs.gateway.record.JobRecords;
import io.eventjobs.gateway.runner.Signal;
import io.eventjobs.gateway.runner.StepRunner;
import io.eventjobs.gateway.runner.Ticker;
import io.eventjobs.model.job.JobType;
import java.time.Clock;
import java.util.EnumSet;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class SubmissionConfiguration {
    @Bean
    JobReader jobReader(SubmissionProperties properties, @Value("${event-jobs.enable-noop:false}") boolean noop) {
        Set<JobType> known = EnumSet.of(JobType.SESSION);
        if (noop) {
            known.add(JobType.NOOP);
        }
        return new JobReader(properties, known);
    }

    @Bean
    BatchReader batchReader(JobReader jobs, SubmissionProperties properties) {
        return new BatchReader(jobs, properties);
    }

    @Bean
    Backlog backlog(JobRecords jobs, SubmissionProperties properties, Ticker ticker) {
        return new Backlog(jobs, properties.backlog(), ticker);
    }

    @Bean
    StepRunner abandonedBatchesRunner(
            BatchRecords batches, JobRecords jobs, SubmissionProperties properties, Clock clock) {
        return new StepRunner(
                "abandoned-batches",
                200,
                new Signal(),
                new AbandonedBatches(batches, jobs, properties.abandoned(), clock));
    }
}
