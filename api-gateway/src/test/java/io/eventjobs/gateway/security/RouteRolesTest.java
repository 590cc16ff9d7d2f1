package io.eventjobs.gateway.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventjobs.gateway.key.Role;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

class RouteRolesTest {
    /** Served without a key, or written to everybody. */
    private static final Set<String> OPEN =
            Set.of("GET /login", "POST /login", "GET /asyncapi.yaml", "ANY ${server.error.path:/error}");

    @Test
    void everyRouteOfEveryControllerHasARoleAndNothingElse() {
        Set<String> declared = new TreeSet<>(declaredRoutes());
        declared.removeAll(OPEN);

        assertThat(RouteRoles.all().keySet()).containsExactlyInAnyOrderElementsOf(declared);
    }

    @Test
    void nobodyButOperatorsDoesAnythingToTheInstallation() {
        assertThat(RouteRoles.all()).allSatisfy((route, role) -> assertThat(role == Role.OPERATOR)
                .as(route)
                .isEqualTo(route.contains(" /api/ops/") || isPageForOperators(route)));
    }

    @Test
    void aViewerChangesNothing() {
        assertThat(RouteRoles.all()).allSatisfy((route, role) -> assertThat(
                        role != Role.VIEWER || route.startsWith("GET ") || route.equals("POST /logout"))
                .as(route)
                .isTrue());
    }

    @Test
    void aHeadRequestNeedsWhatAGetDoes() {
        assertThat(RouteRoles.of("HEAD", "/api/ops/keys")).contains(Role.OPERATOR);
    }

    private static boolean isPageForOperators(String route) {
        return route.matches("(GET|POST) /(|overview.*|audit|keys.*|workers.*|dead-letters.*|replays.*|queue.*)");
    }

    private static Set<String> declaredRoutes() {
        ClassPathScanningCandidateComponentProvider scan = new ClassPathScanningCandidateComponentProvider(false);
        scan.addIncludeFilter(new AnnotationTypeFilter(Controller.class));
        Set<String> routes = new TreeSet<>();
        scan.findCandidateComponents("io.eventjobs.gateway").stream()
                .map(BeanDefinition::getBeanClassName)
                .map(RouteRolesTest::type)
                .filter(type -> !type.getName().contains("Test"))
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .flatMap(RouteRolesTest::routes)
                .forEach(routes::add);
        return routes;
    }

    private static Stream<String> routes(Method method) {
        RequestMapping mapping = AnnotatedElementUtils.findMergedAnnotation(method, RequestMapping.class);
        if (mapping == null) {
            return Stream.of();
        }
        String verb = mapping.method().length == 0 ? "ANY" : mapping.method()[0].name();
        return Arrays.stream(mapping.path()).map(path -> verb + " " + path);
    }

    private static Class<?> type(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }
}
