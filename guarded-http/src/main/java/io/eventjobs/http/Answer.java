package io.eventjobs.http;

/** What a request led to. */
sealed interface Answer {
    record Resource(FetchedResource fetched) implements Answer {}

    record Redirect(String location) implements Answer {}

    /** What was known before still holds. */
    record Unchanged() implements Answer {}
}
