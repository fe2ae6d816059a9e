/**
 * The way of a stanza through the server. Knows no feature: features name what they answer for by annotations, and a table
 * is made of them at the start. Only the router sends; handlers return what shall happen.
 */
package im.myna.routing;
