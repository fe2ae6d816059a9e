package im.myna.web.xep0124_bosh;

import im.myna.link.Wheel;
import im.myna.settings.Limits;
import im.myna.web.door.Porter;
import im.myna.web.door.Visitor;
import im.myna.web.xep0124_bosh.correspondence.Answer;
import im.myna.web.xep0124_bosh.correspondence.BindingException;
import im.myna.web.xep0124_bosh.correspondence.Request;
import im.myna.web.xep0124_bosh.correspondence.Terminal;
import im.myna.web.xep0124_bosh.correspondence.Wrapper;
import jakarta.servlet.ServletInputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** One HTTP request on its way to a session. */
final class Submission extends Wheel.Deadline implements BodyReader.Reader {
    private static final Logger LOG = System.getLogger(Submission.class.getName());
    /** The body element itself, around what it holds. */
    private static final int WRAPPER = 8192;

    private final Porter porter;
    private final BoshSessions sessions;
    private final Visitor visitor;
    private final HttpReply reply;
    private final Limits limits;

    Submission(Porter porter, BoshSessions sessions, Visitor visitor, HttpReply reply) {
        this.porter = porter;
        this.sessions = sessions;
        this.visitor = visitor;
        this.reply = reply;
        limits = porter.settings().limits();
    }

    void read(ServletInputStream input) {
        int seconds = porter.settings().web().requestSeconds();
        if (seconds > 0) {
            // A little sooner than the connection is closed, so that there is an answer.
            porter.wheel().set(this, System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds) / 10 * 9);
        }
        new BodyReader(input, WRAPPER + limits.stanzaBytesUnauthenticated(), this).begin();
    }

    @Override
    public int most(byte[] beginning) {
        try {
            return WRAPPER + most(Request.beginning(beginning));
        } catch (BindingException e) {
            return 0;
        }
    }

    /** Who has not logged in may say less. */
    private int most(Wrapper wrapper) {
        return session(wrapper).map(BoshSession::largest).orElse(limits.stanzaBytesUnauthenticated());
    }

    private Optional<BoshSession> session(Wrapper wrapper) {
        return sessions.find(wrapper.value("sid")).filter(session -> session.admits(visitor));
    }

    @Override
    public void read(byte[] whole) {
        porter.wheel().remove(this);
        try {
            deliver(Request.of(whole, WRAPPER + limits.stanzaBytes()));
        } catch (BindingException reason) {
            refuse(reason);
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "event=request-failed", e);
            reply.answer(Answer.refusal(Terminal.INTERNAL_SERVER_ERROR));
        }
    }

    private void deliver(Request request) {
        if (request.bytes().length > WRAPPER + most(request.wrapper())) {
            throw new BindingException(Terminal.POLICY_VIOLATION, "too large before the log-in");
        }
        if (request.wrapper().attribute("sid").isEmpty()) {
            begin(request);
            return;
        }
        var session = session(request.wrapper());
        if (session.isEmpty()) {
            throw new BindingException(Terminal.ITEM_NOT_FOUND, "no such session");
        }
        reply.onHangUp(session.get()::hungUp);
        session.get().arrived(request, reply);
    }

    private void begin(Request request) {
        try {
            var session = sessions.create(request, visitor);
            reply.onHangUp(session::hungUp);
            session.begin(request, reply);
        } catch (BindingException e) {
            LOG.log(Level.DEBUG, "event=refused condition={0} reason={1}", e.condition(), e.getMessage());
            reply.answer(Answer.of(e.condition(), request.wrapper().value("ver"), Answer.XML));
        }
    }

    private void refuse(BindingException reason) {
        LOG.log(Level.DEBUG, "event=refused condition={0} reason={1}", reason.condition(), reason.getMessage());
        reply.answer(Answer.refusal(reason.condition()));
    }

    @Override
    public void tooLarge(byte[] beginning) {
        porter.wheel().remove(this);
        reply.closing();
        try {
            session(Request.beginning(beginning)).ifPresent(BoshSession::overwhelmed);
            refuse(new BindingException(Terminal.POLICY_VIOLATION, "a request is too large"));
        } catch (BindingException reason) {
            refuse(reason);
        }
    }

    @Override
    public void broken(Throwable reason) {
        porter.wheel().remove(this);
        LOG.log(Level.DEBUG, "event=request-lost reason={0}", reason.getMessage());
        reply.closing();
        reply.answer(Answer.refusal(Terminal.BAD_REQUEST));
    }

    /** Its body did not come in time. */
    @Override
    protected void due(long now) {
        reply.closing();
        reply.answer(new Answer(408, Answer.XML, new byte[0]));
    }
}
