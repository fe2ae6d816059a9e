/**
 * All users with what belongs to them, in a file that other servers understand (XEP-0227).
 *
 * <ul>
 *   <li>Nobody holds more than one piece of one user: who reads tells an {@link im.myna.store.portable.Arrivals} of each as it
 *       comes, so a file may be larger than any memory.
 *   <li>A file is taken in as a whole or not at all: what is wrong ends the transaction, and names the line.
 *   <li>A file is read by the parser of the JDK, whatever others there are: it knows where it is, and refuses what it is told to.
 * </ul>
 */
package im.myna.store.portable;
