/** What others add to that which discovery tells of the server (XEP-0030). Beans of these types are found by themselves. */
package im.myna.discovery;
