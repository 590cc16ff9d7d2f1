package io.eventjobs.schedule;

/** What is left out of a schedule, as the start of a sentence that names the events. */
enum Omission {
    UNTITLED("1 event has no title and is left out", "%d events have no title and are left out"),
    CANCELLED("1 event is cancelled and left out", "%d events are cancelled and left out"),
    UNCONFIRMED("1 session is not confirmed and left out", "%d sessions are not confirmed and left out"),
    BREAK("1 break is left out", "%d breaks are left out"),
    EXCLUDED_TIMES(
            "1 event recurs, but not at its first time, so its time is not read",
            "%d events recur, but not at their first time, so their times are not read"),
    RECURRENCES(
            "1 event recurs, and only its first time is read", "%d events recur, and only their first time is read");

    private final String one;
    private final String many;

    Omission(String one, String many) {
        this.one = one;
        this.many = many;
    }

    String words(int count) {
        return count == 1 ? one : many.formatted(count);
    }
}
