package io.eventjobs.system.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventjobs.standalone.settings.UnknownSettings;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/** The environment variables of the chart and of the compose files are settings that exist. */
class DeployedSettingsTest {
    private static final Pattern IN_CHART = Pattern.compile("name: ((?:SPRING|EVENT_JOBS)_[A-Z0-9_]+)");
    private static final Pattern IN_COMPOSE =
            Pattern.compile("^ +((?:SPRING|EVENT_JOBS)_[A-Z0-9_]+):", Pattern.MULTILINE);
    private static final Pattern DOCUMENTED = Pattern.compile("`(event-jobs\\.[a-z0-9.\\[\\]-]+|\\.[a-z0-9.-]+)`");

    /** Read by the files of the applications, by the scripts that start them, or by the command line. */
    private static final Set<String> OTHERS = Set.of(
            "EVENT_JOBS_KAFKA",
            "EVENT_JOBS_MONGODB",
            "EVENT_JOBS_HEAP",
            "EVENT_JOBS_JAVA_OPTIONS",
            "EVENT_JOBS_LOG_FORMAT",
            "EVENT_JOBS_URL");

    @Test
    void everySettingOfOursIsDocumented() {
        Set<String> documented = documented();
        Set<String> given = new TreeSet<>(names("deploy/helm/event-jobs/templates", ".+", IN_CHART));
        given.addAll(names("deploy/compose", ".*\\.yml", IN_COMPOSE));

        assertThat(given).hasSizeGreaterThan(10);
        assertThat(given)
                .filteredOn(name -> name.startsWith("EVENT_JOBS_") && !OTHERS.contains(name))
                .allSatisfy(name -> assertThat(documented).contains(plain(name)));
    }

    @Test
    void everyDocumentedSettingIsKnownAtTheStart() {
        StandardEnvironment spring = new StandardEnvironment();
        spring.getPropertySources()
                .addFirst(new MapPropertySource(
                        "documented",
                        documentedKeys().stream().collect(Collectors.toMap(Function.identity(), key -> "1"))));

        assertThat(UnknownSettings.of(spring)).isEmpty();
    }

    @Test
    void everySettingOfKafkaReachesTheClients() {
        Map<String, Object> given = names("deploy/helm/event-jobs/templates", ".+", IN_CHART).stream()
                .filter(name -> name.startsWith("SPRING_KAFKA_"))
                .filter(name -> !name.endsWith("_PROPERTIES_"))
                .collect(Collectors.toMap(Function.identity(), DeployedSettingsTest::example));

        Map<String, Object> settings = bound(given).buildAdminProperties();

        assertThat(settings)
                .containsEntry("security.protocol", "SASL_SSL")
                .containsEntry("sasl.mechanism", "OAUTHBEARER")
                .containsEntry("sasl.jaas.config", "some.Module required;")
                .containsEntry("sasl.oauthbearer.token.endpoint.url", "https://issuer/token")
                .containsEntry("ssl.truststore.type", "PEM")
                .containsEntry("ssl.truststore.location", Path.of("/tls/ca.crt").toString())
                .containsEntry("ssl.keystore.key", "key");
        assertThat(settings.keySet())
                .isSubsetOf(AdminClientConfig.configNames())
                .isSubsetOf(ConsumerConfig.configNames())
                .isSubsetOf(ProducerConfig.configNames());
    }

    private static String example(String name) {
        return switch (name.substring("SPRING_KAFKA_".length())) {
            case "SECURITY_PROTOCOL" -> "SASL_SSL";
            case "PROPERTIES_SASL_MECHANISM" -> "OAUTHBEARER";
            case "PROPERTIES_SASL_JAAS_CONFIG" -> "some.Module required;";
            case "PROPERTIES_SASL_OAUTHBEARER_TOKEN_ENDPOINT_URL" -> "https://issuer/token";
            case "SSL_TRUST_STORE_LOCATION" -> "file:/tls/ca.crt";
            case "SSL_TRUST_STORE_TYPE", "SSL_KEY_STORE_TYPE" -> "PEM";
            case "SSL_KEY_STORE_KEY" -> "key";
            default -> "value";
        };
    }

    private static KafkaProperties bound(Map<String, Object> environment) {
        StandardEnvironment spring = new StandardEnvironment();
        spring.getPropertySources()
                .addFirst(new SystemEnvironmentPropertySource(
                        "chart-" + StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, environment));
        ConfigurationPropertySources.attach(spring);
        return Binder.get(spring).bind("spring.kafka", KafkaProperties.class).get();
    }

    private static Set<String> names(String folder, String file, Pattern pattern) {
        return Repository.files(
                        Repository.ROOT.resolve(folder),
                        path -> path.getFileName().toString().matches(file))
                .stream()
                .flatMap(path -> pattern.matcher(Repository.read(path)).results())
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> documented() {
        return documentedKeys().stream().map(DeployedSettingsTest::plain).collect(Collectors.toSet());
    }

    private static Set<String> documentedKeys() {
        Set<String> keys = new TreeSet<>();
        for (String row : Repository.read(Repository.ROOT.resolve("docs/configuration.md"))
                .split("\n")) {
            if (!row.startsWith("| `event-jobs.")) {
                continue;
            }
            String before = "";
            for (String key : DOCUMENTED
                    .matcher(row.split(" \\| ")[0])
                    .results()
                    .map(match -> match.group(1))
                    .toList()) {
                before = key.startsWith(".") ? before.substring(0, before.lastIndexOf('.')) + key : key;
                keys.add(before);
            }
        }
        return keys;
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[._-]", "");
    }
}
