/**
 * What the GPU pack is made of: the CUDA 12 build of TensorFlow and the NVIDIA libraries that its extra `and-cuda` asks
 * for, each in the version that it was built with (the least that the extra allows). Hashes and sizes are the package
 * index's own.
 */
export interface Wheel {
  readonly package: string;
  readonly version: string;
  readonly file: string;
  readonly sha256: string;
  /** Size of the wheel in bytes, and of what is unpacked of it. */
  readonly bytes: number;
  readonly unpacked: number;
}

export const tensorFlowVersion = '2.20.0';

export const packName = `tensorflow-${tensorFlowVersion}-linux-x64-cuda`;

/** Members of a wheel that are unpacked: the libraries, what XLA compiles with, and the licenses. Python reads it too. */
export const neededMembers = [
  String.raw`^nvidia/[^/]+/lib/[^/]+\.so[.0-9]*$`,
  String.raw`^nvidia/cuda_nvcc/(bin/ptxas|nvvm/libdevice/[^/]+)$`,
  String.raw`^tensorflow/(libtensorflow_(cc|framework)\.so\.2|THIRD_PARTY_NOTICES\.txt)$`,
  String.raw`^[^/]+\.dist-info/(License\.txt|LICENSE)$`,
].join('|');

const nvidia = (
  name: string,
  version: string,
  bytes: number,
  unpacked: number,
  sha256: string,
  tag = 'manylinux2014_x86_64',
): Wheel => ({
  package: `nvidia-${name}-cu12`,
  version,
  file: `nvidia_${name.replaceAll('-', '_')}_cu12-${version}-py3-none-${tag}.whl`,
  ...{ sha256, bytes, unpacked },
});

/** The largest first: least disk is needed that way, each wheel being removed when it is unpacked. */
export const packWheels: readonly Wheel[] = [
  {
    package: 'tensorflow',
    version: tensorFlowVersion,
    file: `tensorflow-${tensorFlowVersion}-cp311-cp311-manylinux_2_17_x86_64.manylinux2014_x86_64.whl`,
    sha256: '481499fd0f824583de8945be61d5e827898cdaa4f5ea1bc2cc28ca2ccff8229e',
    bytes: 620_570_129,
    unpacked: 1_273_395_042,
  },
  nvidia(
    'cudnn',
    '9.3.0.75',
    577_163_502,
    885_357_134,
    '9ad9c6929ebb5295eb4a1728024666d1c88283373e265a0c5c883e6f9d5cd76d',
  ),
  nvidia(
    'cublas',
    '12.5.3.2',
    363_313_169,
    551_765_766,
    'ca070ad70e9fa6654084575d01bd001f30cc4665e33d4bb9fc8e0f321caa034b',
  ),
  nvidia(
    'cusparse',
    '12.5.1.3',
    217_558_979,
    295_774_806,
    '016df8e993c437e8301e62739f01775cba988fd5253cd4c64173f8e8d2f8e752',
  ),
  nvidia(
    'nccl',
    '2.25.1',
    201_352_353,
    271_888_999,
    '362aed5963fb9ea2ed2f264409baae30143498fd0e5c503aeaa1badd88cdc54a',
    'manylinux2014_x86_64.manylinux_2_17_x86_64',
  ),
  nvidia(
    'cufft',
    '11.2.3.61',
    192_524_114,
    278_988_518,
    '9a6e8df162585750f61983a638104a48c756aa13f9f48e19ab079b38e3c828b8',
  ),
  nvidia(
    'cusolver',
    '11.6.3.83',
    130_341_232,
    218_200_958,
    '93cfafacde4428b71778eeb092ec615a02a3d05404da1bcf91c53e3fa1bce42b',
  ),
  nvidia(
    'curand',
    '10.3.6.82',
    56_309_107,
    96_589_102,
    '2823fb27de4e44dbb22394a6adf53aa6e1b013aca0f8c22867d1cfae58405536',
  ),
  nvidia(
    'cuda-nvrtc',
    '12.5.82',
    24_873_108,
    68_302_926,
    '3dbd97b0104b4bfbc3c4f8c79cd2496307c89c43c29a9f83125f1d76296ff3fd',
  ),
  nvidia(
    'cuda-nvcc',
    '12.5.82',
    22_468_537,
    31_467_618,
    'b03e545b8e8c3ce7ebcd7fc44063180ff52ff01d064ece2127ed90a04ef12cd0',
  ),
  nvidia(
    'nvjitlink',
    '12.5.82',
    21_298_879,
    54_619_918,
    'f9b37bc5c8cf7509665cb6ada5aaa0ce65618f2332b7d3e78e9790511f111212',
  ),
  nvidia(
    'cuda-cupti',
    '12.5.82',
    13_811_507,
    44_011_470,
    'bde77a5feb66752ec61db2adfe47f56b941842825b4c7e2068aff27c9d107953',
  ),
  nvidia(
    'cuda-runtime',
    '12.5.82',
    895_707,
    771_294,
    '3e79a060e126df40fd3a068f3f787eb000fa51b251ec6cd97d09579632687115',
  ),
];
