/**
 * The requests of a session and their answers, as the specification orders them (XEP-0124, 7 to 15): plain Java, without HTTP.
 *
 * <p>What is kept for a client is bounded: requests by its {@link im.myna.web.xep0124_bosh.correspondence.Window}, answers that may be
 * asked for again by their number and size.
 */
package im.myna.web.xep0124_bosh.correspondence;
