/**
 * The sessions, for those who govern the server. As in the package above, every method asks first whether its actor may.
 */
package im.myna.administration.visit;
