package im.myna.socket;

import im.myna.link.Door;
import im.myna.link.Link;
import im.myna.link.LinkListener;
import im.myna.link.Security;
import im.myna.stream.Frame;
import im.myna.stream.StreamLimits;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.util.CharsetUtil;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.List;
import org.eclipse.microprofile.config.ConfigProvider;

/** One listening port. Walking prototype: answers each read with what the endpoint writes. */
final class Listener implements AutoCloseable {
    private final Channel channel;

    private Listener(Channel channel) {
        this.channel = channel;
    }

    static Listener bind(InetSocketAddress address, Door door, Kind kind, EventLoops loops, Endpoints endpoints)
            throws IOException {
        System.err.println("PROBE config=" + ConfigProvider.getConfig().getOptionalValue("myna.port.client", String.class)
                + " tccl=" + Thread.currentThread().getContextClassLoader() + " " + kind + " " + door);
        var bound = new ServerBootstrap()
                .group(loops.group())
                .channel(NioServerSocketChannel.class)
                .childHandler(new ChannelInitializer<>() {
                    @Override
                    protected void initChannel(Channel ch) throws Exception {
                        ch.pipeline().addLast(new Probe(endpoints));
                    }
                })
                .bind(address)
                .awaitUninterruptibly();
        if (!bound.isSuccess()) {
            throw new IOException("cannot listen on " + address, bound.cause());
        }
        return new Listener(bound.channel());
    }

    @Override
    public void close() {
        channel.close().awaitUninterruptibly();
    }

    private static final class Probe extends ChannelInboundHandlerAdapter {
        private final Endpoints endpoints;
        private LinkListener listener;
        private Link link;

        Probe(Endpoints endpoints) {
            this.endpoints = endpoints;
        }

        @Override
        public void channelActive(ChannelHandlerContext ctx) throws Exception {
            listener = endpoints.open();
            link = new ProbeLink(ctx);
            listener.opened(link);
        }

        @Override
        public void channelRead(ChannelHandlerContext ctx, Object msg) {
            ((ByteBuf) msg).release();
            listener.received(link, List.of(new Frame.Closed()));
        }

        @Override
        public void channelInactive(ChannelHandlerContext ctx) {
            listener.closed(link);
            endpoints.release(listener);
        }
    }

    private record ProbeLink(ChannelHandlerContext ctx) implements Link {
        @Override
        public String id() {
            return ctx.channel().id().asShortText();
        }

        @Override
        public Door door() {
            return Door.TCP;
        }

        @Override
        public InetSocketAddress address() {
            return (InetSocketAddress) ctx.channel().remoteAddress();
        }

        @Override
        public Security security() {
            return Security.PLAIN;
        }

        @Override
        public void write(Frame frame) {
            var text = frame + " on " + Thread.currentThread().getName() + "\n";
            ctx.writeAndFlush(ctx.alloc().buffer().writeBytes(text.getBytes(CharsetUtil.UTF_8)));
        }

        @Override
        public void startTls(Frame proceed) {}

        @Override
        public void restart() {}

        @Override
        public void established(StreamLimits limits) {}

        @Override
        public void pause() {}

        @Override
        public void resume() {}

        @Override
        public void close() {
            ctx.close();
        }
    }
}
