package io.eventjobs.system;

import io.eventjobs.standalone.process.SingleProcess;
import io.eventjobs.standalone.process.SingleProcessSettings;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * The whole system, started once for all tests: with the embedded servers, with servers whose addresses are in the environment ({@code
 * -Pexternal}), or with servers in containers ({@code -Pcontainers}).
 */
final class SystemUnderTest implements ParameterResolver {
    private static final ExtensionContext.Namespace STORE = ExtensionContext.Namespace.create(SystemUnderTest.class);
    private static final Duration LEASE = Duration.ofSeconds(3);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == Gateway.class || type == TestSite.class || type == SingleProcess.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Running running =
                context.getRoot().getStore(STORE).computeIfAbsent("running", key -> Running.start(), Running.class);
        Class<?> type = parameter.getParameter().getType();
        if (type == Gateway.class) {
            return running.gateway;
        }
        return type == TestSite.class ? running.site : running.machine;
    }

    static SingleProcessSettings settings() {
        return new SingleProcessSettings(0, null, Gateway.KEY, 8, List.of("127.0.0.1"), true, LEASE);
    }

    private record Running(SingleProcess machine, Gateway gateway, TestSite site) implements AutoCloseable {
        static Running start() {
            SingleProcess machine = machine(System.getProperty("event-jobs.servers", "embedded"));
            return new Running(machine, new Gateway(machine.url()), TestSite.start());
        }

        private static SingleProcess machine(String servers) {
            return switch (servers) {
                case "embedded" -> SingleProcess.start(settings());
                case "external" -> SingleProcess.start(settings(), ExternalServers.fromEnvironment());
                case "containers" -> SingleProcess.start(settings(), ContainerServers.start());
                default -> throw new IllegalArgumentException("event-jobs.servers: " + servers);
            };
        }

        @Override
        public void close() {
            site.close();
            machine.close();
        }
    }
}
