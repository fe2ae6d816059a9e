package im.myna.web.door;

import im.myna.link.Wheel;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;

/** What is said after a while. No thread waits for that. */
public final class LateAnswer extends Wheel.Deadline {
    private static final Logger LOG = System.getLogger(LateAnswer.class.getName());

    /** Writes an answer. */
    @FunctionalInterface
    public interface Answer {
        void write(HttpServletResponse response) throws IOException;
    }

    private final AsyncContext context;
    private final Answer answer;

    private LateAnswer(AsyncContext context, Answer answer) {
        this.context = context;
        this.answer = answer;
    }

    /** At once, when it need not be late. */
    public static void give(
            Answer answer, Duration late, HttpServletRequest request, HttpServletResponse response, Wheel wheel)
            throws IOException {
        if (late.isZero()) {
            answer.write(response);
            return;
        }
        var context = request.startAsync();
        context.setTimeout(late.plus(Duration.ofMinutes(1)).toMillis());
        wheel.set(new LateAnswer(context, answer), System.nanoTime() + late.toNanos());
    }

    @Override
    protected void due(long now) {
        try {
            context.start(this::say);
        } catch (IllegalStateException gone) {
            LOG.log(Level.DEBUG, "event=answer-lost reason={0}", gone.getMessage());
        }
    }

    private void say() {
        try {
            answer.write((HttpServletResponse) context.getResponse());
            context.complete();
        } catch (IOException | IllegalStateException gone) {
            LOG.log(Level.DEBUG, "event=answer-lost reason={0}", gone.getMessage());
        }
    }
}
