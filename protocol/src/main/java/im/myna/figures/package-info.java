/**
 * What the server counts and measures of itself. Who counts knows nothing of who asks, so that features stay what they are
 * whatever reads the figures; and counting costs an addition without a lock, so that it may stand on the way of every stanza.
 * What the resource adapter knows crosses to the application by JMX, through the interfaces here: the two share no object.
 */
package im.myna.figures;
