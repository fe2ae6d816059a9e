package im.myna.socket.tls;

import im.myna.specification.Implements;
import io.netty.handler.ssl.ApplicationProtocolConfig;
import io.netty.handler.ssl.ApplicationProtocolConfig.Protocol;
import io.netty.handler.ssl.ApplicationProtocolConfig.SelectedListenerFailureBehavior;
import io.netty.handler.ssl.ApplicationProtocolConfig.SelectorFailureBehavior;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SupportedCipherSuiteFilter;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.SSLException;

/**
 * What is negotiated, whatever the certificate (RFC 7590, 9325): TLS 1.2 and 1.3, forward secrecy, authenticated encryption.
 *
 * @param protocol the ALPN name (XEP-0368, section 3); empty for none
 * @param authorities who may vouch for clients
 */
@Implements(
        spec = "XEP-0368",
        version = "1.1.0",
        note = "without the DNS records, which are the business of the domain's owner")
record Suites(Engine engine, String protocol, Authorities authorities) {
    private static final List<String> CIPHERS = List.of(
            "TLS_AES_128_GCM_SHA256",
            "TLS_AES_256_GCM_SHA384",
            "TLS_CHACHA20_POLY1305_SHA256",
            "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256",
            "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256",
            "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384",
            "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384",
            "TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256",
            "TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256");

    SslContext context(PrivateKey key, List<X509Certificate> chain) throws SSLException {
        var builder = SslContextBuilder.forServer(key, chain)
                .sslProvider(engine.provider())
                .protocols("TLSv1.3", "TLSv1.2")
                .ciphers(CIPHERS, SupportedCipherSuiteFilter.INSTANCE)
                .applicationProtocolConfig(alpn());
        authorities.ask(builder);
        return builder.build();
    }

    private ApplicationProtocolConfig alpn() {
        return protocol.isEmpty()
                ? ApplicationProtocolConfig.DISABLED
                : new ApplicationProtocolConfig(
                        Protocol.ALPN,
                        SelectorFailureBehavior.NO_ADVERTISE,
                        SelectedListenerFailureBehavior.ACCEPT,
                        protocol);
    }
}
