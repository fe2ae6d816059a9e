/** What can be shown of the container images without a Docker engine: their scripts by themselves, and that their parts fit. */
package im.myna.docker;
