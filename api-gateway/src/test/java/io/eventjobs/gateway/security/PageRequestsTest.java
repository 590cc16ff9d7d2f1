package io.eventjobs.gateway.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;

class PageRequestsTest {
    @ParameterizedTest
    @ValueSource(strings = {"/batches", "/jobs/job-1?x=%2F", "/library/event?name=a%20b"})
    void thePersonComesToThePageAskedForBeforeTheSignIn(String address) {
        assertThat(PageRequests.local(address)).isEqualTo(address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//host.test",
                "/\\host.test",
                "https://host.test/",
                "javascript:alert(1)",
                "",
                "/a\r\nb",
                "/login",
                "x"
            })
    void andNeverToAnotherSite(String address) {
        assertThat(PageRequests.local(address)).isEqualTo("/");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/event-job/jobs", "/actuator/prometheus"})
    void aCallOfTheApiIsNoPageWhateverItAccepts(String path) {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", path);
        request.addHeader("Accept", "text/html");

        assertThat(PageRequests.isPage(request)).isFalse();
    }
}
