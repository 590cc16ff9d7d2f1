package io.eventjobs.gateway.replay;

import io.eventjobs.gateway.agenda.Agenda;
import io.eventjobs.gateway.deadletter.DeadLetters;
import io.eventjobs.gateway.runner.Signal;
import io.eventjobs.gateway.runner.StepRunner;
import io.eventjobs.gateway.runner.Ticker;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ReplayConfiguration {
    private static final int PHASE = 200;

    @Bean
    StepRunner replayRunner(ReplayRecords records, DeadLetters letters, Agenda agenda, Clock clock, Ticker ticker) {
        return new StepRunner("replays", PHASE, new Signal(), new Replays(records, letters, agenda, clock, ticker));
    }
}
