/**
 * The first visit: what has to be known before a server is good for others.
 *
 * <ul>
 *   <li>It is there only while nobody said which domain to serve and nobody but the first administrator is there; when it is done, it is
 *       gone for good.
 *   <li>Nothing is changed until all is known; then it is written where the next start reads it, the name of the domain last, so that half
 *       of it counts for nothing (ADR 0120).
 * </ul>
 */
package im.myna.administration.setup;
