/**
 * Writing on: text one token at a time with the recurrent state on the device, samplers, and series step by step.
 *
 * @module
 */
export { autoregressiveForecast, type AutoregressiveForecastOptions } from "./autoregressive_forecast.ts";
export { fromProbabilities } from "./from_probabilities.ts";
export type { GenerateOptions } from "./generate_options.ts";
export { type GeneratedText, generateText } from "./generate_text.ts";
export { type GeneratedTexts, generateTexts } from "./generate_texts.ts";
export { greedy, type GreedyOptions } from "./greedy.ts";
export type { NextTokenModel, RecurrentState } from "./next_token_model.ts";
export type { Picker } from "./picker.ts";
export { sampler, type SamplerOptions } from "./sampler.ts";
export type { TextWriter } from "./text_writer.ts";
