package io.eventjobs.gateway.role;

import java.util.EnumSet;
import java.util.Set;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.annotation.MergedAnnotation;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** Whether a gateway has the role that a {@link ConditionalOnRole} names. */
final class OnRole implements Condition {
    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
        MergedAnnotation<ConditionalOnRole> wanted = metadata.getAnnotations().get(ConditionalOnRole.class);
        Set<GatewayRole> roles = Binder.get(context.getEnvironment())
                .bind("event-jobs.roles", Bindable.setOf(GatewayRole.class))
                .orElse(EnumSet.allOf(GatewayRole.class));
        return roles.contains(wanted.getEnum("value", GatewayRole.class)) != wanted.getBoolean("missing");
    }
}
