package io.eventjobs.standalone.cli.servers;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.env.Environment;

/**
 * Looks once, while a worker is only starting, whether anything listens where its services should be, and says what does not: the clients
 * of the services take much longer to find out.
 */
final class FirstLook implements ApplicationListener<ApplicationEnvironmentPreparedEvent> {
    private static final int TIMEOUT_MILLIS = 500;

    private final Notices notices;

    FirstLook(Notices notices) {
        this.notices = notices;
    }

    @Override
    public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
        Thread.ofVirtual().name("first-look").start(() -> look(event.getEnvironment()));
    }

    private void look(Environment settings) {
        String kafka = settings.getProperty("spring.kafka.bootstrap-servers", "");
        String store = settings.getProperty("event-jobs.s3.endpoint", "");
        List<String> missing = new ArrayList<>();
        if (List.of(kafka.split(",")).stream().noneMatch(broker -> listens("kafka://" + broker.strip()))) {
            missing.add("Kafka at " + kafka);
        }
        if (!listens(store)) {
            missing.add("the object store at " + store);
        }
        if (!missing.isEmpty()) {
            notices.sayWaiting(missing);
        }
    }

    /** True where it cannot be told: a wrong address is for the client to complain about. */
    private static boolean listens(String url) {
        try (Socket socket = new Socket()) {
            URI address = URI.create(url);
            if (address.getHost() == null) {
                return true;
            }
            int port = address.getPort() >= 0
                    ? address.getPort()
                    : address.getScheme().equals("http") ? 80 : 443;
            socket.connect(new InetSocketAddress(address.getHost(), port), TIMEOUT_MILLIS);
            return true;
        } catch (IOException e) {
            return false;
        } catch (IllegalArgumentException e) {
            return true;
        }
    }
}
