package io.eventjobs.gateway;

import io.eventjobs.gateway.batchaction.BatchFlags;
import io.eventjobs.gateway.jobaction.CallerJobActions;
import io.eventjobs.gateway.mongo.RecordIndexes;
import io.eventjobs.gateway.transition.ConditionalUpdate;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.core.type.filter.RegexPatternTypeFilter;
import org.springframework.util.ClassUtils;
import org.springframework.web.bind.annotation.RestController;

/** The components and configurations of the packages that make the control loop, found once for all tests. */
final class ControlLoop {
    static final Class<?>[] CLASSES = List.of(
                    "transition",
                    "outbox",
                    "hostlimit",
                    "dispatch",
                    "lease",
                    "recovery",
                    "projection",
                    "mongo",
                    "jobaction",
                    "batchaction",
                    "deadletter")
            .stream()
            .flatMap(ControlLoop::componentsOf)
            .toArray(Class<?>[]::new);

    private ControlLoop() {}

    private static Stream<Class<?>> componentsOf(String name) {
        ClassPathScanningCandidateComponentProvider scanner = new ClassPathScanningCandidateComponentProvider(true);
        scanner.addExcludeFilter(new AnnotationTypeFilter(RestController.class));
        // What looks records up for callers is no part of the loop.
        scanner.addExcludeFilter(new AssignableTypeFilter(BatchFlags.class));
        scanner.addExcludeFilter(new AssignableTypeFilter(CallerJobActions.class));
        scanner.addExcludeFilter(new AssignableTypeFilter(RecordIndexes.class));
        scanner.addExcludeFilter(new AssignableTypeFilter(ConditionalUpdate.Pause.class));
        // The connection itself, which tests do not have.
        scanner.addExcludeFilter(new RegexPatternTypeFilter(Pattern.compile(".*\\.MongoConfiguration")));
        return scanner.findCandidateComponents("io.eventjobs.gateway." + name).stream()
                .map(found -> ClassUtils.resolveClassName(
                        String.valueOf(found.getBeanClassName()), ControlLoop.class.getClassLoader()));
    }
}
