/**
 * XMPP over WebSocket (RFC 7395), on the HTTP upgrade of the container.
 *
 * <ul>
 *   <li>Frames are read and written here: the container's own WebSocket keeps whole frames before it asks anybody, so that one who is
 *       not logged in could fill the memory, and it lets unmasked frames pass (docs/adr/0040).
 *   <li>Nothing is read while the link is full, so a peer that sends too fast waits in its own TCP.
 *   <li>All writing happens in the turns of the link, and only when the container says that it would not wait.
 * </ul>
 */
package im.myna.web.rfc7395_websocket;
