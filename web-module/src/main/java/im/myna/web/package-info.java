/** The doors and windows of the web: WebSocket, BOSH, the admin pages. */
package im.myna.web;
