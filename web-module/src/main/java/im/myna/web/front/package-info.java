/** What goes for every request by HTTP. */
package im.myna.web.front;
