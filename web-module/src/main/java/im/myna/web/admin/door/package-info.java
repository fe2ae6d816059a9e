/**
 * How people come in at the admin pages, and go out again.
 *
 * <ul>
 *   <li>Nothing of the pages needs no log-in, so there is no list of such things: the filter stands before the servlet that makes them,
 *       whatever path led there (ADR 0060).
 *   <li>Who somebody is, is asked for at each request, so a role or an account that was taken away is gone at once.
 *   <li>What changes something comes by POST, from a page of this server, which the browser has to say.
 * </ul>
 */
package im.myna.web.admin.door;
