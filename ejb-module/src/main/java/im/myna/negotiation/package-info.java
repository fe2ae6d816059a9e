/**
 * Until a session is bound (RFC 6120, sections 4 to 7), whatever the door.
 *
 * <p>A {@link im.myna.negotiation.Negotiation} is one peer's, and used by one thread at a time. It writes its answers to the link
 * and tells by an {@link im.myna.negotiation.Outcome} what its owner has to do. It never waits: a step that needs the database says
 * so beforehand, and one that shall take its time says how long, so that neither an event loop nor a worker stands still for a peer
 * that nobody knows yet.
 *
 * <p>Whether an account exists cannot be learned here: see {@link im.myna.negotiation.Credentials}.
 */
package im.myna.negotiation;
