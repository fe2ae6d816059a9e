/** The server itself by REST: settings, certificates, log, figures of the last hour, database. They translate; the administration decides. */
package im.myna.web.rest.server;
