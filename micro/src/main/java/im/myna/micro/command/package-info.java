/**
 * {@code ./myna user}, {@code session} and all other commands that govern a server.
 *
 * <ul>
 *   <li>What a server does is asked for by REST, here or elsewhere; so it is written into the audit log, and what may be done is decided there.
 *   <li>On the machine of the server nobody types a password: whoever may open the control socket is given a pass for some minutes.
 *   <li>Accounts are kept without a server as well, in the database itself.
 * </ul>
 */
package im.myna.micro.command;
