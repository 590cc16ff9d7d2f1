package io.eventjobs.gateway.submission;

import io.eventjobs.gateway.background.Phases;
import io.eventjobs.gateway.background.Signal;
import io.eventjobs.gateway.background.TaskRunner;
import io.eventjobs.gateway.background.Ticker;
import io.eventjobs.gateway.mongo.BatchRecords;
import io.eventjobs.gateway.mongo.JobRecords;
import io.eventjobs.gateway.mongo.QueueStatistics;
import io.eventjobs.gateway.quota.TenantQuotas;
import io.eventjobs.gateway.role.ConditionalOnRole;
import io.eventjobs.gateway.role.GatewayRole;
import io.eventjobs.gateway.template.TemplateCatalog;
import io.eventjobs.gateway.webhook.WebhookReader;
import io.eventjobs.model.job.JobType;
import java.time.Clock;
import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class SubmissionConfiguration {
    @Bean
    SessionReader sessionReader(SubmissionProperties properties, TemplateCatalog templates) {
        return new SessionReader(properties, templates);
    }

    @Bean
    SourceReader pageReader() {
        return new SourceReader(JobType.PAGE);
    }

    @Bean
    SourceReader documentReader() {
        return new SourceReader(JobType.DOCUMENT);
    }

    @Bean
    SourceReader transcriptReader() {
        return new SourceReader(JobType.TRANSCRIPT);
    }

    @Bean
    @ConditionalOnBooleanProperty("event-jobs.enable-noop")
    NoopReader noopReader() {
        return new NoopReader();
    }

    @Bean
    JobReader jobReader(SubmissionProperties properties, List<ParametersReader> readers, WebhookReader webhooks) {
        return new JobReader(properties.maxJobBytes(), readers, webhooks);
    }

    @Bean
    BatchReader batchReader(SubmissionProperties properties, WebhookReader webhooks) {
        return new BatchReader(properties, webhooks);
    }

    @Bean
    Backlog backlog(QueueStatistics queue, SubmissionProperties properties, TenantQuotas quotas, Ticker ticker) {
        return new Backlog(queue, properties.maxBacklog(), quotas, ticker);
    }

    @Bean
    @ConditionalOnRole(GatewayRole.CONTROL)
    TaskRunner abandonedBatchesRunner(
            BatchRecords batches, JobRecords jobs, SubmissionProperties properties, Clock clock) {
        return new TaskRunner(
                "abandoned-batches",
                Phases.BACKGROUND,
                new Signal(),
                new AbandonedBatches(batches, jobs, properties.abandonedAfter(), clock));
    }
}
