/** Specs left out for one reason; each entry is a part of their full names. */
interface Skipped {
  reason: string;
  specs: string[];
}

const env = "test-tensorflow {}";

/** Every spec of tfjs-core that is not run on the engine. An entry that names no spec fails the run. */
export const skipped: Skipped[] = [
  {
    reason: "no kernel: neither tfjs-node nor the engine registers it",
    specs: [
      `bitwiseAnd ${env} a bitwiseAnd b`,
      "denseBincount",
      "image.transform",
      "lowerBound",
      "maxPoolWithArgmax",
      "raggedGather",
      "raggedRange",
      "raggedTensorToTensor",
      "searchSorted",
      "sparseFillEmptyRows",
      "sparseReshape",
      "sparseSegmentMean",
      "sparseSegmentSum",
      "stringNGrams",
      "stringSplit",
      "stringToHashBucketFast",
      "upperBound",
    ],
  },
  {
    reason: "tfjs-node's kernel knows only valid and same padding",
    specs: [
      `avgPool ${env} x=[2,2,3] f=[1,1] s=2 p=1`,
      `avgPool ${env} x=[2,2,3] f=[2,2] s=3 p=1`,
      `avgPool ${env} x=[3,3,1] f=[3,3] s=1 p=explicit`,
      `avgPool ${env} gradient x=[3,3,1] f=[3,3] s=1 p=explicit`,
      `avgPool3d ${env} x=[1,1,1,1,1] f=[2,2,2] s=1 p=2`,
      `avgPool3d ${env} x=[1,2,2,2,1] f=[2,2,2] s=1 p=1 roundingMode=floor`,
      `conv2dTranspose ${env} gradient input=[1,3,3,1] f=[2,2,2,1] s=[1,1] p=explicit`,
      `conv2dTranspose ${env} input=3x3x1,d2=1,f=2,s=2,p=explicit`,
      `maxPool ${env} x=[2,2,3] f=[1,1] s=2 p=1`,
      `maxPool ${env} x=[2,2,3] f=[2,2] s=3 p=1`,
      `maxPool ${env} x=[3,3,1] f=[3,3] s=1 p=explicit`,
      `maxPool3d ${env} x=[1,2,2,2,1] f=[2,2,2] s=1 p=1 roundingMode=floor`,
      `maxPoolBackprop ${env} gradient x=[3,3,1] f=3 s=1 p=explicit`,
      `pool ${env} avg x=[2,2,3] f=[1,1] s=2 p=1 fractional outputs default rounding`,
      `pool ${env} avg x=[3,3,1] f=[3,3] s=1 d=1 p=explicit`,
      `pool ${env} avg x=[3,3,1] f=[3,3] s=3 d=1 p=explicit`,
      `pool ${env} max x=[2,2,3] f=[1,1] s=2 p=1 fractional outputs default rounding`,
      `pool ${env} max x=[3,3,1] f=[3,3] s=1 d=1 p=explicit`,
      `pool ${env} max x=[3,3,1] f=[3,3] s=3 d=1 p=explicit`,
    ],
  },
  {
    reason: "TensorFlow's processor kernels take channels last only",
    specs: [
      `conv2d ${env} gradient x=[1,1,3,3] f=[2,2,1,1] s=1 p=0 NCHW`,
      `conv2d ${env} gradient x=[2,1,3,3] f=[2,2,1,1] s=1 p=0 NCHW`,
      `conv2d ${env} x=[1,2,2] f=[2,2,1,1] s=1 d=1 p=explicit NCHW`,
      `conv2d ${env} x=[1,2,2] f=[2,2,1,1] s=1 d=1 p=same NCHW`,
      `conv2d ${env} x=[2,1,2,2] f=[1,1,1,1] s=1 d=1 p=0 NCHW`,
      `conv2d ${env} x=[2,1,2,2] f=[2,2,1,1] s=1 d=1 p=same NCHW`,
      `conv2d ${env} x=[2,2,2] f=[2,2,2,1] s=1 d=1 p=same NCHW`,
      `fused conv2d ${env} basic in NCHW`,
      `fused conv2d ${env} batch in NCHW`,
      `fused conv2d ${env} im2row in NCHW`,
    ],
  },
  {
    reason: "TensorFlow's depthwise convolution takes no dilation on the processor",
    specs: [
      `depthwiseConv2D ${env} input=1x3x3x1,f=2,s=1,d=2,p=valid,chMul=1`,
      `depthwiseConv2D ${env} input=1x3x3x2,f=2,s=1,d=2,p=same,chMul=1`,
      `depthwiseConv2D ${env} input=1x3x3x4,f=3,s=1,d=2,p=same,chMul=1`,
      `depthwiseConv2D ${env} input=1x5x5x1,f=2,s=1,d=4,p=valid,chMul=1`,
      `depthwiseConv2D ${env} input=1x5x5x1,f=3,s=1,d=2,p=valid,chMul=1`,
      `depthwiseConv2D ${env} input=1x8x8x2,f=3,s=1,d=3,p=valid,chMul=1`,
      `depthwiseConv2D ${env} input=2x3x3x2,f=2,s=1,d=2,p=same,chMul=2`,
      `depthwiseConv2D ${env} input=2x3x3x2,f=3,s=1,d=2,p=same,chMul=2`,
      `separableConv2d ${env} input=1x4x4x1,f=2,s=1,d=2,p=valid,chMul=1,outDepth=2`,
    ],
  },
  {
    reason: "TensorFlow's op has no kernel for this type",
    specs: [
      `diag ${env} bool`,
      `greater ${env} should support string comparison`,
      `greaterEqual ${env} should support string comparison`,
      `leakyrelu ${env} int32`,
      `less ${env} should support string comparison`,
      `lessEqual ${env} should support string comparison`,
      `step kernel ${env} with int32 tensor`,
    ],
  },
  {
    reason: "TensorFlow's answer differs and is as good: sign(NaN), NaN in unique, the last bit of tan",
    specs: [
      `sign ${env} accepts a tensor-like object`,
      `sign ${env} basic`,
      `sign ${env} does not propagate NaNs`,
      `tan ${env} numbers exceed float32 precision`,
      `unique ${env} 1d tensor with NaN and Infinity`,
    ],
  },
  {
    reason: "TensorFlow accepts what tfjs-core's own kernel refuses, or the other way round",
    specs: [
      `avgPool3d ${env} x=[1,1,1,1,1] f=[1,1,3] s=1 p=valid`,
      `conv2dTranspose ${env} input=8x8x8,output=4x4x8,f=8,s=1,inDepth=8,p=same vec4`,
      `einsum ${env} 2d matrix calculate trace: duplicate axes not implemented yet`,
      `einsum ${env} nonexistent dimension throws error`,
    ],
  },
  {
    reason: "the kernel refuses updates whose leading dimensions are not the indices'",
    specs: [
      `scatterND ${env} should sum the duplicated indices`,
      `scatterND ${env} should work for 2d`,
      `scatterND ${env} should work for multiple 1d`,
      `scatterND ${env} should work for simple 1d`,
      `scatterND ${env} should work for tensorLike input`,
    ],
  },
  {
    reason: "the seed is 3.14, and TensorFlow's are whole numbers",
    specs: [`multinomial ${env} creates the same data given the same seed`],
  },
];
