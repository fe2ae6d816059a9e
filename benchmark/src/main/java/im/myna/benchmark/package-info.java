/** What Myna costs: micro benchmarks and a load generator, which is a client. */
package im.myna.benchmark;
