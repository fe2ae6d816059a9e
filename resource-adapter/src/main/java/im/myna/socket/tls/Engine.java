package im.myna.socket.tls;

import io.netty.handler.ssl.OpenSsl;
import io.netty.handler.ssl.SslProvider;

/** Who computes TLS. */
public enum Engine {
    /** BoringSSL, beside the Java heap: an idle connection costs a fraction. */
    NATIVE(SslProvider.OPENSSL_REFCNT),
    /** The engine of the JDK. */
    JDK(SslProvider.JDK);

    private final SslProvider provider;

    Engine(SslProvider provider) {
        this.provider = provider;
    }

    /** The native one where its library can be loaded. */
    public static Engine best() {
        return OpenSsl.isAvailable() ? NATIVE : JDK;
    }

    SslProvider provider() {
        return provider;
    }
}
