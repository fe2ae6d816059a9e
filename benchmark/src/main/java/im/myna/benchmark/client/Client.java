package im.myna.benchmark.client;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.handler.ssl.SslContext;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** One session. To be used on the event loop of its {@link Clients} only, the two futures apart. */
@SuppressWarnings(
        "FutureReturnValueIgnored") // A connection that cannot be written to or closed is gone, which 'closed' tells.
public final class Client {
    private static final byte[] END = "</stream:stream>".getBytes(StandardCharsets.US_ASCII);
    private static final int CLOSING_SECONDS = 5;
    private static final int BATCH = 2048;

    private final Target target;
    private final Account account;
    private final SslContext tls;
    private final Negotiation negotiation;
    private final CompletableFuture<Client> ready = new CompletableFuture<>();
    private final CompletableFuture<Void> closed = new CompletableFuture<>();
    private Channel channel;
    private ByteBuf out;
    private Receiver receiver = (at, bytes, from, to) -> {};

    Client(Target target, Account account, Login login, SslContext tls, ScramKeys keys) {
        this.target = target;
        this.account = account;
        this.tls = tls;
        negotiation = new Negotiation(this, login, keys);
    }

    public Account account() {
        return account;
    }

    Target target() {
        return target;
    }

    /** Who is told of what comes in; until one is set, nobody. */
    public void receiver(Receiver one) {
        receiver = one;
    }

    /** Sends with the next flush, which comes by itself at the end of a read. */
    public void send(Template template, int number) {
        buffer(template.length()).writeBytes(template.numbered(number), 0, template.length());
    }

    /** Sends at once. */
    public void send(String xml) {
        var bytes = xml.getBytes(StandardCharsets.UTF_8);
        buffer(bytes.length).writeBytes(bytes);
        flush();
    }

    /** Sends what is left to be sent. */
    public void flush() {
        if (out != null) {
            channel.writeAndFlush(out, channel.voidPromise());
            out = null;
        }
    }

    /** Completed when the connection is gone, whoever ended it. */
    public CompletableFuture<Void> closed() {
        return closed;
    }

    /** Ends the stream in order, and the connection soon afterwards in any case. */
    public CompletableFuture<Void> close() {
        buffer(END.length).writeBytes(END);
        flush();
        var late = channel.eventLoop().schedule((Runnable) channel::close, CLOSING_SECONDS, TimeUnit.SECONDS);
        return closed.whenComplete((done, failure) -> late.cancel(false));
    }

    CompletableFuture<Client> whenReady() {
        return ready;
    }

    void ready() {
        ready.complete(this);
    }

    void startTls() {
        channel.pipeline().addFirst(tls.newHandler(channel.alloc()));
    }

    void connected(Channel one) {
        channel = one;
        negotiation.connected();
    }

    void secured() {
        negotiation.connected();
    }

    void received(byte[] bytes, int from, int to) {
        if (ready.isDone()) {
            receiver.received(this, bytes, from, to);
        } else {
            negotiation.element(new String(bytes, from, to - from, StandardCharsets.UTF_8));
        }
    }

    void ended() {
        flush();
        channel.close();
    }

    void failed(Throwable cause) {
        ready.completeExceptionally(cause);
        if (channel != null) {
            channel.close();
        }
    }

    void gone() {
        if (out != null) {
            out.release();
            out = null;
        }
        ready.completeExceptionally(new LoginException(account, "the server hung up"));
        closed.complete(null);
    }

    private ByteBuf buffer(int room) {
        if (out == null) {
            out = channel.alloc().directBuffer(Math.max(room, BATCH));
        }
        return out;
    }
}
