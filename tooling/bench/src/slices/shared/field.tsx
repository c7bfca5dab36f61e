interface FieldProps {
  label: string;
  name: string;
  errors?: readonly string[] | undefined;
  defaultValue?: string;
}

/** A product's field: label, input, errors. */
export function Field({ label, name, errors = [], defaultValue }: FieldProps) {
  return (
    <p>
      <label>
        {label} <input name={name} defaultValue={defaultValue} aria-invalid={errors.length > 0} />
      </label>
      {errors.map((error) => (
        <em key={error}>{error}</em>
      ))}
    </p>
  );
}
