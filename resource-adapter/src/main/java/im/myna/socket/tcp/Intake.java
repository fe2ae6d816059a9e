package im.myna.socket.tcp;

import im.myna.socket.tls.Secured;
import im.myna.stream.StreamCondition;
import im.myna.stream.StreamException;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.handler.codec.DecoderException;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** Tells a connection what happens in its channel. */
final class Intake extends ChannelInboundHandlerAdapter {
    private static final Logger LOG = System.getLogger(Intake.class.getName());

    private final Connection connection;

    Intake(Connection connection) {
        this.connection = connection;
    }

    @Override
    public void channelActive(ChannelHandlerContext ctx) {
        connection.begin();
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        var bytes = (ByteBuf) message;
        try {
            connection.read(bytes);
        } finally {
            bytes.release();
        }
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext ctx) {
        connection.readComplete();
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
        if (event instanceof Secured secured) {
            connection.secured(secured.security());
        } else if (event == ChannelInputShutdownEvent.INSTANCE) {
            connection.readComplete();
            connection.ended();
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        connection.gone();
    }

    /** What the peer, or the way to it, did is no news; all else is our bug. */
    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        if (cause instanceof IOException || cause instanceof DecoderException) {
            LOG.log(
                    Level.DEBUG,
                    "address={0} event=broken reason={1}",
                    ctx.channel().remoteAddress(),
                    cause.getMessage());
            connection.cut();
        } else {
            LOG.log(Level.ERROR, "address=" + ctx.channel().remoteAddress() + " event=internal-error", cause);
            connection.fail(new StreamException(StreamCondition.INTERNAL_SERVER_ERROR));
        }
    }
}
