package im.myna.feature.xep0050_commands;

import im.myna.command.Command;
import im.myna.command.Stage;
import im.myna.stanza.Condition;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;

/** The commands that one session is in the middle of. Used for one stanza of it at a time, as all that is remembered of a session. */
final class Executions {
    /** Of each session; the one that was touched longest ago is given up for another. */
    static final int MOST = 10;

    /** From one step to the next. */
    static final Duration PATIENCE = Duration.ofMinutes(10);

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int RANDOM_BYTES = 9;

    private final String prefix = random() + "-";
    // The one that was touched last stands last.
    private final Map<String, Execution> open = new LinkedHashMap<>();
    private int issued;

    /** A command in the middle of being carried out; its stages, the present one on top. */
    record Execution(String id, Command command, Deque<Stage> stages, Instant touched) {
        Stage stage() {
            return stages.peek();
        }

        boolean hasEarlier() {
            return stages.size() > 1;
        }
    }

    /** A name that no execution had before. */
    String issue() {
        issued++;
        return prefix + issued;
    }

    Execution begin(String id, Command command, Stage stage, Instant now) {
        open.values().removeIf(execution -> isExpired(execution, now));
        if (open.size() >= MOST) {
            open.remove(open.keySet().iterator().next());
        }
        var stages = new ArrayDeque<Stage>();
        stages.push(stage);
        return keep(new Execution(id, command, stages, now));
    }

    /** Goes on with that stage. */
    Execution forward(Execution execution, Stage next, Instant now) {
        execution.stages().push(next);
        return touch(execution, now);
    }

    /** Goes back by a stage; there must be an earlier one. */
    Execution back(Execution execution, Instant now) {
        execution.stages().pop();
        return touch(execution, now);
    }

    private Execution touch(Execution execution, Instant now) {
        end(execution);
        return keep(new Execution(execution.id(), execution.command(), execution.stages(), now));
    }

    private Execution keep(Execution execution) {
        open.put(execution.id(), execution);
        return execution;
    }

    void end(Execution execution) {
        open.remove(execution.id());
    }

    /** @throws im.myna.stanza.StanzaException when there is none, or none any more (XEP-0050, 4.4) */
    Execution find(String id, String node, Instant now) {
        var found = open.get(id);
        if (found != null && !isExpired(found, now)) {
            if (!found.command().node().equals(node)) {
                throw Faults.of(Condition.BAD_REQUEST, "bad-sessionid");
            }
            return found;
        }
        open.remove(id);
        throw wasIssued(id)
                ? Faults.of(Condition.NOT_ALLOWED, "session-expired")
                : Faults.of(Condition.BAD_REQUEST, "bad-sessionid");
    }

    private boolean wasIssued(String id) {
        return id.startsWith(prefix)
                && id.substring(prefix.length()).matches("[1-9][0-9]{0,8}")
                && Integer.parseInt(id.substring(prefix.length())) <= issued;
    }

    private static boolean isExpired(Execution execution, Instant now) {
        return execution.touched().plus(PATIENCE).isBefore(now);
    }

    private static String random() {
        var bytes = new byte[RANDOM_BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
