package io.eventjobs.gateway;

import io.eventjobs.connection.StartChecks;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The gateway process. */
@SpringBootApplication(proxyBeanMethods = false)
public class GatewayApplication {
    public static void main(String[] arguments) {
        application().run(arguments);
    }

    /** The application, to be started with custom arguments or properties. */
    public static SpringApplication application() {
        SpringApplication application = new SpringApplication(GatewayApplication.class);
        application.setAdditionalProfiles("gateway");
        return application;
    }

    /** The first checks of Kafka and the object store by a running application. */
    public static StartChecks startChecks(BeanFactory gateway) {
        return gateway.getBean(StartChecks.class);
    }
}
