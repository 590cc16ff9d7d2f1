package io.eventjobs.http;

/** The response to a single request. */
sealed interface Response {
    record Resource(FetchedResource fetched) implements Response {}

    record Redirect(String location) implements Response {}

    /** 304: the stored response is still valid. */
    record Unchanged() implements Response {}
}
