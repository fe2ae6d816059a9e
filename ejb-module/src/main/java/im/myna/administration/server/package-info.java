/**
 * What those who govern the server do with the server itself, and not with somebody's account: settings, certificates, log, database.
 * As in the package above, every method asks first whether its actor may; what belongs to no domain is for those who see all of them.
 */
package im.myna.administration.server;
