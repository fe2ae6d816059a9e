/**
 * What the doors of the browsers share: links that no event loop owns.
 *
 * <ul>
 *   <li>What happens to a link happens in its turns, one thing at a time and in order, on the few threads of the
 *       {@link im.myna.web.door.Porter}. Nothing is done in the thread of a caller: it may hold a lock of another stream.
 *   <li>What comes in and what goes out is counted: who sends or lets wait too much is cut, and no thread ever waits for a peer.
 * </ul>
 */
package im.myna.web.door;
