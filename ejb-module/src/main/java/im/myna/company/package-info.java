/**
 * The directories of companies: which serves which domain, who logs in by it, and what of it is kept here.
 *
 * <p>A directory is asked by threads of its own, as many as it has connections: one that hangs costs these, and nobody else waits for
 * them. What waits for these threads is bounded, and given up when it is too late.
 *
 * <p>Who has a password here is never asked for there: so an administrator gets in when the directory is away.
 */
package im.myna.company;
