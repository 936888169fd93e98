/**
 * Bundles tfjs-core's own specs, as its npm package ships them, into one CommonJS file.
 *
 * The package's modules are written for a bundler (extensionless imports, jasmine as a global), so Deno can't load them
 * as they are. The bundle has its own copy of tfjs-core; both copies share one engine and one kernel registry through
 * the global object, which is what lets the specs run on a backend that was registered outside.
 *
 * @module
 */
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import * as esbuild from "esbuild";

/** What the specs import as jasmine: the instance that the runner has made global. */
const jasmineShim = "module.exports = Object.assign(globalThis.jasmine, { core: () => globalThis.jasmine });";

const useGlobalJasmine: esbuild.Plugin = {
  name: "use the runner's jasmine",
  setup(build) {
    build.onResolve({ filter: /^jasmine-core(\/|$)/ }, ({ path }) => ({ path, namespace: "jasmine" }));
    build.onLoad({ filter: /.*/, namespace: "jasmine" }, () => ({ contents: jasmineShim }));
  },
};

/**
 * Folders of the packages that the conformance run reads.
 *
 * @param root the project's folder, with `node_modules` installed
 * @returns the folders of tfjs-core and of tfjs-node-gpu
 */
export function packageFolders(root: string): { core: string; node: string } {
  const fromProject = createRequire(pathToFileURL(join(root, "deno.json")));
  const tfjs = fromProject.resolve("@tensorflow/tfjs/package.json");
  return {
    core: dirname(createRequire(pathToFileURL(tfjs)).resolve("@tensorflow/tfjs-core/package.json")),
    node: dirname(fromProject.resolve("@tensorflow/tfjs-node-gpu/package.json")),
  };
}

/**
 * Writes the bundle. It exports `load()`, which defines every spec on the global jasmine.
 *
 * @param core folder of the tfjs-core package
 * @param outfile where the bundle goes
 */
export async function bundleSpecs(core: string, outfile: string): Promise<void> {
  const path = (file: string): string => JSON.stringify(join(core, "dist", file));
  const entry = `
    import ${path("public/chained_ops/register_all_chained_ops")};
    import ${path("register_all_gradients")};
    import * as jasmineUtil from ${path("jasmine_util")};
    jasmineUtil.setTestEnvs([{ name: "test-tensorflow", backendName: "tensorflow", flags: {}, isDataSync: true }]);
    module.exports.load = () => require(${path("tests")});
  `;
  await esbuild.build({
    stdin: { contents: entry, resolveDir: core },
    outfile,
    bundle: true,
    ignoreAnnotations: true, // the package marks its spec files as free of side effects
    format: "cjs",
    platform: "node",
    logLevel: "error",
    plugins: [useGlobalJasmine],
  });
  await esbuild.stop();
}
