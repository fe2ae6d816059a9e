/** Who is here, and how to reach them. Never calls the router: it would send while it is asked. */
package im.myna.session;
