package io.eventjobs.gateway.quota;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventjobs.gateway.ManualTime;
import io.eventjobs.gateway.error.ErrorAnswers;
import io.eventjobs.gateway.security.Caller;
import io.eventjobs.model.job.TenantId;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class RequestRateFilterTest {
    private final RequestRateFilter filter =
            new RequestRateFilter(new RequestRates(1, 1, new ManualTime()), ErrorAnswers.writer());

    @Test
    void refusesWhatIsTooMuchAndSaysWhenToRetry() throws Exception {
        assertThat(answer(true).getStatus()).isEqualTo(200);

        MockHttpServletResponse refused = answer(true);

        assertThat(refused.getStatus()).isEqualTo(429);
        assertThat(refused.getHeader("Retry-After")).isEqualTo("1");
        assertThat(refused.getContentAsString()).contains("RATE_LIMITED");
    }

    @Test
    void whatNeedsNoKeyIsNotCounted() throws Exception {
        for (int i = 0; i < 10; i++) {
            assertThat(answer(false).getStatus()).isEqualTo(200);
        }
    }

    private MockHttpServletResponse answer(boolean hasKey) throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/api/event-job/jobs");
        if (hasKey) {
            request.setAttribute(Caller.class.getName(), new Caller(new TenantId("acme")));
        }
        MockHttpServletResponse response = new MockHttpServletResponse();
        filter.doFilter(request, response, new MockFilterChain());
        return response;
    }
}
