/**
 * Links over TCP.
 *
 * <p>What happens to a link happens on its event loop, the calls of its listener too; so no listener is called by two threads
 * at once, and nothing here needs a lock. Other threads leave what they want in the link's queue.
 *
 * <p>Everything that waits is bounded: what the peer sends by not reading on, what it does not read by cutting it off, its time
 * by one wheel for all links of a loop. Nothing holds a listener once its link has closed.
 *
 * <p>A link is closed in peace: what was written goes out and the peer's end is awaited, for some seconds at most. Closing with
 * unread input would reset the connection, and the peer would never read why.
 */
package im.myna.socket.tcp;
