/** Brings what was traced to a collector, by OTLP (OpenTelemetry Protocol 1.x, JSON by HTTP). */
package im.myna.trace.otlp;
