import { check, cString, type Library, type Native, text } from "./native.ts";
import type { Opened } from "./open_library.ts";

/** How the eager context is set up. */
export interface ContextOptions {
  /** Threads of one operation; @default every core */
  threads?: number;
  /** `"cpu"` leaves GPUs alone; @default "gpu" where one answers */
  device?: "cpu" | "gpu";
  /** Take GPU memory as it is needed, not all at once; @default true */
  memoryGrowth?: boolean;
}

/**
 * Makes the eager context on an opened library.
 *
 * @param library what {@link openLibrary} gave
 * @param options threads, device, GPU memory
 * @returns the context with its best device
 * @throws {RangeError} when `threads` is not a whole number above zero
 * @throws {EngineError} when TensorFlow refuses
 */
export function openContext(library: Opened, options: ContextOptions = {}): Native {
  if (options.threads !== undefined && !(Number.isInteger(options.threads) && options.threads > 0)) {
    throw new RangeError(`Cannot set threads as a whole number above zero: ${options.threads}`);
  }
  const { functions } = library;
  const opened: Library = { functions, status: functions.TF_NewStatus()! };
  const contextOptions = functions.TFE_NewContextOptions(), config = configuration(options);
  functions.TFE_ContextOptionsSetConfig(contextOptions, config, BigInt(config.length), opened.status);
  check(opened, "TFE_ContextOptionsSetConfig");
  const context = functions.TFE_NewContext(contextOptions, opened.status)!;
  check(opened, "TFE_NewContext");
  functions.TFE_DeleteContextOptions(contextOptions);
  return { ...opened, context, version: library.version, ...bestDevice(opened, context) };
}

/** The first GPU listed, which is where TensorFlow runs what has no other place, else the CPU. */
function bestDevice(library: Library, context: Deno.PointerObject): { device: string; isGpu: boolean } {
  const { functions, status } = library;
  const list = functions.TFE_ContextListDevices(context, status);
  check(library, "TFE_ContextListDevices");
  let device = "", isGpu = false;
  for (let index = 0; index < functions.TF_DeviceListCount(list); index++) {
    const type = text(functions.TF_DeviceListType(list, index, status));
    const name = text(functions.TF_DeviceListName(list, index, status));
    if (!isGpu && (type === "GPU" || type === "CPU")) [device, isGpu] = [name, type === "GPU"];
  }
  functions.TF_DeleteDeviceList(list);
  cString(device);
  return { device, isGpu };
}

/** A ConfigProto in protobuf's wire format (tensorflow/core/protobuf/config.proto). */
function configuration(options: ContextOptions): Uint8Array<ArrayBuffer> {
  const bytes: number[] = [];
  const varint = (field: number, value: number): void => {
    bytes.push(field << 3);
    for (; value > 0x7f; value >>>= 7) bytes.push(value & 0x7f | 0x80);
    bytes.push(value);
  };
  const message = (field: number, content: number[]): void => {
    bytes.push(field << 3 | 2, content.length, ...content);
  };
  if (options.device === "cpu") message(1, [0x0a, 3, ...new TextEncoder().encode("GPU"), 0x10, 0]); // device_count
  if (options.threads) varint(2, options.threads); // intra_op_parallelism_threads
  if (options.threads) varint(5, options.threads); // inter_op_parallelism_threads
  if (options.memoryGrowth ?? true) message(6, [4 << 3, 1]); // gpu_options.allow_growth
  return new Uint8Array(bytes);
}
