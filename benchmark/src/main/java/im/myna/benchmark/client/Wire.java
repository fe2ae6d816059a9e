package im.myna.benchmark.client;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.ssl.SslHandshakeCompletionEvent;

/** What Netty tells of a connection, for its client. */
final class Wire extends ChannelInboundHandlerAdapter implements Splitter.Sink {
    private final Client client;
    private final Splitter splitter;

    Wire(Client client, Splitter.Scratch scratch) {
        this.client = client;
        splitter = new Splitter(scratch);
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
        client.connected(context.channel());
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        var in = (ByteBuf) message;
        try {
            splitter.feed(in, this);
        } finally {
            in.release();
        }
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
        client.flush();
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) {
        if (event instanceof SslHandshakeCompletionEvent handshake) {
            if (handshake.isSuccess()) {
                client.secured();
            } else {
                client.failed(handshake.cause());
            }
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        client.gone();
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        client.failed(cause);
    }

    @Override
    public void element(byte[] bytes, int from, int to) {
        client.received(bytes, from, to);
    }

    @Override
    public void ended() {
        client.ended();
    }
}
