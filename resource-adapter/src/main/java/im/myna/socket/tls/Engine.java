package im.myna.socket.tls;

import io.netty.handler.ssl.OpenSsl;
import io.netty.handler.ssl.SslProvider;

/** Who computes TLS. */
public enum Engine {
    /** BoringSSL: twice as fast at handshakes as the JDK before 25. */
    NATIVE(SslProvider.OPENSSL_REFCNT),
    /** The engine of the JDK. */
    JDK(SslProvider.JDK);

    private final SslProvider provider;

    Engine(SslProvider provider) {
        this.provider = provider;
    }

    /** The one that can bind channels to their keys; else the native one where its library can be loaded. */
    public static Engine best() {
        return Bindings.exports() || !OpenSsl.isAvailable() ? JDK : NATIVE;
    }

    SslProvider provider() {
        return provider;
    }
}
