import { registerBiasAdd } from "./bias_add.ts";
import { registerChannelsFirst } from "./channels_first.ts";
import { registerCounting } from "./counting.ts";
import { registerDilatedDepthwise } from "./dilated_depthwise.ts";
import { registerGather } from "./gather.ts";
import { registerImages } from "./images.ts";
import { registerMaxPoolGradient } from "./max_pool_gradient.ts";
import { registerMultinomial } from "./multinomial.ts";
import { registerPaddedPools } from "./padded_pools.ts";
import { registerRagged } from "./ragged.ts";
import { registerSparse } from "./sparse.ts";
import { registerStrings } from "./strings.ts";
import { registerTransposedPadding } from "./transposed_padding.ts";
import { registerWholeNumbers } from "./whole_numbers.ts";

/** Registers, after tfjs-node's own kernels, those that it lacks and those that do better than its own. */
export function registerKernels(): void {
  registerBiasAdd();
  registerCounting();
  registerDilatedDepthwise();
  registerGather();
  registerImages();
  registerMaxPoolGradient(); // before padded pools, which call it without padding
  registerMultinomial();
  registerPaddedPools();
  registerRagged();
  registerSparse();
  registerStrings();
  registerTransposedPadding(); // before channels first, which calls it with channels last
  registerChannelsFirst();
  registerWholeNumbers();
}
