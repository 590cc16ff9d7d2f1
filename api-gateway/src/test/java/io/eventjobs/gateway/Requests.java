package io.eventjobs.gateway;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.eventjobs.gateway.error.ApiException;
import io.eventjobs.gateway.error.ErrorCode;
import io.eventjobs.gateway.job.Jobs;
import io.eventjobs.gateway.key.Role;
import io.eventjobs.gateway.mongo.BatchSearch;
import io.eventjobs.gateway.mongo.JobSearch;
import io.eventjobs.gateway.mongo.KeyRecords;
import io.eventjobs.gateway.query.JobQueries;
import io.eventjobs.gateway.query.SeenTenants;
import io.eventjobs.gateway.security.Caller;
import io.eventjobs.model.job.TenantId;
import java.nio.charset.StandardCharsets;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.mock.web.MockHttpServletRequest;

/** The vocabulary of tests about controllers, which are called as Spring would call them. */
public final class Requests {
    public static final Caller CALLER = new Caller(Jobs.TENANT);
    public static final Caller STRANGER = new Caller(new TenantId("stranger"), Role.SUBMITTER, "key-of-a-stranger");

    private Requests() {}

    /** A GET with these query parameters: name, value, name, value … */
    public static MockHttpServletRequest get(String... parameters) {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/");
        for (int i = 0; i < parameters.length; i += 2) {
            request.addParameter(parameters[i], parameters[i + 1]);
        }
        return request;
    }

    /** A POST with this body. */
    public static MockHttpServletRequest post(String body) {
        return post(body.getBytes(StandardCharsets.UTF_8));
    }

    public static MockHttpServletRequest post(byte[] body) {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", "/");
        request.setContent(body);
        return request;
    }

    /** The queries over the records of a gateway. */
    public static JobQueries queries(GatewayHarness gateway) {
        DefaultListableBeanFactory parts = new DefaultListableBeanFactory();
        parts.registerSingleton("jobRecords", gateway.jobRecords());
        parts.registerSingleton("batchRecords", gateway.batchRecords());
        parts.registerSingleton("jobSearch", gateway.bean(JobSearch.class));
        parts.registerSingleton("batchSearch", gateway.bean(BatchSearch.class));
        parts.registerSingleton("keyRecords", gateway.bean(KeyRecords.class));
        parts.registerSingleton(
                "seenTenants",
                parts.autowire(SeenTenants.class, AutowireCapableBeanFactory.AUTOWIRE_CONSTRUCTOR, false));
        return (JobQueries) parts.autowire(JobQueries.class, AutowireCapableBeanFactory.AUTOWIRE_CONSTRUCTOR, false);
    }

    /** The request is refused with this code, and the client reads this message. */
    public static void assertRefused(ThrowingCallable request, ErrorCode code, String message) {
        assertThatExceptionOfType(ApiException.class)
                .isThrownBy(request)
                .withMessage(message)
                .extracting(ApiException::code)
                .isEqualTo(code);
    }

    /** The request is refused with this code and what the catalogue says about it. */
    public static void assertRefused(ThrowingCallable request, ErrorCode code) {
        assertRefused(request, code, code.meaning());
    }
}
