/** Under which names the words of a finding are looked for (shared/doctor-texts.ts), for whichever face loads them. */
export interface NamedFinding {
  readonly code: string;
  readonly subject: { readonly is: string };
  readonly evidence: Readonly<Record<string, string | number | boolean>>;
}

/** The most particular first: of whom it is, then how the home router stands, then the bare code. */
export const findingKeys = ({ code, subject, evidence }: NamedFinding): readonly string[] => [
  `${subject.is}-${code}`,
  ...('portMapping' in evidence ? [`${code}-${String(evidence['portMapping'])}`] : []),
  code,
];
