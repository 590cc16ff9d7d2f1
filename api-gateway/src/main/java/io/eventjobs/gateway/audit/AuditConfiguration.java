package io.eventjobs.gateway.audit;

import io.eventjobs.gateway.background.Phases;
import io.eventjobs.gateway.background.Signal;
import io.eventjobs.gateway.background.TaskRunner;
import io.eventjobs.gateway.mongo.AuditLog;
import io.eventjobs.gateway.role.ConditionalOnRole;
import io.eventjobs.gateway.role.GatewayRole;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class AuditConfiguration {
    @Bean
    @ConditionalOnRole(GatewayRole.CONTROL)
    TaskRunner auditRunner(AuditLog log, Clock clock) {
        return new TaskRunner("audit", Phases.BACKGROUND, new Signal(), new AuditRetention(log, clock));
    }
}
