/** Myna on Payara Micro: the command line and the launcher. */
package im.myna.micro;
