/** The conversations of the server's own tests, played over TCP against the server as it is deployed. */
package im.myna.blackbox.stage;
