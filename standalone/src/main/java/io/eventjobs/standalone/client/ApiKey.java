package io.eventjobs.standalone.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The API key as given to a command: by an option, which all users of the machine can see; in the environment; or in a file that the
 * environment names.
 */
public final class ApiKey {
    /** The key where none is given. Everybody knows it, so it is for trying things out on one machine. */
    public static final String KNOWN = "event-jobs";

    /** Contains the key. */
    public static final String VARIABLE = "EVENT_JOBS_API_KEY";

    /** Contains the path of a file with the key. */
    public static final String FILE_VARIABLE = "EVENT_JOBS_API_KEY_FILE";

    private ApiKey() {}

    /**
     * The key; {@link #KNOWN} if none is given.
     *
     * @param option null if the option is not given
     */
    public static String of(@Nullable String option) {
        return of(option, System.getenv());
    }

    static String of(@Nullable String option, Map<String, String> environment) {
        if (option != null) {
            return option;
        }
        String key = environment.getOrDefault(VARIABLE, "");
        if (!key.isEmpty()) {
            return key;
        }
        String file = environment.getOrDefault(FILE_VARIABLE, "");
        return file.isEmpty() ? KNOWN : read(Path.of(file));
    }

    private static String read(Path file) {
        try {
            String key = Files.readString(file).strip();
            if (key.isEmpty()) {
                throw new IllegalArgumentException(FILE_VARIABLE + ": " + file + " is empty");
            }
            return key;
        } catch (IOException e) {
            throw new UncheckedIOException(FILE_VARIABLE + ": " + file + " cannot be read", e);
        }
    }
}
