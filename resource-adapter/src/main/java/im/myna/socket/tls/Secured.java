package im.myna.socket.tls;

import im.myna.link.Security;

/** Event in a channel's pipeline: the handshake is done, what comes now is protected like this. */
public record Secured(Security security) {}
