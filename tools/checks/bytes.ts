import { join } from "node:path";
import type { Check, Finding } from "./check.ts";
import { projectFiles } from "./project_files.ts";

const largest = 1024 * 1024;
const inData = /^data\/(README\.md|[\w-]+\.json|\.gitignore)$/;
const generated = /^reports\/.*\.(html|pdf)$|(^|\/)__pycache__\//;

/** No file above 1 MiB, none that a command makes, and no corpus: `data/` holds a README and manifests only. */
export const bytes: Check = {
  name: "bytes",
  async run(root): Promise<Finding> {
    const files = await projectFiles(root);
    const corpora = checksums(root, files);
    const problems = [];
    for (const file of files) {
      const what = await problemOf(root, file, corpora);
      if (what !== undefined) problems.push({ file, what });
    }
    return { looked: files.length, problems };
  },
};

async function problemOf(root: string, file: string, corpora: Set<string>): Promise<string | undefined> {
  const { size } = Deno.statSync(join(root, file));
  if (size > largest) return `has ${size} bytes, more than ${largest}; make it when it is needed`;
  if (file.startsWith("data/") && !inData.test(file)) {
    return "lies in data/, which holds no data; keep it out of git";
  }
  if (generated.test(file)) return "is made by a command; keep it out of git";
  if (corpora.size > 0 && corpora.has(await sha256(join(root, file)))) {
    return "is a corpus; keep it out of git";
  }
  return undefined;
}

/** The sha256 of every corpus file that a manifest in `data/` names. */
function checksums(root: string, files: string[]): Set<string> {
  const manifests = files.filter((file) => /^data\/[\w-]+\.json$/.test(file));
  const found = manifests.flatMap((file) =>
    Deno.readTextFileSync(join(root, file)).match(/\b[0-9a-f]{64}\b/g) ?? []
  );
  return new Set(found);
}

async function sha256(path: string): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", Deno.readFileSync(path));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
