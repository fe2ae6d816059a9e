/**
 * Myna started and stopped as a person would, by {@code ./myna}, in a process of its own.
 *
 * <p>Every process that is started here is remembered and, by its id, ended with the test's own process at the latest.
 */
package im.myna.blackbox.server;
