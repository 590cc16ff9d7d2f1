package io.eventjobs.system;

import static io.eventjobs.system.ErrorEnvelope.assertEnvelope;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Query strings that no client library sends. */
@ExtendWith(SystemUnderTest.class)
class QueryErrorsIT {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/event-job/jobs?=x",
                "/api/event-job/jobs?a=%zz",
                "/api/event-job/batches?=",
                "/api/ops/audit?=x",
                "/actuator/health?=x",
                "/api/event-job/jobs?created_after=%2B999999999-01-01T00:00:00Z",
                "/api/event-job/jobs?created_before=-0001-01-01T00:00:00Z",
            })
    void malformedQueriesAreTheClientsFault(String path, Gateway gateway) {
        RawExchange exchange = RawExchange.send(gateway.url(), "GET " + path + " HTTP/1.1");

        assertThat(exchange.status()).as(exchange.body()).isEqualTo(400);
        assertEnvelope(exchange.body());
        assertThat(exchange.body()).contains("INVALID_PARAMETER");
    }
}
