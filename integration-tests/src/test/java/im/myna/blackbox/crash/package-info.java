/** What is left after the server was killed, compared with what it had answered until then. */
package im.myna.blackbox.crash;
