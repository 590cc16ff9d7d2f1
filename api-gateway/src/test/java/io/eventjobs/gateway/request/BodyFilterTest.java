package io.eventjobs.gateway.request;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventjobs.gateway.ManualTime;
import io.eventjobs.gateway.error.ApiException;
import io.eventjobs.gateway.error.ErrorAnswers;
import io.eventjobs.gateway.error.ErrorCode;
import io.eventjobs.gateway.security.Caller;
import io.eventjobs.gateway.web.RequestBodies;
import io.eventjobs.model.job.TenantId;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.DelegatingServletInputStream;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** All bodies that are in memory share it; a body gives its part back when its request is answered. */
class BodyFilterTest {
    private static final int MEMORY = 1 << 20;
    private static final FilterChain NOTHING = (request, response) -> {};

    private final ManualTime time = new ManualTime();
    private final BodyMemory memory = new BodyMemory(MEMORY);
    private final BodyFilter filter = new BodyFilter(memory, time, ErrorAnswers.writer());
    private final RequestBodies bodies = new RequestBodies();

    @Test
    void readsABodyWhileThereIsRoomForIt() throws Exception {
        assertThat(answer(json("one", 300_000), andThen("two", 300_000)).getStatus())
                .isEqualTo(200);
    }

    @Test
    void refusesABodyForWhichThereIsNoRoomAndSaysWhenToRetry() throws Exception {
        MockHttpServletResponse refused = new MockHttpServletResponse();

        answer(json("one", 600_000), reading(() -> filter.doFilter(json("two", 600_000), refused, reading(NOTHING))));

        assertThat(refused.getStatus()).isEqualTo(429);
        assertThat(refused.getHeader("Retry-After")).isEqualTo("5");
        assertThat(refused.getContentAsString()).contains("BODIES_FULL");
    }

    @Test
    void hasRoomAgainWhenTheOtherRequestIsAnswered() throws Exception {
        assertThat(answer(json("one", 600_000), reading(NOTHING)).getStatus()).isEqualTo(200);
        assertThat(answer(json("two", 600_000), reading(NOTHING)).getStatus()).isEqualTo(200);
        assertThat(memory.taken()).isZero();
    }

    @Test
    void hasRoomAgainWhenABodyWasRefused() throws Exception {
        answer(json("one", 9 << 20), reading(NOTHING));

        assertThat(memory.taken()).isZero();
    }

    @Test
    void leavesAQuarterToOtherTenants() throws Exception {
        assertThat(answer(json("one", 500_000), andThen("one", 400_000)).getStatus())
                .isEqualTo(429);
        assertThat(answer(json("one", 500_000), andThen("two", 400_000)).getStatus())
                .isEqualTo(200);
    }

    @Test
    void countsWhatIsUnpackedRatherThanWhatIsSent() throws Exception {
        MockHttpServletRequest packed = json("two", 0);
        packed.addHeader("Content-Encoding", "gzip");
        packed.setContent(gzip(new byte[MEMORY]));

        assertThat(answer(json("one", 100_000), reading(() -> read(packed))).getStatus())
                .isEqualTo(429);
    }

    @Test
    void countsWhatManySmallValuesTake() throws Exception {
        MockHttpServletRequest many = json("two", 0);
        many.setContent("[],".repeat(50_000).getBytes(StandardCharsets.UTF_8));

        assertThat(answer(json("one", 100_000), reading(() -> read(many))).getStatus())
                .isEqualTo(429);
    }

    @Test
    void readsABodyThatIsAloneWhateverItTakes() throws Exception {
        assertThat(answer(json("one", 4 << 20), reading(NOTHING)).getStatus()).isEqualTo(200);
    }

    @Test
    void refusesABodyThatDrips() throws Exception {
        MockHttpServletRequest dripping = dripping("application/json", Duration.ofSeconds(1));

        MockHttpServletResponse answer = answer(dripping, reading(NOTHING));

        assertThat(answer.getStatus()).isEqualTo(408);
        assertThat(answer.getContentAsString()).contains("The body arrives too slowly");
    }

    @Test
    void readsTheFieldsOfAFormAndOfTheQuery() throws Exception {
        MockHttpServletRequest form = form("a=1&b=%C3%BC+x&a=3&c&=d");
        form.setParameter("a", "0");

        FilterChain chain = (request, response) -> {
            assertThat(request.getParameterValues("a")).containsExactly("0", "1", "3");
            assertThat(request.getParameter("b")).isEqualTo("ü x");
            assertThat(request.getParameter("c")).isEmpty();
            assertThat(request.getParameter("none")).isNull();
            assertThat(request.getParameterMap()).containsOnlyKeys("a", "b", "c", "");
            assertThat(memory.taken()).isPositive();
        };

        assertThat(answer(form, chain).getStatus()).isEqualTo(200);
        assertThat(memory.taken()).isZero();
    }

    @Test
    void refusesFormsThatAreTooLargeForASignIn() throws Exception {
        MockHttpServletRequest form = form("key=" + "x".repeat(16 << 10));
        form.setRequestURI("/login");

        assertThat(answer(form, this::askForAField).getStatus()).isEqualTo(413);
    }

    @Test
    void refusesFormsOfTooManyOrMalformedFields() throws Exception {
        assertThat(answer(form("a=1&".repeat(1_000)), this::askForAField).getStatus())
                .isEqualTo(200);
        assertThat(answer(form("a=1&".repeat(1_001)), this::askForAField).getStatus())
                .isEqualTo(400);
        assertThat(answer(form("a=%zz"), this::askForAField).getStatus()).isEqualTo(400);
    }

    @Test
    void refusesFormsThatDrip() throws Exception {
        MockHttpServletRequest form = dripping("application/x-www-form-urlencoded", Duration.ofSeconds(1));

        assertThat(answer(form, this::askForAField).getStatus()).isEqualTo(408);
    }

    @Test
    void leavesToThoseWhoHaveShownNoKeyAQuarterOnly() throws Exception {
        MockHttpServletResponse refused = new MockHttpServletResponse();
        MockHttpServletRequest form = form("a=" + "x".repeat(300_000));

        answer(json("one", 1_000), reading(() -> filter.doFilter(form, refused, this::askForAField)));

        assertThat(refused.getStatus()).isEqualTo(429);
    }

    private void askForAField(ServletRequest request, ServletResponse response) {
        request.getParameter("a");
    }

    private FilterChain andThen(String tenant, int bytes) {
        return reading(() -> read(json(tenant, bytes)));
    }

    /** Reads another body under the filter, so that its refusal becomes the answer. */
    private void read(HttpServletRequest another) throws ServletException, IOException {
        MockHttpServletResponse answer = new MockHttpServletResponse();
        filter.doFilter(another, answer, reading(NOTHING));
        if (answer.getStatus() != 200) {
            throw new ApiException(ErrorCode.BODIES_FULL, answer.getContentAsString());
        }
    }

    private FilterChain reading(FilterChain then) {
        return (request, response) -> {
            bodies.read((HttpServletRequest) request);
            then.doFilter(request, response);
        };
    }

    private FilterChain reading(Act then) {
        return reading((FilterChain) (request, response) -> then.run());
    }

    private MockHttpServletResponse answer(MockHttpServletRequest request, FilterChain chain) throws Exception {
        MockHttpServletResponse response = new MockHttpServletResponse();
        filter.doFilter(request, response, chain);
        return response;
    }

    private static MockHttpServletRequest json(String tenant, int bytes) {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", "/api/event-job/jobs");
        request.setAttribute(Caller.class.getName(), new Caller(new TenantId(tenant)));
        request.setContentType("application/json");
        request.setContent(new byte[bytes]);
        return request;
    }

    private static MockHttpServletRequest form(String fields) {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", "/submit/preview");
        request.setContentType("application/x-www-form-urlencoded");
        request.setContent(fields.getBytes(StandardCharsets.UTF_8));
        return request;
    }

    private MockHttpServletRequest dripping(String type, Duration every) {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", "/submit/preview") {
            @Override
            public long getContentLengthLong() {
                return -1;
            }

            @Override
            public ServletInputStream getInputStream() {
                return new DelegatingServletInputStream(InputStream.nullInputStream()) {
                    @Override
                    public int read(byte[] buffer, int offset, int length) {
                        time.pass(every);
                        buffer[offset] = 'a';
                        return 1;
                    }
                };
            }
        };
        request.setContentType(type);
        return request;
    }

    private static byte[] gzip(byte[] content) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(content);
        }
        return packed.toByteArray();
    }

    /** What happens while a body is held. */
    @FunctionalInterface
    private interface Act {
        void run() throws ServletException, IOException;
    }
}
