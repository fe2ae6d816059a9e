package im.myna.web.xep0124_bosh;

import im.myna.link.Wheel;
import im.myna.web.door.BasicCredentials;
import im.myna.web.door.Porter;
import im.myna.web.door.Visitor;
import im.myna.web.xep0124_bosh.correspondence.Answer;
import im.myna.web.xep0124_bosh.correspondence.BindingException;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.concurrent.TimeUnit;

/** One request for a session that somebody else will use. */
final class Application extends Wheel.Deadline implements BodyReader.Reader {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final long RIDS = 1L << 50;
    private static final int MOST_BYTES = 4096;

    private final Porter porter;
    private final BoshSessions sessions;
    private final Visitor visitor;
    private final HttpServletResponse response;
    private final HttpReply reply;
    private BasicCredentials credentials = new BasicCredentials("", "");

    Application(Porter porter, BoshSessions sessions, Visitor visitor, HttpServletResponse response, HttpReply reply) {
        this.porter = porter;
        this.sessions = sessions;
        this.visitor = visitor;
        this.response = response;
        this.reply = reply;
    }

    static void challenge(HttpServletResponse response) {
        response.setHeader("WWW-Authenticate", "Basic realm=\"Myna\", charset=\"UTF-8\"");
    }

    void begin(BasicCredentials who, ServletInputStream input) {
        credentials = who;
        int seconds = porter.settings().web().requestSeconds();
        if (seconds > 0) {
            // A little sooner than the connection is closed, so that there is an answer.
            porter.wheel().set(this, System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds) / 10 * 9);
        }
        new BodyReader(input, MOST_BYTES, this).begin();
    }

    @Override
    public int most(byte[] beginning) {
        return MOST_BYTES;
    }

    @Override
    public void read(byte[] whole) {
        porter.wheel().remove(this);
        try {
            var wishes = whole.length == 0 ? JsonValue.EMPTY_JSON_OBJECT : parse(whole);
            begin(text(wishes, "resource"), number(wishes, "wait"));
        } catch (JsonException | ClassCastException | ArithmeticException e) {
            reply.answer(Refusal.answer(400, "the body is a JSON object with 'resource', a text, and 'wait', seconds"));
        } catch (BindingException e) {
            reply.answer(Refusal.answer(e.condition().condition()));
        }
    }

    private static JsonObject parse(byte[] json) {
        try (var reader = Json.createReader(new ByteArrayInputStream(json))) {
            return reader.readObject();
        }
    }

    private static String text(JsonObject object, String name) {
        return object.containsKey(name) ? ((JsonString) object.get(name)).getString() : "";
    }

    private static int number(JsonObject object, String name) {
        return object.containsKey(name) ? ((JsonNumber) object.get(name)).intValueExact() : 60;
    }

    private void begin(String resource, int wait) {
        int at = credentials.user().lastIndexOf('@');
        var domain =
                at < 0 ? porter.settings().domains().get(0) : credentials.user().substring(at + 1);
        if (!porter.settings().domains().contains(domain)) {
            refuse("not-authorized");
            return;
        }
        var username = at < 0 ? credentials.user() : credentials.user().substring(0, at);
        var login = new Prebinding.Login(domain, username, credentials.password(), resource);
        long rid = 1 + (long) (RANDOM.nextDouble() * RIDS);
        sessions.prebind(login, rid, wait, visitor, this::tell, this::refuse);
    }

    private void tell(BoshSessions.Prebound session) {
        var json = Json.createObjectBuilder()
                .add("jid", session.jid())
                .add("sid", session.sid())
                .add("rid", session.rid())
                .build();
        reply.answer(new Answer(200, "application/json", json.toString().getBytes(StandardCharsets.UTF_8)));
    }

    private void refuse(String condition) {
        var answer = Refusal.answer(condition);
        if (answer.status() == 401) {
            challenge(response);
        }
        reply.answer(answer);
    }

    @Override
    public void tooLarge(byte[] beginning) {
        porter.wheel().remove(this);
        reply.closing();
        reply.answer(Refusal.answer(413, "too large"));
    }

    @Override
    public void broken(Throwable reason) {
        porter.wheel().remove(this);
        reply.closing();
        reply.answer(Refusal.answer(400, "incomplete"));
    }

    @Override
    protected void due(long now) {
        reply.closing();
        reply.answer(Refusal.answer(408, "the body did not come in time"));
    }
}
