package io.eventjobs.standalone.embedded;

/** Maps the command {@code hello} of newer drivers and Spring Boot's health check to its old name, which the server supports. */
final class HelloAlias {
    private HelloAlias() {}

    static String canonical(String command) {
        return command.equals("hello") ? "isMaster" : command;
    }
}
