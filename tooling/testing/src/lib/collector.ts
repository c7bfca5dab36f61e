import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

interface Attribute {
  key: string;
  value: Record<string, unknown>;
}
interface OtlpSpan {
  name: string;
  traceId: string;
  spanId: string;
  parentSpanId?: string;
  status: { code?: number };
  attributes: Attribute[];
}

/** A span as it arrived, with its attributes as an object. */
export interface ReceivedSpan extends Omit<OtlpSpan, 'attributes'> {
  service: unknown;
  attributes: Record<string, unknown>;
}

/** A collector of OpenTelemetry that keeps what it is sent. */
export interface Collector {
  url: string;
  /** Everything that arrived, as text. */
  received: () => string;
  spans: () => ReceivedSpan[];
  /** Values of a counter, by the values of its attributes. */
  counts: (metric: string) => Record<string, number>;
  stop: () => void;
}

const read = (attributes: Attribute[]) =>
  Object.fromEntries(attributes.map(({ key, value }) => [key, Object.values(value)[0]]));

/** Starts it on a free port of 127.0.0.1. It takes OTLP over HTTP as JSON. */
export async function startCollector(): Promise<Collector> {
  const bodies: Record<string, string[]> = { '/v1/traces': [], '/v1/metrics': [] };
  const server = createServer((request, response) => {
    void text(request).then((body) => {
      bodies[request.url ?? '']?.push(body);
      response.setHeader('content-type', 'application/json').end('{}');
    });
  });
  await new Promise<void>((listening) => void server.listen(0, '127.0.0.1', listening));

  function spans(): ReceivedSpan[] {
    return (bodies['/v1/traces'] ?? []).flatMap((body) => {
      const { resourceSpans } = JSON.parse(body) as {
        resourceSpans: {
          resource: { attributes: Attribute[] };
          scopeSpans: { spans: OtlpSpan[] }[];
        }[];
      };
      return resourceSpans.flatMap(({ resource, scopeSpans }) =>
        scopeSpans
          .flatMap((scope) => scope.spans)
          .map((span) => ({
            ...span,
            service: read(resource.attributes)['service.name'],
            attributes: read(span.attributes),
          })),
      );
    });
  }

  function counts(metric: string): Record<string, number> {
    const last = JSON.parse(bodies['/v1/metrics']?.at(-1) ?? '{"resourceMetrics":[]}') as {
      resourceMetrics: {
        scopeMetrics: {
          metrics: {
            name: string;
            sum?: { dataPoints: { attributes: Attribute[]; asDouble?: number; asInt?: number }[] };
          }[];
        }[];
      }[];
    };
    const points = last.resourceMetrics
      .flatMap(({ scopeMetrics }) => scopeMetrics.flatMap(({ metrics }) => metrics))
      .filter(({ name }) => name === metric)
      .flatMap(({ sum }) => sum?.dataPoints ?? []);
    return Object.fromEntries(
      points.map(({ attributes, asDouble, asInt }) => [
        Object.values(read(attributes)).join(' '),
        Number(asDouble ?? asInt),
      ]),
    );
  }

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    received: () => Object.values(bodies).flat().join('\n'),
    spans,
    counts,
    stop: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
