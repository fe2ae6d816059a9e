package im.myna.administration.background;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.AfterBeanDiscovery;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.inject.Singleton;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import org.jboss.weld.environment.se.Weld;
import org.jboss.weld.environment.se.WeldContainer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BackgroundTest {
    private final Deque<Runnable> thread = new ArrayDeque<>();
    private final List<String> done = new ArrayList<>();
    private final Lent lent = new Lent(thread);
    private final WeldContainer container = new Weld()
            .disableDiscovery()
            .beanClasses(Background.class)
            .addExtensions(lent)
            .initialize();
    private final Background background = container.select(Background.class).get();

    @AfterEach
    void close() {
        container.close();
    }

    @Test
    void oneIsDoneAfterTheOtherByOneThread() {
        for (var name : List.of("one", "two", "three")) {
            assertThat(background.does(() -> done.add(name))).isTrue();
        }
        assertThat(thread).hasSize(1);
        assertThat(done).isEmpty();
        assertThat(background.left()).isEqualTo(4);
        thread.remove().run();
        assertThat(done).containsExactly("one", "two", "three");
        assertThat(background.left()).isZero();
    }

    @Test
    void whatComesWhileSomethingIsDoneIsDoneBehindIt() {
        background.does(() -> background.does(() -> done.add("second")));
        thread.remove().run();
        assertThat(done).containsExactly("second");
        background.does(() -> done.add("third"));
        thread.remove().run();
        assertThat(done).containsExactly("second", "third");
    }

    @Test
    void whatFailsKeepsTheRestFromNothing() {
        background.does(() -> {
            throw new IllegalStateException("a bug");
        });
        background.does(() -> done.add("next"));
        thread.remove().run();
        assertThat(done).containsExactly("next");
    }

    @Test
    void noMoreThanSoManyWait() {
        for (int i = 0; i < Background.MOST; i++) {
            assertThat(background.does(() -> done.add("x"))).isTrue();
        }
        assertThat(background.does(() -> done.add("too many"))).isFalse();
        thread.remove().run();
        assertThat(done).hasSize(Background.MOST).doesNotContain("too many");
    }

    @Test
    void whenTheServerGoesDownWhoAskedHasToDoItHimself() {
        lent.down = true;
        assertThat(background.does(() -> done.add("late"))).isFalse();
        assertThat(background.left()).isZero();
        lent.down = false;
        assertThat(background.does(() -> done.add("again"))).isTrue();
        thread.remove().run();
        assertThat(done).containsExactly("again");
    }

    /** A thread that works when the test says so. */
    // CDI calls the observer.
    @SuppressWarnings("UnusedMethod")
    private static final class Lent implements Extension {
        private final Deque<Runnable> thread;
        private boolean down;

        Lent(Deque<Runnable> thread) {
            this.thread = thread;
        }

        private void execute(Runnable work) {
            if (down) {
                throw new RejectedExecutionException("going down");
            }
            thread.add(work);
        }

        void lend(@Observes AfterBeanDiscovery discovery) {
            Spare spare = this::execute;
            discovery.addBean().types(Spare.class).scope(Singleton.class).createWith(context -> spare);
        }
    }
}
