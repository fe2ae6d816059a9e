/**
 * The directory of a company: who is in it, whether a password is right, who is in which group.
 *
 * <p>Plain Java: no container, no database, and nothing of XMPP. What is a name there need not be one here; who asks has to judge.
 *
 * <p>All of it blocks, for as long as the definition allows, and is called by threads that may.
 */
package im.myna.directory;
