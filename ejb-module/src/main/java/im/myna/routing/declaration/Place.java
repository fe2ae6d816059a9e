package im.myna.routing.declaration;

/** To whom a request is addressed that the server answers. */
public enum Place {
    /** A domain of ours. */
    SERVER,
    /** The sender's own account: no 'to', or its own bare address. */
    SELF,
    /** The bare address of another account here; the server answers on its behalf (RFC 6121, 8.5.2.1.3). */
    ACCOUNT
}
