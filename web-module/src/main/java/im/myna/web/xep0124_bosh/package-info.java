/**
 * The door for who has nothing but HTTP requests (XEP-0124, XEP-0206).
 *
 * <p>A request that waits for its answer is an object, not a thread; what concerns a session is done in the turns of its link. The
 * sid is all that others need to take a session over: it stands in no log.
 */
package im.myna.web.xep0124_bosh;
