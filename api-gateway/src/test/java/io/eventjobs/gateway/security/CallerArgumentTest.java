package io.eventjobs.gateway.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.eventjobs.gateway.error.ApiException;
import io.eventjobs.gateway.error.ErrorCode;
import io.eventjobs.gateway.job.Jobs;
import java.lang.reflect.Method;
import org.junit.jupiter.api.Test;
import org.springframework.core.MethodParameter;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.context.request.ServletWebRequest;

class CallerArgumentTest {
    private final CallerArgument argument = new CallerArgument();
    private final MockHttpServletRequest request = new MockHttpServletRequest();

    @Test
    void isWhoTheKeyStandsFor() throws Exception {
        request.setAttribute(ApiKeyFilter.CALLER, new Caller(Jobs.TENANT));

        assertThat(argument.resolveArgument(parameter(0), null, new ServletWebRequest(request), null))
                .isEqualTo(new Caller(Jobs.TENANT));
    }

    @Test
    void isNeverMissing() {
        assertThatExceptionOfType(ApiException.class)
                .isThrownBy(() -> argument.resolveArgument(parameter(0), null, new ServletWebRequest(request), null))
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.UNAUTHORIZED));
    }

    @Test
    void isGivenToNoOtherParameter() throws Exception {
        assertThat(argument.supportsParameter(parameter(0))).isTrue();
        assertThat(argument.supportsParameter(parameter(1))).isFalse();
    }

    private static MethodParameter parameter(int index) throws NoSuchMethodException {
        Method method = Sample.class.getDeclaredMethod("read", Caller.class, String.class);
        return new MethodParameter(method, index);
    }

    interface Sample {
        String read(Caller caller, String id);
    }
}
