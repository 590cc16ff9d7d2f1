package io.eventjobs.gateway.background;

/** The order in which background work starts; it stops in reverse order. Everything starts before HTTP is served. */
public final class Phases {
    /** Publishing and counting, which other work depends on: started first and stopped last. */
    public static final int SETTLING = 100;

    /** All other work. */
    public static final int BACKGROUND = 200;

    /** Consuming reports. */
    public static final int KAFKA = 300;

    private Phases() {}
}
