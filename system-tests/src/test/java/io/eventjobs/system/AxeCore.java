package io.eventjobs.system;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;

/** The rules of accessibility that pages are checked with, a script of the webjar. */
final class AxeCore {
    private AxeCore() {}

    static String script() throws IOException {
        Properties maven = new Properties();
        try (InputStream file = resource("/META-INF/maven/org.webjars.npm/axe-core/pom.properties")) {
            maven.load(file);
        }
        String path = "/META-INF/resources/webjars/axe-core/" + maven.getProperty("version") + "/axe.min.js";
        try (InputStream script = resource(path)) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static InputStream resource(String path) {
        return Objects.requireNonNull(AxeCore.class.getResourceAsStream(path), path);
    }
}
