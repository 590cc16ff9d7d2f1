package io.eventjobs.http;

/** What a request led to. */
sealed interface Response {
    record Resource(FetchedResource fetched) implements Response {}

    record Redirect(String location) implements Response {}

    /** What was known before still holds. */
    record Unchanged() implements Response {}
}
