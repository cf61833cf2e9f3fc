package io.retrace.testing;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestComponent;

/** Counts the statements a context sends, so that a page’s cost can be asserted: {@code @Import} it. */
@TestComponent
public class StatementCount implements BeanPostProcessor {

    private final AtomicInteger count = new AtomicInteger();

    /** Statements that the question needed. */
    public int of(Supplier<?> question) {
        int before = count.get();
        var _ = question.get();
        return count.get() - before;
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DataSource source ? watched(DataSource.class, source) : bean;
    }

    private <T> T watched(Class<T> type, T target) {
        InvocationHandler handler = (_, method, arguments) -> {
            if (target instanceof Statement && method.getName().startsWith("execute")) count.incrementAndGet();
            try {
                var result = method.invoke(target, arguments);
                if (method.getName().equals("unwrap")) return result;
                if (result instanceof Connection connection) return watched(Connection.class, connection);
                if (result instanceof Statement statement) {
                    return watchedStatement(method.getReturnType(), statement);
                }
                return result;
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        };
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private <T> Object watchedStatement(Class<T> type, Statement statement) {
        return watched(type, type.cast(statement));
    }
}
