package im.myna.entry;

import static org.assertj.core.api.Assertions.assertThat;

import im.myna.conversation.Cast;
import im.myna.conversation.Play;
import java.text.MessageFormat;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the log says of a connection can be found by one word, from the log-in to the end. */
@Play
class TraceTest {
    private static final Pattern LINK = Pattern.compile("\\blink=(\\S+)");

    private final Logger logger = Logger.getLogger("im.myna");
    private final Level before = logger.getLevel();
    private final Queue<String> lines = new ConcurrentLinkedQueue<>();
    private final Handler ear = new Handler() {
        @Override
        public void publish(LogRecord said) {
            lines.add(MessageFormat.format(said.getMessage(), said.getParameters()));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeEach
    void listen() {
        logger.setLevel(Level.FINE);
        ear.setLevel(Level.ALL);
        logger.addHandler(ear);
    }

    @AfterEach
    void stopListening() {
        logger.removeHandler(ear);
        logger.setLevel(before);
    }

    @Test
    void everyLineOfAConnectionNamesItsLink(Cast cast) {
        var juliet = cast.login("juliet", "balcony");
        var romeo = cast.login("romeo", "orchard");
        juliet.sends("<presence><secret xmlns='urn:example:secret'>what light</secret></presence>");
        juliet.skips();
        juliet.sends("<nonsense xmlns='urn:example:nonsense'/>");
        juliet.isCutOff("unsupported-stanza-type");
        romeo.leaves();
        var link = link("bound session=juliet@im.example.com/balcony");
        assertThat(with(link))
                .anyMatch(line -> line.startsWith("logged in account=juliet@im.example.com mechanism=SCRAM-SHA-256"))
                .anyMatch(line -> line.startsWith("stream ended") && line.contains("UNSUPPORTED_STANZA_TYPE"))
                .noneMatch(line -> line.contains("romeo"));
        assertThat(link("bound session=romeo@im.example.com/orchard")).isNotEqualTo(link);
        assertThat(lines).noneMatch(line -> line.contains("what light"));
    }

    @Test
    void whoIsRefusedIsFoundTheSameWay(Cast cast) {
        cast.account("juliet");
        var juliet = cast.connects("juliet");
        juliet.opens();
        juliet.isRefused("wrong", "not-authorized");
        juliet.close();
        assertThat(with(link("login failed"))).anyMatch(line -> line.contains("condition=not-authorized"));
    }

    private List<String> with(String link) {
        return lines.stream().filter(line -> line.contains("link=" + link)).toList();
    }

    private String link(String beginning) {
        var line = lines.stream()
                .filter(each -> each.startsWith(beginning))
                .findFirst()
                .orElseThrow(() -> new AssertionError(beginning + " is not in " + lines));
        var found = LINK.matcher(line);
        assertThat(found.find()).as(line).isTrue();
        return found.group(1);
    }
}
