/** TensorFlow's C API as data: what each function that the engine calls takes and gives. */

/** A status or any other opaque handle. */
const P = "pointer";
/** Bytes that JavaScript owns: names, shapes, lists. */
const B = "buffer";
/** TF_Output, which goes by value: an operation and the index of one of its outputs. */
const OUTPUT = { struct: ["pointer", "i32"] } as const;

/** Tensors, strings, the eager context and eager operations. */
const eager = {
  TF_Version: { parameters: [], result: P },
  TF_NewStatus: { parameters: [], result: P },
  TF_GetCode: { parameters: [P], result: "i32" },
  TF_Message: { parameters: [P], result: P },
  TF_AllocateTensor: { parameters: ["i32", B, "i32", "usize"], result: P },
  TF_DeleteTensor: { parameters: [P], result: "void" },
  TF_TensorData: { parameters: [P], result: P },
  TF_TensorByteSize: { parameters: [P], result: "usize" },
  TF_StringInit: { parameters: [P], result: "void" },
  TF_StringCopy: { parameters: [P, B, "usize"], result: "void" },
  TF_StringDealloc: { parameters: [P], result: "void" },
  TF_StringGetDataPointer: { parameters: [P], result: P },
  TF_StringGetSize: { parameters: [P], result: "usize" },
  TFE_NewContextOptions: { parameters: [], result: P },
  TFE_DeleteContextOptions: { parameters: [P], result: "void" },
  TFE_ContextOptionsSetConfig: { parameters: [P, B, "usize", P], result: "void" },
  TFE_NewContext: { parameters: [P, P], result: P },
  TFE_ContextListDevices: { parameters: [P, P], result: P },
  TF_DeviceListCount: { parameters: [P], result: "i32" },
  TF_DeviceListName: { parameters: [P, "i32", P], result: P },
  TF_DeviceListType: { parameters: [P, "i32", P], result: P },
  TF_DeleteDeviceList: { parameters: [P], result: "void" },
  TFE_NewTensorHandle: { parameters: [P, P], result: P },
  TFE_DeleteTensorHandle: { parameters: [P], result: "void" },
  TFE_TensorHandleDataType: { parameters: [P], result: "i32" },
  TFE_TensorHandleNumDims: { parameters: [P, P], result: "i32" },
  TFE_TensorHandleDim: { parameters: [P, "i32", P], result: "i64" },
  TFE_TensorHandleResolve: { parameters: [P, P], result: P },
  TFE_TensorHandleCopyToDevice: { parameters: [P, P, B, P], result: P },
  TFE_TensorHandleCopySharingTensor: { parameters: [P, P], result: P },
  TFE_NewOp: { parameters: [P, B, P], result: P },
  TFE_DeleteOp: { parameters: [P], result: "void" },
  TFE_OpAddInput: { parameters: [P, P, P], result: "void" },
  TFE_OpSetAttrString: { parameters: [P, B, B, "usize"], result: "void" },
  TFE_OpSetAttrStringList: { parameters: [P, B, B, B, "i32"], result: "void" },
  TFE_OpSetAttrInt: { parameters: [P, B, "i64"], result: "void" },
  TFE_OpSetAttrIntList: { parameters: [P, B, B, "i32"], result: "void" },
  TFE_OpSetAttrFloat: { parameters: [P, B, "f32"], result: "void" },
  TFE_OpSetAttrFloatList: { parameters: [P, B, B, "i32"], result: "void" },
  TFE_OpSetAttrBool: { parameters: [P, B, "u8"], result: "void" },
  TFE_OpSetAttrBoolList: { parameters: [P, B, B, "i32"], result: "void" },
  TFE_OpSetAttrType: { parameters: [P, B, "i32"], result: "void" },
  TFE_OpSetAttrTypeList: { parameters: [P, B, B, "i32"], result: "void" },
  TFE_OpSetAttrShape: { parameters: [P, B, B, "i32", P], result: "void" },
  TFE_OpSetAttrShapeList: { parameters: [P, B, B, B, "i32", P], result: "void" },
  TFE_Execute: { parameters: [P, B, B, P], result: "void" },
  TFE_NewExecutor: { parameters: ["u8", "u8", "i32"], result: P },
  TFE_ContextGetExecutorForThread: { parameters: [P], result: P },
  TFE_ContextSetExecutorForThread: { parameters: [P, P], result: "void" },
  TFE_ExecutorClearError: { parameters: [P], result: "void" },
} as const;

/** Graphs that a recording is written into, and the functions made of them. */
const graph = {
  TF_NewBuffer: { parameters: [], result: P },
  TF_DeleteBuffer: { parameters: [P], result: "void" },
  TF_NewGraph: { parameters: [], result: P },
  TF_DeleteGraph: { parameters: [P], result: "void" },
  TF_GraphGetOpDef: { parameters: [P, B, P, P], result: "void" },
  TF_NewOperation: { parameters: [P, B, B], result: P },
  TF_AddInput: { parameters: [P, OUTPUT], result: "void" },
  TF_AddInputList: { parameters: [P, B, "i32"], result: "void" },
  TF_SetAttrString: { parameters: [P, B, B, "usize"], result: "void" },
  TF_SetAttrStringList: { parameters: [P, B, B, B, "i32"], result: "void" },
  TF_SetAttrInt: { parameters: [P, B, "i64"], result: "void" },
  TF_SetAttrIntList: { parameters: [P, B, B, "i32"], result: "void" },
  TF_SetAttrFloat: { parameters: [P, B, "f32"], result: "void" },
  TF_SetAttrFloatList: { parameters: [P, B, B, "i32"], result: "void" },
  TF_SetAttrBool: { parameters: [P, B, "u8"], result: "void" },
  TF_SetAttrBoolList: { parameters: [P, B, B, "i32"], result: "void" },
  TF_SetAttrType: { parameters: [P, B, "i32"], result: "void" },
  TF_SetAttrTypeList: { parameters: [P, B, B, "i32"], result: "void" },
  TF_SetAttrShape: { parameters: [P, B, B, "i32"], result: "void" },
  TF_SetAttrShapeList: { parameters: [P, B, B, B, "i32"], result: "void" },
  TF_SetAttrTensor: { parameters: [P, B, P, P], result: "void" },
  TF_FinishOperation: { parameters: [P, P], result: P },
  TF_GraphToFunction: {
    parameters: [P, B, "u8", "i32", P, "i32", B, "i32", B, P, P, P, P],
    result: P,
  },
  TF_DeleteFunction: { parameters: [P], result: "void" },
  TFE_ContextAddFunction: { parameters: [P, P, P], result: "void" },
  TFE_ContextRemoveFunction: { parameters: [P, B, P], result: "void" },
} as const;

/** SavedModels: a session loaded from a folder. */
const session = {
  TF_NewSessionOptions: { parameters: [], result: P },
  TF_DeleteSessionOptions: { parameters: [P], result: "void" },
  TF_LoadSessionFromSavedModel: { parameters: [P, P, B, B, "i32", P, P, P], result: P },
  TF_DeleteSession: { parameters: [P, P], result: "void" },
  TF_GraphOperationByName: { parameters: [P, B], result: P },
  TF_SessionRun: { parameters: [P, P, B, B, "i32", B, B, "i32", P, "i32", P, P], result: "void" },
} as const;

/** Every function of TensorFlow's C API that the engine calls. */
export const symbols = { ...eager, ...graph, ...session };

/** The opened functions. */
export type Functions = Deno.DynamicLibrary<typeof symbols>["symbols"];
