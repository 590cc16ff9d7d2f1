package io.eventjobs.gateway.web;

/**
 * The envelope of every successful JSON response.
 *
 * @param status always {@code success}
 */
public record Success<T>(String status, T data) {
    public static <T> Success<T> of(T data) {
        return new Success<>("success", data);
    }
}
