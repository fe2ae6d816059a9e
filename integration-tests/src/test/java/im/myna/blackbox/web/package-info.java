/** The doors of the browsers, from outside: with sockets of our own, which can say what no browser would. */
package im.myna.blackbox.web;
