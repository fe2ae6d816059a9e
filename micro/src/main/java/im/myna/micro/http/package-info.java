/** What is added to the HTTP server inside of Payara. */
package im.myna.micro.http;
