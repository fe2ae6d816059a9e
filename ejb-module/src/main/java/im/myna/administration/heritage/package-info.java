/**
 * What one start leaves to the next, in the data folder, for nobody but its owner to read. It is done before anybody is let in, and only
 * once.
 */
package im.myna.administration.heritage;
