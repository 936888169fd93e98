/** The commands in a document's sh blocks, without prompts and comments. */
export function shellCommands(markdown: string): string[] {
  const blocks = [...markdown.matchAll(/^```(?:sh|bash|shell|console)\n([\s\S]*?)^```/gm)].map((match) =>
    match[1]!
  );
  return blocks.join("\n").split("\n")
    .map((line) => line.replace(/^\$ /, "").replace(/(^|\s)#.*$/, "").trim())
    .filter((line) => line !== "");
}

/** The commands that .ci/run runs. */
export function runCommands(script: string): string[] {
  return [...script.matchAll(/^(?:step|counted) \S+ \d+ (.*)$/gm)].map((match) => match[1]!.trim());
}

/** The commands that .ci/run names in its first comment as not run. */
export function unrunTasks(script: string): string[] {
  return [...script.matchAll(/^# {3}(deno task \S+)/gm)].map((match) => match[1]!);
}

/** A command's identity: the task without its options, or the whole command. */
export function taskOf(command: string): string {
  const plain = command.replace(/^npx (--yes )?/, "").replace(/deno@[\d.]+/, "deno");
  return /^deno task [\w:-]+/.exec(plain)?.[0] ?? plain;
}
