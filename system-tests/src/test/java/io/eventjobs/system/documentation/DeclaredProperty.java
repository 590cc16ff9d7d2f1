package io.eventjobs.system.documentation;

import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;

/**
 * A configuration key that a record declares.
 *
 * @param key with {@code []} for each index
 * @param component of the record, which is the key's
 */
record DeclaredProperty(String key, RecordComponent component) {
    /** All of all modules, by key; a key that several records declare is there for each of them. */
    static List<DeclaredProperty> all() {
        ClassPathScanningCandidateComponentProvider scan = new ClassPathScanningCandidateComponentProvider(false);
        scan.addIncludeFilter(new AnnotationTypeFilter(ConfigurationProperties.class));
        return scan.findCandidateComponents("io.eventjobs").stream()
                .map(found -> ClassUtils.resolveClassName(Objects.requireNonNull(found.getBeanClassName()), null))
                .flatMap(type -> of(prefix(type), type).stream())
                .sorted(Comparator.comparing(DeclaredProperty::key))
                .toList();
    }

    /** Its default in the record; empty if it has none there. */
    String standard() {
        RecordComponent[] components = component.getDeclaringRecord().getRecordComponents();
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        List<String> names =
                Arrays.stream(components).map(RecordComponent::getName).toList();
        try {
            // The annotation is one of the parameter.
            Parameter[] parameters =
                    component.getDeclaringRecord().getDeclaredConstructor(types).getParameters();
            DefaultValue standard = parameters[names.indexOf(component.getName())].getAnnotation(DefaultValue.class);
            return standard == null ? "" : String.join(",", standard.value());
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("every record has its canonical constructor", e);
        }
    }

    private static String prefix(Class<?> type) {
        ConfigurationProperties properties = type.getAnnotation(ConfigurationProperties.class);
        return properties.prefix().isEmpty() ? properties.value() : properties.prefix();
    }

    private static List<DeclaredProperty> of(String prefix, Class<?> type) {
        List<DeclaredProperty> found = new ArrayList<>();
        for (RecordComponent component : type.getRecordComponents()) {
            String key = prefix + "." + kebab(component.getName());
            if (component.getType().isRecord()) {
                found.addAll(of(key, component.getType()));
            } else if (elementOf(component.getGenericType()) instanceof Class<?> element && element.isRecord()) {
                found.addAll(of(key + "[]", element));
            } else {
                found.add(new DeclaredProperty(key, component));
            }
        }
        return found;
    }

    /** The element of a collection; for anything else no record. */
    static Type elementOf(Type type) {
        return type instanceof ParameterizedType list ? list.getActualTypeArguments()[0] : Object.class;
    }

    private static String kebab(String name) {
        return name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }
}
