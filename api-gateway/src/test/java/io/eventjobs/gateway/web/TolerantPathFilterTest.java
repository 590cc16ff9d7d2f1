package io.eventjobs.gateway.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class TolerantPathFilterTest {
    @ParameterizedTest
    @CsvSource({
        "/api/event-job/jobs/, /api/event-job/jobs",
        "//api///event-job//jobs, /api/event-job/jobs",
        "/api/event-job/files//job-1/a.md, /api/event-job/files/job-1/a.md",
        "/api/event-job/jobs//, /api/event-job/jobs",
        "//, /"
    })
    void slashesTooManyMeanNothing(String sent, String read) throws Exception {
        assertThat(passedOn(request(sent)).getRequestURI()).isEqualTo(read);
        assertThat(passedOn(request(sent)).getServletPath()).isEqualTo(read);
    }

    @Test
    void anAddressThatIsAsItShouldBeIsPassedOnUntouched() throws Exception {
        MockHttpServletRequest plain = request("/api/event-job/jobs");
        MockHttpServletRequest root = request("/");

        assertThat(passedOn(plain)).isSameAs(plain);
        assertThat(passedOn(root)).isSameAs(root);
    }

    @Test
    void theWholeAddressSaysTheSamePath() throws Exception {
        assertThat(passedOn(request("//api//jobs/")).getRequestURL()).hasToString("http://localhost/api/jobs");
    }

    @Test
    void theQueryStaysAsItIs() throws Exception {
        MockHttpServletRequest request = request("/api//jobs/");
        request.setQueryString("q=a//b/");
        request.addParameter("q", "a//b/");

        assertThat(passedOn(request).getQueryString()).isEqualTo("q=a//b/");
        assertThat(passedOn(request).getParameter("q")).isEqualTo("a//b/");
    }

    @Test
    void anEscapedSlashIsNone() throws Exception {
        assertThat(passedOn(request("/api/%2F/jobs%2F/")).getRequestURI()).isEqualTo("/api/%2F/jobs%2F");
    }

    private static MockHttpServletRequest request(String path) {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", path);
        request.setServletPath(path);
        return request;
    }

    private static HttpServletRequest passedOn(MockHttpServletRequest request) throws ServletException, IOException {
        MockFilterChain chain = new MockFilterChain();
        new TolerantPathFilter().doFilterInternal(request, new MockHttpServletResponse(), chain);
        return (HttpServletRequest) Objects.requireNonNull(chain.getRequest());
    }
}
