/** The conversations of the server's own tests, played by every door against the server as it is deployed. */
package im.myna.blackbox.stage;
