package im.myna.store;

import jakarta.annotation.Priority;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import java.lang.reflect.Method;

/** Begins a transaction around the methods that have none yet, unless they want none. */
@InTransaction
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE)
class InTransactionInterceptor {
    /** How the threads of event loops are called, here and in the resource adapter. */
    private static final String LOOP = "myna-loop-";

    private final Database database;

    @Inject
    InTransactionInterceptor(Database database) {
        this.database = database;
    }

    @AroundInvoke
    Object around(InvocationContext call) throws Exception {
        return switch (attribute(call.getMethod())) {
            // The container lends an entity manager for one query without a transaction; here a transaction does.
            case REQUIRED, SUPPORTS -> inTransaction(call);
            case NOT_SUPPORTED, NEVER -> call.proceed();
            case MANDATORY, REQUIRES_NEW -> throw new UnsupportedOperationException("not used by the stores");
        };
    }

    private static TransactionAttributeType attribute(Method method) {
        var own = method.getAnnotation(TransactionAttribute.class);
        var found = own != null ? own : method.getDeclaringClass().getAnnotation(TransactionAttribute.class);
        return found == null ? TransactionAttributeType.REQUIRED : found.value();
    }

    private Object inTransaction(InvocationContext call) throws Exception {
        if (Thread.currentThread().getName().startsWith(LOOP)) {
            throw new IllegalStateException(call.getMethod() + " would block an event loop");
        }
        try {
            return database.transaction(() -> {
                try {
                    return call.proceed();
                } catch (RuntimeException thrown) {
                    throw thrown;
                } catch (Exception thrown) {
                    throw new Checked(thrown);
                }
            });
        } catch (Checked thrown) {
            throw (Exception) thrown.getCause();
        }
    }

    private static final class Checked extends RuntimeException {
        Checked(Exception cause) {
            super(cause);
        }
    }
}
