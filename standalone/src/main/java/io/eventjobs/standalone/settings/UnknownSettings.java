package io.eventjobs.standalone.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.env.CommandLinePropertySource;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.StandardEnvironment;

/**
 * Warns of settings that an application does not have: environment variables, system properties and keys of configuration files that
 * begin like ours. They are no reason not to start, since one environment may be meant for several versions.
 */
public final class UnknownSettings implements ApplicationListener<ApplicationEnvironmentPreparedEvent> {
    private static final Logger LOG = LoggerFactory.getLogger(UnknownSettings.class);

    /** Kubernetes describes services to each container by such variables; ours begin like our settings. */
    private static final Pattern SERVICE_LINK =
            Pattern.compile(".+_(?:SERVICE_HOST|SERVICE_PORT(?:_.+)?|PORT_[0-9]+_.+)");

    private static final Pattern SERVICE_ADDRESS = Pattern.compile("(?:tcp|udp|sctp)://.+");

    @Override
    public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
        of(event.getEnvironment()).forEach(LOG::warn);
    }

    /** A sentence for each unknown setting. */
    public static List<String> of(ConfigurableEnvironment environment) {
        Map<String, Object> variables = new TreeMap<>(environment.getSystemEnvironment());
        variables
                .entrySet()
                .removeIf(variable -> !SettingNames.isOursAsVariable(variable.getKey()) || isLink(variable));
        List<String> keys = keys(environment);
        if (variables.isEmpty() && keys.isEmpty()) {
            return List.of();
        }
        SettingNames names = SettingNames.ofClassPath();
        List<String> sentences = new ArrayList<>();
        for (String variable : variables.keySet()) {
            if (!names.hasVariable(variable)) {
                sentences.add("Unknown environment variable " + variable + meant(names.nearestVariable(variable)));
            }
        }
        for (String key : keys) {
            if (!names.hasKey(key)) {
                sentences.add("Unknown setting " + key + meant(names.nearestKey(key)));
            }
        }
        return sentences;
    }

    private static List<String> keys(ConfigurableEnvironment environment) {
        return environment.getPropertySources().stream()
                .filter(source -> !isOurOwn(source.getName()))
                .flatMap(UnknownSettings::names)
                .filter(SettingNames::isOursAsKey)
                .distinct()
                .sorted()
                .toList();
    }

    private static Stream<String> names(PropertySource<?> source) {
        return source instanceof EnumerablePropertySource<?> all ? Stream.of(all.getPropertyNames()) : Stream.of();
    }

    /** What the commands and the files in our jars set is known; to look it up would cost time at each start. */
    private static boolean isOurOwn(String source) {
        return source.equals(CommandLinePropertySource.COMMAND_LINE_PROPERTY_SOURCE_NAME)
                || source.contains("class path resource")
                || source.equals(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME);
    }

    private static boolean isLink(Map.Entry<String, Object> variable) {
        return SERVICE_LINK.matcher(variable.getKey()).matches()
                || SERVICE_ADDRESS.matcher(String.valueOf(variable.getValue())).matches()
                        && variable.getKey().endsWith("_PORT");
    }

    private static String meant(Optional<String> nearest) {
        return nearest.map(name -> "; did you mean " + name + "?").orElse(": there is no such setting");
    }
}
