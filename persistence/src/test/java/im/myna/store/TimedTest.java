package im.myna.store;

import static im.myna.store.Cast.JULIET;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import im.myna.figures.Figures;
import im.myna.store.account.AccountStore;
import im.myna.store.account.Search;
import im.myna.store.measure.Timed;
import im.myna.store.roster.RosterStore;
import jakarta.enterprise.inject.se.SeContainer;
import jakarta.interceptor.Interceptors;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.jboss.weld.environment.se.Weld;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TimedTest {
    private SeContainer container;

    @BeforeEach
    void start() {
        container = new Weld()
                .disableDiscovery()
                .addExtension(new StoresExtension(Engine.H2))
                .initialize();
    }

    @AfterEach
    void stop() {
        container.close();
    }

    private Figures figures() {
        return container.select(Figures.class).get();
    }

    @Test
    void eachCallIsCountedForItsStore() {
        var accounts = container.select(AccountStore.class).get();
        accounts.exists(JULIET);
        accounts.count(Search.in("im.example.com"));
        container.select(RosterStore.class).get().load(JULIET);
        assertThat(figures().stores().keySet()).containsExactly("account", "roster");
        assertThat(figures().store("account").read().count()).isEqualTo(2);
        assertThat(figures().store("account").read().seconds()).isPositive();
        assertThat(figures().store("roster").read().count()).isEqualTo(1);
        assertThat(figures().storeFailures().counts()).isEmpty();
    }

    @Test
    void aCallThatFailsIsCountedAsSuchToo() {
        var accounts = container.select(AccountStore.class).get();
        assertThatThrownBy(() -> accounts.page(Search.in("im.example.com"), "", -1))
                .isInstanceOf(RuntimeException.class);
        assertThat(figures().storeFailures().counts()).isEqualTo(Map.of("account", 1L));
        assertThat(figures().store("account").read().count()).isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("stores")
    void noStoreIsForgotten(Class<?> store) {
        assertThat(store.getAnnotation(Interceptors.class).value()).contains(Timed.class);
    }

    static Stream<Class<?>> stores() throws Exception {
        var classes = Path.of(
                Timed.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        try (var files = Files.walk(classes)) {
            var stores = files.filter(file -> file.toString().endsWith("Store.class"))
                    .map(file -> classes.relativize(file)
                            .toString()
                            .replace(".class", "")
                            .replace('/', '.'))
                    .toList();
            assertThat(stores).hasSizeGreaterThan(6);
            return stores.stream().map(TimedTest::named);
        }
    }

    private static Class<?> named(String type) {
        try {
            return Class.forName(type);
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }
}
