package io.eventjobs.standalone.embedded;

/** Spring Boot's health check and newer drivers say {@code hello}; the server knows it by its old name. */
final class Greeting {
    private Greeting() {}

    static String knownAs(String command) {
        return command.equals("hello") ? "isMaster" : command;
    }
}
