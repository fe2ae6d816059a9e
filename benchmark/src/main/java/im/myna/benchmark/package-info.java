/** What Myna costs: micro benchmarks and a load generator, which is a client of any XMPP server. */
package im.myna.benchmark;
