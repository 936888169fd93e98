/** Something that a check does not accept. */
export interface Problem {
  /** The file, relative to the project's folder. */
  file: string;
  line?: number;
  /** What is wrong, and how to mend it. */
  what: string;
}

/** What a check saw. */
export interface Finding {
  /** How many things it looked at; a check that looked at nothing has failed. */
  looked: number;
  problems: Problem[];
}

/** A check of `deno task ok`: it looks at the project in `root` and changes nothing. */
export interface Check {
  name: string;
  run(root: string): Promise<Finding>;
}
