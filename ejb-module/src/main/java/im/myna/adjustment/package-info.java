/**
 * What changes the settings while the server runs. They lie in the database, and count more than what was said at the start; a value
 * that is not good any more never stops a start, because who can correct it comes in by the server itself.
 */
package im.myna.adjustment;
