package io.eventjobs.gateway.background;

/** The order in which background work starts; it stops in reverse order. All of it starts before HTTP is served. */
public final class Phases {
    /** What publishes and counts for others: there before they start, and until they have stopped. */
    public static final int SETTLING = 100;

    /** All other work. */
    public static final int BACKGROUND = 200;

    /** Listening to reports. */
    public static final int KAFKA = 300;

    private Phases() {}
}
