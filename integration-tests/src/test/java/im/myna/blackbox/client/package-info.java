/**
 * Clients that share no code with the server, so that a mistake in the one is not repeated in the other. They read on the thread
 * of the test, with a deadline, and start no threads of their own.
 */
package im.myna.blackbox.client;
