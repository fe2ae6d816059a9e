package im.myna.socket;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.lang.ref.WeakReference;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The adapter, its native library included, comes and goes in one JVM. */
class RedeploymentTest {
    @TempDir
    Path folder;

    @Test
    void nothingStaysInMemoryOfAnAdapterThatWasUndeployed() throws Exception {
        var loaders = new ArrayList<WeakReference<ClassLoader>>();
        for (int i = 0; i < 3; i++) {
            loaders.add(deploy());
        }
        for (int i = 0; i < 100 && loaders.stream().anyMatch(loader -> loader.get() != null); i++) {
            System.gc();
            TimeUnit.MILLISECONDS.sleep(50);
        }
        assertThat(loaders).allSatisfy(loader -> assertThat(loader.get()).isNull());
    }

    /** In a thread of its own, as a container would have it end. */
    private WeakReference<ClassLoader> deploy() throws Exception {
        var failures = new ArrayList<Throwable>();
        try (var loader = new URLClassLoader(classPath(), ClassLoader.getPlatformClassLoader())) {
            var thread = new Thread(() -> visit(loader));
            thread.setContextClassLoader(loader);
            thread.setUncaughtExceptionHandler((failed, failure) -> failures.add(failure));
            thread.start();
            thread.join();
            assertThat(failures).isEmpty();
            return new WeakReference<>(loader);
        }
    }

    @SuppressWarnings("unchecked") // The class is the same one, from another loader.
    private void visit(ClassLoader loader) {
        try {
            var visit = loader.loadClass(Visit.class.getName()).getConstructor().newInstance();
            ((Consumer<Path>) visit).accept(folder);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static URL[] classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(RedeploymentTest::url)
                .toArray(URL[]::new);
    }

    private static URL url(String path) {
        try {
            return new File(path).toURI().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalStateException(e);
        }
    }
}
