/**
 * Addresses (RFC 7622).
 *
 * <p>A {@link im.myna.jid.Jid} is prepared when it is made, so two of them are the same address exactly when they are equal, and
 * nothing behind this package prepares, compares or splits a text again. What was prepared once is not changed by being prepared
 * again: {@code Jid.of(jid.toString())} equals {@code jid}.
 *
 * <p>Nothing is cached: PRECIS costs a warm machine 0.1 us for a name, as much as a look-up, and ASCII does not get there.
 */
package im.myna.jid;
