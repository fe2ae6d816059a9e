/** The server as those see it who watch over it. */
package im.myna.blackbox.monitoring;
