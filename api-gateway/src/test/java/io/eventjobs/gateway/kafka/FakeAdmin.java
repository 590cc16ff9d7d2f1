package io.eventjobs.gateway.kafka;

import java.lang.reflect.Proxy;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.internals.KafkaFutureImpl;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.BeanUtils;

/**
 * The administration of a Kafka that answers what a test says. Kafka's own results have no constructor for others: they are
 * made by reflection.
 */
public final class FakeAdmin {
    private final Map<String, Function<Object[], Object>> answers = new HashMap<>();

    /** Answers a method, by its first argument. */
    public <T> void answer(String method, Function<T, Object> answer) {
        answers.put(method, arguments -> answer.apply(first(arguments)));
    }

    public Admin admin() {
        return (Admin) Proxy.newProxyInstance(
                FakeAdmin.class.getClassLoader(), new Class<?>[] {Admin.class}, (proxy, method, arguments) -> {
                    Function<Object[], Object> answer = answers.get(method.getName());
                    if (answer == null && !method.getName().equals("close")) {
                        throw new AssertionError("nobody said what " + method.getName() + " answers");
                    }
                    return answer == null ? null : answer.apply(arguments == null ? new Object[1] : arguments);
                });
    }

    /** A result of Kafka that holds this. */
    public static <T> T result(Class<T> type, @Nullable Object... held) {
        return type.cast(BeanUtils.instantiateClass(type.getDeclaredConstructors()[0], held));
    }

    /** For each of the keys a future that is done. */
    public static <K> Map<K, KafkaFuture<Void>> done(Collection<K> keys) {
        Map<K, KafkaFuture<Void>> done = new HashMap<>();
        keys.forEach(key -> done.put(key, KafkaFuture.completedFuture(null)));
        return done;
    }

    public static <T> KafkaFuture<T> failed(Exception fault) {
        KafkaFutureImpl<T> failed = new KafkaFutureImpl<>();
        failed.completeExceptionally(fault);
        return failed;
    }

    @SuppressWarnings("unchecked")
    private static <T> T first(Object[] arguments) {
        return (T) arguments[0];
    }
}
