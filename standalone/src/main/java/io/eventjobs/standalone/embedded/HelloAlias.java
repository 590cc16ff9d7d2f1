package io.eventjobs.standalone.embedded;

/** Spring Boot's health check and newer drivers say {@code hello}; the server knows it by its old name. */
final class HelloAlias {
    private HelloAlias() {}

    static String canonical(String command) {
        return command.equals("hello") ? "isMaster" : command;
    }
}
