/** The server's own beans, without a container and without sockets, under the microscope. */
package im.myna.benchmark.routing;
