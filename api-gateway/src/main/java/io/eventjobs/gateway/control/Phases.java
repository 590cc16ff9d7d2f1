package io.eventjobs.gateway.control;

/** The order in which background work starts; it stops the other way round. All before HTTP. */
final class Phases {
    static final int SETTLING = 100;
    static final int BACKGROUND = 200;
    static final int KAFKA = 300;

    private Phases() {}
}
