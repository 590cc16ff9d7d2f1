package io.eventjobs.gateway.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.eventjobs.gateway.GatewayHarness;
import io.eventjobs.gateway.Requests;
import io.eventjobs.gateway.mongo.AuditLog;
import io.eventjobs.gateway.security.Caller;
import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.method.HandlerMethod;

class AuditInterceptorTest {
    private final GatewayHarness gateway = GatewayHarness.start();
    private final AuditLog log = gateway.bean(AuditLog.class);
    private final AuditInterceptor interceptor = new AuditInterceptor(log);

    @AfterEach
    void close() {
        gateway.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE"})
    void writesDownWhatChangedSomething(String method) {
        answered(request(method), 200, handler("cancel"));

        assertThat(entries()).singleElement().satisfies(entry -> {
            assertThat(entry.tenant()).isEqualTo("default");
            assertThat(entry.keyId()).isEqualTo("configured");
            assertThat(entry.action()).isEqualTo("cancelJob");
            assertThat(entry.path()).isEqualTo("/api/jobs/job-1/cancel");
            assertThat(entry.address()).isEqualTo("192.0.2.7");
        });
    }

    @Test
    void writesDownNothingThatOnlyReads() {
        answered(request("GET"), 200, handler("cancel"));

        assertThat(entries()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {300, 304, 400, 404, 409, 500, 503})
    void writesDownNothingThatWasRefusedOrFailed(int status) {
        answered(request("POST"), status, handler("cancel"));

        assertThat(entries()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 201, 202, 204})
    void writesDownWhateverSucceeded(int status) {
        answered(request("POST"), status, handler("cancel"));

        assertThat(entries()).hasSize(1);
    }

    @Test
    void writesDownNothingThatSaysItselfWhenAndForWhomItWasMade() {
        answered(request("POST"), 201, handler("create"));

        assertThat(entries()).isEmpty();
    }

    @Test
    void writesDownNothingOfRequestsThatShowedNoKey() {
        MockHttpServletRequest request = request("POST");
        request.removeAttribute(Caller.class.getName());

        answered(request, 200, handler("cancel"));

        assertThat(entries()).isEmpty();
    }

    @Test
    void writesDownNothingThatIsNoOperationOfTheApi() {
        answered(request("POST"), 200, handler("undocumented"));
        answered(request("POST"), 200, "a file of the documentation");

        assertThat(entries()).isEmpty();
    }

    @Test
    void aRequestThatIsAnsweredDoesNotFailBecauseItCouldNotBeWrittenDown() {
        gateway.mongoIsAway(true);

        assertThatCode(() -> answered(request("POST"), 200, handler("cancel"))).doesNotThrowAnyException();

        gateway.mongoIsAway(false);
        assertThat(entries()).isEmpty();
    }

    private void answered(MockHttpServletRequest request, int status, Object handler) {
        MockHttpServletResponse response = new MockHttpServletResponse();
        response.setStatus(status);
        interceptor.afterCompletion(request, response, handler, null);
    }

    private List<AuditLog.Entry> entries() {
        return log.newest(null, 10);
    }

    private static MockHttpServletRequest request(String method) {
        MockHttpServletRequest request = new MockHttpServletRequest(method, "/api/jobs/job-1/cancel");
        request.setAttribute(Caller.class.getName(), Requests.CALLER);
        request.setRemoteAddr("192.0.2.7");
        return request;
    }

    private static HandlerMethod handler(String name) {
        try {
            return new HandlerMethod(new Api(), name);
        } catch (NoSuchMethodException e) {
            throw new AssertionError(e);
        }
    }

    static final class Api {
        @Operation(operationId = "cancelJob")
        public void cancel() {
            // does nothing
        }

        @Operation(operationId = "createJob")
        public void create() {
            // does nothing
        }

        public void undocumented() {
            // does nothing
        }
    }
}
