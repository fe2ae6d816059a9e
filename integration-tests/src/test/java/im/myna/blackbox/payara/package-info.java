/** The EAR on Payara Server, in a domain of its own, with PostgreSQL. */
package im.myna.blackbox.payara;
