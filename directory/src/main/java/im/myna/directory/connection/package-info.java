/**
 * How a directory is reached: which server, how protected, over how many connections, and for how long nobody tries again.
 *
 * <p>No call waits longer than the definition's times together: for a free connection, for a server to take one, for its answer. A
 * server that does not answer costs the threads that ask it, and after a few failures none.
 */
package im.myna.directory.connection;
