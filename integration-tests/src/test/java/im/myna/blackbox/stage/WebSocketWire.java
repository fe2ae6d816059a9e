package im.myna.blackbox.stage;

import im.myna.blackbox.client.Target;
import im.myna.conversation.Voice;
import im.myna.conversation.Wire;
import im.myna.xml.Element;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A client's WebSocket: that of the JDK. */
final class WebSocketWire implements Wire, WebSocket.Listener {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final WebSocket socket;
    private final Voice voice = new Voice();
    private final StringBuilder message = new StringBuilder();
    private final BlockingQueue<Element> heard = new LinkedBlockingQueue<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private CompletableFuture<?> sent = CompletableFuture.completedFuture(null);

    WebSocketWire(Target target) {
        socket = CLIENT.newWebSocketBuilder()
                .subprotocols("xmpp")
                // The plays are written for a connection that is not encrypted, as one through a proxy is that nobody
                // trusts.
                .header("X-Forwarded-For", "192.0.2.1")
                .buildAsync(URI.create("ws://" + target.address() + ":" + target.httpPort() + "/xmpp-websocket"), this)
                .join();
    }

    @Override
    public synchronized void send(String xml) {
        for (var element : Framed.elements(xml)) {
            // What the server closed meanwhile takes nothing more; what it said last tells.
            sent = sent.thenCompose(before -> socket.sendText(Framed.alone(element), true))
                    .exceptionally(gone -> socket);
        }
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
        message.append(part);
        if (last) {
            hear(message.toString());
            message.setLength(0);
        }
        from.request(1);
        return null;
    }

    private void hear(String text) {
        if (text.startsWith("<open ")) {
            voice.restart();
        }
        var bytes = Framed.within(text).getBytes(StandardCharsets.UTF_8);
        heard.addAll(voice.hear(bytes, bytes.length));
    }

    @Override
    public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
        closed.countDown();
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable reason) {
        closed.countDown();
    }

    @Override
    public Optional<Element> receive(Duration patience) {
        try {
            return Optional.ofNullable(heard.poll(patience.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public boolean closed(Duration patience) {
        try {
            return closed.await(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        socket.abort();
    }
}
