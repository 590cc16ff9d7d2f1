package io.eventjobs.gateway.error;

import io.eventjobs.gateway.web.ApiJson;

/** How the gateway answers what went wrong. */
public final class ErrorAnswers {
    private ErrorAnswers() {}

    public static ErrorWriter writer() {
        return new ErrorWriter(ApiJson.mapper());
    }

    /** The advice of all controllers. */
    public static Object advice() {
        return new ApiErrorAdvice(writer());
    }
}
