/**
 * Transport Layer Security for links.
 *
 * <p>A certificate has its own TLS context, for as long as its files do not change: so no session survives its certificate, and
 * channel binding is right for the one that the client saw.
 *
 * <p>A handshake never fails for the lack of a client certificate: whom to believe is decided after it.
 */
package im.myna.socket.tls;
