package im.myna.store;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;

/** Several callers who begin at the same moment. */
public final class Together {
    private Together() {}

    /** What each of them got. */
    public static <T> List<T> call(int callers, IntFunction<T> call) throws Exception {
        var threads = Executors.newFixedThreadPool(callers);
        try {
            var start = new CyclicBarrier(callers);
            var calls = new ArrayList<Callable<T>>();
            for (int i = 0; i < callers; i++) {
                int caller = i;
                calls.add(() -> {
                    start.await();
                    return call.apply(caller);
                });
            }
            var results = new ArrayList<T>();
            for (var result : threads.invokeAll(calls, 60, TimeUnit.SECONDS)) {
                results.add(result.get());
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }
}
