import { join } from "node:path";
import type { Project } from "./project.ts";
import { writeIfChanged } from "./kernelspec.ts";

const name = "unroll_report";
const version = "1.0";

/**
 * Makes the project's export format known to the environment's nbconvert, so that JupyterLab's "Save and Export"
 * and `jupyter nbconvert --to unroll` offer it; and keeps JupyterLab from asking the network for news.
 *
 * @param project where
 * @param packages the folder of installed packages
 * @example
 * ```ts
 * import { projectAt } from "./project.ts";
 * import { sitePackages } from "./site_packages.ts";
 * await registerExporter(projectAt(), sitePackages(projectAt(), [3, 12]));
 * ```
 */
export async function registerExporter(project: Project, packages: string): Promise<void> {
  const record = join(packages, `${name}-${version}.dist-info`);
  const files: [string, string][] = [
    [join(packages, `${name}.pth`), join(project.root, "tools", "export") + "\n"],
    [
      join(record, "METADATA"),
      `Metadata-Version: 2.1\nName: ${name.replace("_", "-")}\nVersion: ${version}\n`,
    ],
    [join(record, "entry_points.txt"), `[nbconvert.exporters]\nunroll = ${name}:UnrollExporter\n`],
    [join(record, "INSTALLER"), "unroll\n"],
    [join(record, "RECORD"), ""],
    [join(project.venv, "share", "jupyter", "lab", "settings", "overrides.json"), settings],
    // The checkout's package.json says "module", which would break JupyterLab's own yarn below it.
    [join(project.venv, "package.json"), '{ "private": true, "type": "commonjs" }\n'],
  ];
  for (const [file, text] of files) await writeIfChanged(file, text);
}

const settings = JSON.stringify(
  {
    "@jupyterlab/apputils-extension:notification": { fetchNews: "false", checkForUpdates: false },
  },
  null,
  2,
) + "\n";
