package im.myna.socket.tls;

import im.myna.link.Security;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.ssl.AbstractSniHandler;
import io.netty.handler.ssl.SslHandler;
import io.netty.util.IllegalReferenceCountException;
import io.netty.util.concurrent.Future;

/** Reads which domain a client asks for, and goes on with that domain's certificate. */
final class Handshake extends AbstractSniHandler<Credential> {
    private static final int HELLO_BYTES = 1 << 14;

    private final Certificates certificates;
    private final Authorities authorities;

    Handshake(Certificates certificates, Authorities authorities) {
        // No timer here: the link has its own deadline.
        super(HELLO_BYTES, 0);
        this.certificates = certificates;
        this.authorities = authorities;
    }

    @Override
    protected Future<Credential> lookup(ChannelHandlerContext ctx, String name) {
        return ctx.executor().newSucceededFuture(certificates.of(name == null ? "" : name));
    }

    @Override
    protected void onLookupComplete(ChannelHandlerContext ctx, String name, Future<Credential> found) {
        var credential = found.getNow();
        SslHandler tls;
        try {
            tls = credential.context().newHandler(ctx.alloc());
        } catch (IllegalReferenceCountException e) {
            // It was renewed just now.
            credential = certificates.of(name == null ? "" : name);
            tls = credential.context().newHandler(ctx.alloc());
        }
        begin(ctx, tls, credential);
    }

    private void begin(ChannelHandlerContext ctx, SslHandler tls, Credential credential) {
        // The link's deadlines bound these too.
        tls.setHandshakeTimeoutMillis(0);
        tls.setCloseNotifyFlushTimeoutMillis(0);
        tls.handshakeFuture().addListener(done -> {
            if (done.isSuccess()) {
                ctx.pipeline().fireUserEventTriggered(new Secured(security(tls, credential)));
            }
        });
        ctx.pipeline().replace(this, "tls", tls);
    }

    private Security security(SslHandler tls, Credential credential) {
        var session = tls.engine().getSession();
        return new Security(
                session.getProtocol(),
                session.getCipherSuite(),
                Bindings.of(session, credential.endPoint()),
                authorities.trusted(session));
    }
}
