/**
 * What was counted and measured, as Prometheus reads it. The names of the figures, with their labels, are a promise: the
 * dashboard in docker/grafana and docs/monitoring.md lean on them.
 */
package im.myna.web.figures;
