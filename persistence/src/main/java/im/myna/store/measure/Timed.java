package im.myna.store.measure;

import im.myna.figures.Figures;
import im.myna.trace.Trace;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.InvocationContext;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.Locale;

/** Measures every call of a store, to the end of its transaction; the store of a class {@code RosterStore} is called "roster". */
public class Timed {
    private static final String ENDING = "Store";

    @Inject
    private Figures figures;

    @Inject
    private TransactionSynchronizationRegistry transactions;

    /** One call. The transaction tells it when that has ended: what a call costs is mostly the commit. */
    private record Call(Figures figures, String store, long begun) implements Synchronization {
        @Override
        public void beforeCompletion() {
            // The commit is what is waited for.
        }

        @Override
        public void afterCompletion(int status) {
            over(status == Status.STATUS_COMMITTED);
        }

        void over(boolean well) {
            figures.store(store).add(System.nanoTime() - begun);
            Trace.current().ifPresent(trace -> trace.part("store " + store, begun));
            if (!well) {
                figures.storeFailures().add(store);
            }
        }
    }

    @AroundInvoke
    Object around(InvocationContext invocation) throws Exception {
        var call = new Call(figures, name(invocation.getMethod().getDeclaringClass()), System.nanoTime());
        boolean returned = false;
        try {
            var result = invocation.proceed();
            returned = true;
            return result;
        } finally {
            if (returned && transactions.getTransactionStatus() == Status.STATUS_ACTIVE) {
                transactions.registerInterposedSynchronization(call);
            } else {
                call.over(returned);
            }
        }
    }

    private static String name(Class<?> type) {
        var whole = type.getSimpleName();
        var name = whole.endsWith(ENDING) ? whole.substring(0, whole.length() - ENDING.length()) : whole;
        return name.toLowerCase(Locale.ROOT);
    }
}
