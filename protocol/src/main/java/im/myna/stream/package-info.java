/**
 * Between bytes and frames: the stream of RFC 6120, section 4.
 *
 * <ul>
 *   <li>A decoder looks at no byte behind the frame that it was asked for: TLS or a new stream may begin there.
 *   <li>The bytes of a frame are copied out of what was fed: buffers of sockets are used again.
 *   <li>A broken stream is a StreamException; a stanza that cannot be delivered is a frame: the stream goes on.
 * </ul>
 */
package im.myna.stream;
