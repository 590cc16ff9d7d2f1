package io.eventjobs.gateway.role;

import jakarta.validation.constraints.NotEmpty;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The roles of this gateway.
 *
 * @param roles {@code http}, {@code control} or both
 */
@Validated
@ConfigurationProperties("event-jobs")
record RoleProperties(@DefaultValue({"http", "control"}) @NotEmpty Set<GatewayRole> roles) {}
