package im.myna.socket.tcp;

import im.myna.link.Wheel;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.channel.socket.DuplexChannel;
import io.netty.util.ReferenceCountUtil;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/** Turns a peer away by a stream error, at no more cost than those bytes and a second. */
final class Refusal extends ChannelInboundHandlerAdapter {
    private static final long STAY = TimeUnit.SECONDS.toNanos(1);

    // RFC 6120, 4.9.1.2: an error during set-up still needs the opening tag.
    private static final String TEXT =
            "<?xml version='1.0'?><stream:stream xmlns='%s' xmlns:stream='http://etherx.jabber.org/streams'"
                    + " id='%x' from='%s' version='1.0'><stream:error><policy-violation xmlns='urn:ietf:params:xml:ns:xmpp-streams'/>"
                    + "<text xmlns='urn:ietf:params:xml:ns:xmpp-streams' xml:lang='en'>too many connections</text>"
                    + "</stream:error></stream:stream>";

    private final Gate gate;
    private final Wheel wheel;
    private final Wheel.Deadline end;

    Refusal(Gate gate, Wheel wheel, Channel channel) {
        this.gate = gate;
        this.wheel = wheel;
        this.end = new Wheel.Deadline() {
            @Override
            protected void due(long now) {
                Connections.cut(channel);
            }
        };
    }

    @Override
    public void channelActive(ChannelHandlerContext ctx) {
        wheel.set(end, System.nanoTime() + STAY);
        var text = TEXT.formatted(gate.content(), ThreadLocalRandom.current().nextLong(), gate.domain());
        ctx.writeAndFlush(Unpooled.copiedBuffer(text, StandardCharsets.UTF_8)).addListener(written -> {
            if (written.isSuccess()) {
                var unused = ((DuplexChannel) ctx.channel()).shutdownOutput();
            }
        });
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        ReferenceCountUtil.release(message);
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
        if (event == ChannelInputShutdownEvent.INSTANCE) {
            Connections.cut(ctx.channel());
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        wheel.remove(end);
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        Connections.cut(ctx.channel());
    }
}
