/** The rooms of `lib/` and what each may import, through the other room's `mod.ts`. */
export const roomTable: Record<string, readonly string[]> = {
  core: [],
  engine: ["core"],
  layers: ["core", "engine"],
  audio: ["core", "engine"],
  text: ["core"],
  series: ["core"],
  datasets: ["core", "audio", "text", "series"],
  models: ["core", "engine", "layers", "text"],
  training: ["core", "engine"],
  generation: ["core", "engine", "text"],
  evaluation: ["core"],
  plots: ["core"],
  notebook: ["core", "plots"],
};
