package io.eventjobs.worker;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;

/** The worker as a program of its own. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({WorkerConfiguration.class, WorkConfiguration.class})
public class WorkerApplication {
    public static void main(String[] arguments) {
        application().run(arguments);
    }

    /** The application, to be run with arguments or properties of one's own. */
    public static SpringApplication application() {
        SpringApplication application = new SpringApplication(WorkerApplication.class);
        application.setWebApplicationType(WebApplicationType.NONE);
        return application;
    }
}
