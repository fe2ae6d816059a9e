/** What goes in and out by REST: who asks, what he says, and what is wrong with it. Knows no resource. */
package im.myna.web.rest.message;
