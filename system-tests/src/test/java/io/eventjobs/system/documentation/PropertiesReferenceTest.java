package io.eventjobs.system.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Type;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.config.YamlPropertiesFactoryBean;
import org.springframework.core.io.ClassPathResource;
import org.springframework.util.unit.DataSize;

/** docs/properties.md is written from the records that declare the keys, and their comments: {@code -Ddocs.update=true} does it. */
class PropertiesReferenceTest {
    private static final String HEAD =
            """
            # Properties

            <!-- written by PropertiesReferenceTest: mvn test -pl system-tests -am -Dtest=PropertiesReferenceTest -Dsurefire.failIfNoSpecifiedTests=false -Ddocs.update=true -->

            Every key of a record in the code, with its type, default and meaning. [Configuration](configuration.md) says more about them by topic, and lists the few keys that no record declares.
            A duration is written as `30s`, `5m` or `2h`, a size as `512KB`, `10MB` or `2GB`, a list with commas.
            """;

    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([A-Z0-9_]+):(.*)}");
    private static final Pattern LINK = Pattern.compile("\\{@(?:code|link) ([^}]*)}");

    private final Properties files = files();

    @Test
    void theReferenceOfPropertiesIsThatOfTheCode() throws IOException {
        Map<String, StringBuilder> sections = new TreeMap<>();
        declared().forEach(property -> sections.computeIfAbsent(section(property.key()), name -> new StringBuilder())
                .append(row(property)));
        StringBuilder text = new StringBuilder(HEAD);
        sections.forEach((name, rows) -> text.append("\n## ")
                .append(name)
                .append("\n| key | type | default | meaning |\n|---|---|---|---|\n")
                .append(rows));

        Path document = Repository.ROOT.resolve("docs/properties.md");
        if (Boolean.getBoolean("docs.update")) {
            Files.writeString(document, text);
        }
        assertThat(document).content().isEqualTo(text.toString());
    }

    @Test
    void everyKeyHasAMeaning() {
        assertThat(declared())
                .filteredOn(property -> meaning(property).isBlank())
                .extracting(DeclaredProperty::key)
                .isEmpty();
    }

    /** Of two programs that read the same key, the gateway says what it means. */
    private static Collection<DeclaredProperty> declared() {
        Map<String, DeclaredProperty> byKey = new TreeMap<>();
        DeclaredProperty.all()
                .forEach(property ->
                        byKey.merge(property.key(), property, (one, other) -> isOfGateway(other) ? other : one));
        return byKey.values();
    }

    private static boolean isOfGateway(DeclaredProperty property) {
        return property.component().getDeclaringRecord().getName().startsWith("io.eventjobs.gateway.");
    }

    private String row(DeclaredProperty property) {
        return "| `%s` | %s | %s | %s |\n"
                .formatted(property.key(), type(property), standard(property), cell(meaning(property)));
    }

    /** The keys of the worker are many, and have a section for each second word. */
    private static String section(String key) {
        List<String> words = Arrays.asList(key.split("\\."));
        boolean isDeep = words.get(1).equals("worker") && words.size() > 3;
        return words.size() == 2 ? "event-jobs" : String.join(".", words.subList(0, isDeep ? 3 : 2));
    }

    private static String type(DeclaredProperty property) {
        Class<?> type = property.component().getType();
        if (!Collection.class.isAssignableFrom(type)) {
            return type(type);
        }
        Type element = DeclaredProperty.elementOf(property.component().getGenericType());
        return "list of " + (element instanceof Class<?> one ? type(one) : "text");
    }

    private static String type(Class<?> type) {
        if (type.isEnum()) {
            return Arrays.stream(type.getEnumConstants())
                    .map(word -> "`" + word.toString().toLowerCase(Locale.ROOT) + "`")
                    .collect(Collectors.joining(", "));
        }
        return type == Duration.class
                ? "duration"
                : type == DataSize.class
                        ? "size"
                        : type == URI.class
                                ? "address"
                                : type == Path.class
                                        ? "path"
                                        : type == boolean.class || type == Boolean.class
                                                ? "`true`, `false`"
                                                : type == String.class ? "text" : "number";
    }

    private String standard(DeclaredProperty property) {
        String inFile = files.getProperty(property.key());
        if (inFile != null) {
            Matcher placeholder = PLACEHOLDER.matcher(inFile);
            String value = placeholder.matches() ? placeholder.group(2) : inFile;
            return value.isEmpty() ? "none" : "`" + value + "`";
        }
        String value = property.standard();
        boolean isZero = property.component().getType() == boolean.class;
        return !value.isEmpty() ? "`" + value + "`" : isZero ? "`false`" : "none";
    }

    /** What the record's comment says of the component. */
    private static String meaning(DeclaredProperty property) {
        Class<?> type = property.component().getDeclaringRecord();
        Class<?> outermost = Objects.requireNonNullElse(type.getNestHost(), type);
        String path = outermost.getName().replace('.', '/') + ".java";
        String source = Repository.files(Repository.ROOT, file -> file.endsWith("src/main/java/" + path)).stream()
                .map(Repository::read)
                .collect(Collectors.joining());
        int declared = source.indexOf("record " + type.getSimpleName() + "(");
        String comment = source.substring(Math.max(0, source.lastIndexOf("/**", declared)), Math.max(0, declared))
                .replaceAll("\\*/(?s:.*)", "")
                .replaceAll("\\n\\s*\\*", "\n");
        Matcher tag = Pattern.compile(
                        "@param " + property.component().getName() + "\\s+(.*?)(?=\\s@param |\\z)", Pattern.DOTALL)
                .matcher(comment);
        return tag.find()
                ? LINK.matcher(tag.group(1).replaceAll("\\s+", " ").strip()).replaceAll("`$1`")
                : "";
    }

    private static String cell(String text) {
        return text.replace("|", "\\|");
    }

    private static Properties files() {
        YamlPropertiesFactoryBean yaml = new YamlPropertiesFactoryBean();
        yaml.setResources(
                new ClassPathResource("application-gateway.yaml"), new ClassPathResource("application-worker.yaml"));
        return Objects.requireNonNull(yaml.getObject());
    }
}
