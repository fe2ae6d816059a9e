/**
 * Myna on Payara Micro: what stands behind {@code ./myna}.
 *
 * <p>{@link im.myna.micro.Main} shares its class loader with the server, {@link im.myna.micro.Preparation} does not: what is on the
 * server's class path is seen by every application, and Aalto there would read the server's own configuration.
 */
package im.myna.micro;
