package io.eventjobs.gateway;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The gateway as a program of its own. */
@SpringBootApplication(proxyBeanMethods = false)
public class GatewayApplication {
    public static void main(String[] arguments) {
        application().run(arguments);
    }

    /** The application, to be run with arguments or properties of one's own. */
    public static SpringApplication application() {
        SpringApplication application = new SpringApplication(GatewayApplication.class);
        application.setAdditionalProfiles("gateway");
        return application;
    }
}
