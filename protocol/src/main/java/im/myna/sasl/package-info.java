/**
 * Proving who somebody is (RFC 4422): the server's side of SCRAM, PLAIN and EXTERNAL.
 *
 * <p>Nothing here reads a database, a clock or a socket: what a mechanism needs is handed in, what it found out is handed back, and
 * a step that is out of order cannot be written down, because each step gives the object on which the next can be called.
 *
 * <p>Who is refused learns one of the conditions of RFC 6120, section 6.5, and an account that does not exist takes the same way
 * and the same time as a wrong password; see {@link im.myna.sasl.Decoys}.
 */
package im.myna.sasl;
