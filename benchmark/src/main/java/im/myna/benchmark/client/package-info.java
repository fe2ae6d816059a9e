/**
 * XMPP clients that cost next to nothing.
 *
 * <p>Everything that belongs to a {@link im.myna.benchmark.client.Clients} happens on its one event loop: nothing needs a lock, and
 * the load generator stays on one core. What a server sends is cut at the children of the stream and looked through for a
 * {@link im.myna.benchmark.client.Mark}; it is not parsed, because the load generator must not be slower than the server.
 */
package im.myna.benchmark.client;
