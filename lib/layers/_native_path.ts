import { hasCudnnKind, type KindName, type RecurrentPath, recurrentPath } from "../engine/mod.ts";

/** A native network, and where it runs. */
export interface NativePath {
  readonly kind: KindName;
  readonly path: Exclude<RecurrentPath, "portable">;
}

/** Where a network runs natively; nothing where it doesn't, or a layer has no native network. */
export function nativePath(kind: KindName | undefined): NativePath | undefined {
  const path = kind ? recurrentPath() : "portable";
  if (!kind || path === "portable") return undefined;
  return path === "cudnn" && !hasCudnnKind(kind) ? undefined : { kind, path };
}
