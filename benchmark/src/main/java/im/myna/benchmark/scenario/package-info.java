/**
 * What is done to a server, and what it costs.
 *
 * <p>A scenario is driven from the main thread, which may wait; everything that touches a client happens on the event loop of
 * {@link im.myna.benchmark.client.Clients}. What is counted is what arrived, never what was sent.
 */
package im.myna.benchmark.scenario;
