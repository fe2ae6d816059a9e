package im.myna.blackbox.stage;

import im.myna.blackbox.client.Target;
import im.myna.conversation.ListeningWire;
import im.myna.conversation.Voice;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** A client's WebSocket: that of the JDK. */
final class WebSocketWire extends ListeningWire implements WebSocket.Listener {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final WebSocket socket;
    private final Voice voice = new Voice();
    private final StringBuilder message = new StringBuilder();
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
        heard(voice.hear(bytes, bytes.length));
    }

    @Override
    public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
        closed();
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable reason) {
        closed();
    }

    @Override
    public void close() {
        socket.abort();
    }
}
