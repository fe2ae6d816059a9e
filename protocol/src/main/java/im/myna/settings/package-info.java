/**
 * Everything a server can be told, read once at the start; what is live may change afterwards, and is asked for each time.
 *
 * <p>A {@link im.myna.settings.Settings} that exists is valid: a wrong value stops the start, because a server that guesses what
 * its owner meant is found out too late. Every name stands in {@link im.myna.settings.Setting}, and nowhere else, so that the
 * launcher can refuse an unknown one and the documentation cannot forget one.
 */
package im.myna.settings;
