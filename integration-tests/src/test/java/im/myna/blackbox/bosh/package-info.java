/** The door of HTTP requests (XEP-0124), from outside: what it answers to friends and strangers, word by word. */
package im.myna.blackbox.bosh;
