/** Random values that only this server knows. All nodes must see the same one, so the first to need it makes it, under a lock. */
package im.myna.store.secret;
