/** The pages of the server itself: settings, certificates, log, database, and what is told to everybody. Beans as those of the other pages. */
package im.myna.web.admin.server;
