/** From the container to us. Translates, decides nothing. */
package im.myna.entry;
