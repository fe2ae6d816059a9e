package im.myna.blackbox.client;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayDeque;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** A client of XEP-0124: has two requests at most, one of which waits for the server. */
public final class BoshClient {
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final int REQUESTS = 2;

    private final URI uri;
    private final Consumer<Answer> listener;
    private final Queue<String> waiting = new ArrayDeque<>();
    private final Map<Long, Answer> early = new TreeMap<>();
    private long rid = ThreadLocalRandom.current().nextLong(1L << 40);
    private long heard = rid;
    private String sid = "";
    private boolean asked;
    private boolean over;
    private boolean gone;
    private int under;

    /** What came back. */
    public record Answer(int status, String body) {
        /** Of the body element; empty when it is not there. */
        public String attribute(String name) {
            var tag = body.substring(0, Math.max(body.indexOf('>'), 0));
            var matcher =
                    Pattern.compile("\\s" + Pattern.quote(name) + "='([^']*)'").matcher(tag);
            return matcher.find() ? matcher.group(1) : "";
        }

        /** What it holds. */
        public String payload() {
            int end = body.lastIndexOf("</body>");
            return end < 0 ? "" : body.substring(body.indexOf('>') + 1, end);
        }

        /** Whether a stream began. */
        public boolean opens() {
            return !attribute("authid").isEmpty() || payload().startsWith("<stream:features");
        }

        /** Whether the session is over. */
        public boolean isLast() {
            return status != 200 || attribute("type").equals("terminate");
        }
    }

    /** @param listener is told each answer, in order */
    public BoshClient(String address, int port, Consumer<Answer> listener) {
        uri = URI.create("http://" + address + ":" + port + "/http-bind");
        this.listener = listener;
    }

    /**
     * Begins the session, or the stream anew.
     *
     * @param attributes of XEP-0206 and others
     */
    public synchronized void open(String... attributes) {
        var all = String.join("", attributes) + " xmlns:xmpp='urn:xmpp:xbosh'";
        if (asked) {
            send("", all + " xmpp:restart='true'");
        } else {
            asked = true;
            var unused = post(all + " wait='60' hold='1' ver='1.6'", "");
        }
    }

    /** As soon as it may be. */
    public synchronized void send(String payload, String attributes) {
        waiting.add(attributes + ">" + payload);
        pump();
    }

    private void pump() {
        while (!over && !sid.isEmpty() && under < REQUESTS && !waiting.isEmpty()) {
            var next = waiting.remove();
            var unused = post(
                    " sid='" + sid + "'" + next.substring(0, next.indexOf('>')), next.substring(next.indexOf('>') + 1));
        }
        if (!over && !sid.isEmpty() && under == 0) {
            var unused = post(" sid='" + sid + "'", "");
        }
    }

    private CompletableFuture<?> post(String attributes, String payload) {
        long number = ++rid;
        under++;
        var body = "<body xmlns='http://jabber.org/protocol/httpbind' rid='" + number + "'" + attributes + ">" + payload
                + "</body>";
        // As one through a proxy that nobody trusts: not encrypted.
        var request = HttpRequest.newBuilder(uri)
                .header("Content-Type", "text/xml; charset=utf-8")
                .header("X-Forwarded-For", "192.0.2.1")
                .POST(BodyPublishers.ofString(body))
                .build();
        return HTTP.sendAsync(request, BodyHandlers.ofString())
                .handle((response, failure) -> answered(number, response, failure));
    }

    private synchronized boolean answered(long number, HttpResponse<String> response, Throwable failure) {
        under--;
        early.put(number, failure == null ? new Answer(response.statusCode(), response.body()) : new Answer(0, ""));
        for (var next = early.remove(heard + 1); next != null; next = early.remove(heard + 1)) {
            heard++;
            if (sid.isEmpty()) {
                sid = next.attribute("sid");
            }
            if (!gone) {
                listener.accept(next);
            }
            over |= next.isLast();
        }
        pump();
        return over;
    }

    /** Goes. HTTP has no connection that could break, so the server is told, and has understood when this returns. */
    public void vanish() {
        CompletableFuture<?> told;
        synchronized (this) {
            told = sid.isEmpty() || over
                    ? CompletableFuture.completedFuture("")
                    : post(" sid='" + sid + "' type='terminate'", "");
            over = true;
            gone = true;
        }
        told.join();
    }
}
