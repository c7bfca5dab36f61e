import { Card } from '@repo/ui/card';

/** What was sent, as people may see it; null for those who may not. */
export function PayloadCard({ payload }: { payload: unknown }) {
  return (
    <Card
      title="Payload"
      description="Ids, amounts and the structure. Other texts may be somebody's name or a key: only their length is shown."
    >
      {payload === null ? (
        'Shown to admins'
      ) : (
        <pre className="font-mono text-[0.8125rem]/5 whitespace-pre-wrap wrap-anywhere">
          {JSON.stringify(payload, null, 2)}
        </pre>
      )}
    </Card>
  );
}
