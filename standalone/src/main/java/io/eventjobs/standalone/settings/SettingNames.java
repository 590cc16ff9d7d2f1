package io.eventjobs.standalone.settings;

import io.eventjobs.gateway.error.NearestName;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DataObjectPropertyName;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;

/**
 * The settings of gateway, worker and command line by name: as keys such as {@code event-jobs.worker.slots}, and as environment variables,
 * of which Spring reads two forms ({@code EVENT_JOBS_WORKER_SLOTS} and {@code EVENTJOBS_WORKER_SLOTS}). Immutable.
 */
final class SettingNames {
    private static final String PREFIX = "event-jobs.";

    /** Settings that are no component of a class of properties. */
    private static final Set<String> SINGLE_KEYS = Set.of(
            "event-jobs.enable-noop",
            "event-jobs.start-timeout",
            "event-jobs.clock-offset",
            "event-jobs.log",
            "event-jobs.terminal",
            "event-jobs.kafka.topic-prefix",
            "event-jobs.worker.management-port",
            "event-jobs.worker.robots");

    /** Read by the files of the applications, the scripts that start them, the command line or the compose files. */
    private static final Set<String> SINGLE_VARIABLES = Set.of(
            "EVENT_JOBS_KAFKA",
            "EVENT_JOBS_MONGODB",
            "EVENT_JOBS_URL",
            "EVENT_JOBS_API_KEY_FILE",
            "EVENT_JOBS_HEAP",
            "EVENT_JOBS_LOG_FORMAT",
            "EVENT_JOBS_JAVA_OPTIONS",
            "EVENT_JOBS_TRAINING",
            "EVENT_JOBS_ADDRESS",
            "EVENT_JOBS_IMAGES",
            "EVENT_JOBS_TAG");

    private final Set<String> keys = new TreeSet<>(SINGLE_KEYS);
    /** Below these, names go on with an index or a name of the user's own. */
    private final Set<String> containers = new TreeSet<>();

    private final Set<String> variables = new TreeSet<>(SINGLE_VARIABLES);

    private SettingNames() {}

    /** The settings of all classes of properties on the class path. */
    static SettingNames ofClassPath() {
        ClassPathScanningCandidateComponentProvider scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(ConfigurationProperties.class));
        SettingNames names = new SettingNames();
        for (BeanDefinition found : scanner.findCandidateComponents("io.eventjobs")) {
            Class<?> type = ClassUtils.resolveClassName(String.valueOf(found.getBeanClassName()), null);
            names.addAll(type.getAnnotation(ConfigurationProperties.class).value(), type);
        }
        names.keys.forEach(key -> names.variables.addAll(variables(key)));
        return names;
    }

    boolean hasKey(String key) {
        return keys.contains(key) || containers.stream().anyMatch(container -> isBelow(container, key, "[.\\[].*"));
    }

    boolean hasVariable(String variable) {
        return variables.contains(variable)
                || containers.stream()
                        .flatMap(container -> variables(container).stream())
                        .anyMatch(container -> isBelow(container, variable, "_.*"));
    }

    /** The known key that this one may be a slip of. */
    Optional<String> nearestKey(String key) {
        return NearestName.of(key, keys);
    }

    /** The known variable that this one may be a slip of. */
    Optional<String> nearestVariable(String variable) {
        return NearestName.of(
                variable,
                variables.stream()
                        .filter(name -> name.startsWith("EVENT_JOBS_"))
                        .toList());
    }

    private void addAll(String prefix, Class<?> type) {
        for (RecordComponent component : type.getRecordComponents()) {
            String key = prefix + "." + DataObjectPropertyName.toDashedForm(component.getName());
            Class<?> value = component.getType();
            if (value.isRecord() && value.getName().startsWith("io.eventjobs.") && !isOneValue(value)) {
                addAll(key, value);
                continue;
            }
            keys.add(key);
            if (Collection.class.isAssignableFrom(value) || Map.class.isAssignableFrom(value)) {
                containers.add(key);
            }
        }
    }

    /** Spring makes such a record from one text. */
    private static boolean isOneValue(Class<?> type) {
        return type.getRecordComponents().length == 1
                && type.getRecordComponents()[0].getType().equals(String.class);
    }

    private static boolean isBelow(String container, String name, String rest) {
        return name.startsWith(container) && name.substring(container.length()).matches(rest);
    }

    private static Set<String> variables(String key) {
        String upper = key.toUpperCase(Locale.ROOT).replace('.', '_');
        return Set.of(upper.replace('-', '_'), upper.replace("-", ""));
    }

    /** Whether a key is meant to be one of ours. */
    static boolean isOursAsKey(String key) {
        return key.startsWith(PREFIX);
    }

    /** Whether a variable is meant to be one of ours. */
    static boolean isOursAsVariable(String variable) {
        return variable.startsWith("EVENT_JOBS_") || variable.startsWith("EVENTJOBS_");
    }
}
