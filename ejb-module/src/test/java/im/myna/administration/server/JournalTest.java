package im.myna.administration.server;

import static im.myna.administration.server.Premises.ADMIN;
import static im.myna.administration.server.Premises.CHIEF;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import im.myna.administration.RefusedException;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JournalTest {
    private static final Logger OURS = Logger.getLogger("im.myna.test.Journal");
    private static final Logger THEIRS = Logger.getLogger("org.example.container");

    private final Premises premises = new Premises();
    private final Journal journal = premises.bean(Journal.class);
    private final LogLevels levels = premises.bean(LogLevels.class);

    @BeforeEach
    void open() {
        journal.open();
    }

    @AfterEach
    void close() {
        journal.close();
        OURS.setLevel(null);
        Logger.getLogger("im.myna.test").setLevel(null);
        premises.close();
    }

    private List<String> tail(LogLevel least, String text) {
        return journal.tail(ADMIN, least, text, 10).stream()
                .map(Journal.Line::text)
                .toList();
    }

    @Test
    void theNewestLinesComeFirst() {
        OURS.info("session bound");
        OURS.log(Level.WARNING, "certificate ends in {0} days", 3);
        assertThat(tail(LogLevel.ALL, "")).startsWith("certificate ends in 3 days", "session bound");
        var line = journal.tail(ADMIN, LogLevel.ALL, "", 1).get(0);
        assertThat(line.level()).isEqualTo(LogLevel.WARNING);
        assertThat(line.logger()).isEqualTo("im.myna.test.Journal");
    }

    @Test
    void onlyWarningsOfOthersAreThere() {
        THEIRS.info("deploying");
        THEIRS.warning("something is odd");
        assertThat(tail(LogLevel.ALL, "org.example")).containsExactly("something is odd");
    }

    @Test
    void theyAreFoundByLevelAndWords() {
        OURS.info("one Fish");
        OURS.warning("two fish");
        OURS.severe("red");
        assertThat(tail(LogLevel.WARNING, "")).startsWith("red", "two fish").doesNotContain("one Fish");
        assertThat(tail(LogLevel.ALL, "FISH")).containsExactly("two fish", "one Fish");
        assertThat(journal.tail(ADMIN, LogLevel.ALL, "fish", 1)).hasSize(1);
    }

    @Test
    void howMuchIsRememberedIsBounded() {
        for (int i = 0; i < Journal.LINES + 10; i++) {
            OURS.info("line " + i);
        }
        assertThat(journal.tail(ADMIN, LogLevel.ALL, "", Integer.MAX_VALUE)).hasSize(Journal.LINES);
        OURS.log(Level.SEVERE, "x".repeat(Journal.LONGEST), new IllegalStateException("far behind"));
        assertThat(tail(LogLevel.ERROR, "").get(0)).hasSize(Journal.LONGEST);
        OURS.log(Level.SEVERE, "broken", new IllegalStateException("the reason"));
        assertThat(tail(LogLevel.ERROR, "").get(0)).startsWith("broken\n").contains("the reason", "JournalTest");
    }

    @Test
    void aLevelThatIsChangedHoldsAtOnceForThePackageAndThoseBelow() {
        OURS.fine("whispered");
        assertThat(levels.list(ADMIN)).containsEntry("im.myna.test", new LogLevels.Holding(LogLevel.INFO, false));
        levels.change(ADMIN, "im.myna.test", LogLevel.DEBUG);
        OURS.fine("whispered again");
        assertThat(tail(LogLevel.ALL, "whispered")).containsExactly("whispered again");
        assertThat(levels.list(ADMIN)).containsEntry("im.myna.test", new LogLevels.Holding(LogLevel.DEBUG, true));
        levels.reset(ADMIN, "im.myna.test");
        OURS.fine("whispered in vain");
        assertThat(tail(LogLevel.ALL, "vain")).isEmpty();
        assertThat(premises.deeds())
                .extracting(deed -> deed.action() + " " + deed.after())
                .containsExactly("logging.change im.myna.test=", "logging.change im.myna.test=DEBUG");
    }

    @Test
    void packagesOfOthersAreNotOurs() {
        assertThatThrownBy(() -> levels.change(ADMIN, "org.example", LogLevel.OFF))
                .isInstanceOf(RefusedException.class);
        assertThat(levels.list(ADMIN))
                .doesNotContainKey("org.example.container")
                .containsKey("im.myna");
    }

    @Test
    void whoGovernsOneDomainDoesNotReadTheLog() {
        assertThatThrownBy(() -> journal.tail(CHIEF, LogLevel.ALL, "", 10)).isInstanceOf(RefusedException.class);
        assertThatThrownBy(() -> levels.list(CHIEF)).isInstanceOf(RefusedException.class);
        assertThatThrownBy(() -> levels.change(Premises.AUDITOR, "im.myna", LogLevel.OFF))
                .isInstanceOf(RefusedException.class);
    }
}
