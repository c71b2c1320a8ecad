/**
 * Where each platform's native TensorFlow comes from: the official Python wheel, which holds the C library, and the
 * compiler call that builds @tensorflow/tfjs-node-gpu's addon against it. A new version of a row needs a new `name`:
 * folders of that name are kept in the user's cache and shared by all clones.
 *
 * Only the row with `tried: true` has ever run. The others were read from the wheels' contents: names, hashes and
 * what their libraries load were looked at, nothing was started.
 */
const version = '2.20.0';

/** C and C++ headers of the wheel that the addon includes, in the order of the folders. */
export const headers = [
  ...['c_api', 'c_api_macros', 'tf_attrtype', 'tf_buffer', 'tf_datatype', 'tf_status', 'tf_tensor', 'tf_tstring'].map(
    (name) => `tensorflow/c/${name}.h`,
  ),
  'tensorflow/c/eager/c_api.h',
  'tensorflow/core/platform/ctstring.h',
  'tensorflow/core/platform/ctstring_internal.h',
  'tsl/platform/ctstring.h',
  'tsl/platform/ctstring_internal.h',
  'xla/tsl/c/tsl_status.h',
];

const defines = { NAPI_VERSION: '8', NODE_GYP_MODULE_NAME: 'tfjs_binding' };
const gnuDefines = Object.entries(defines).map(([name, value]) => `-D${name}=${value}`);

/** The libraries lie beside the addon and are found from there ($ORIGIN), so the folder can be moved. */
const gnuCompile = ({ compiler, sources, includes, libraries, output }) => [
  [
    compiler,
    ...['-std=c++17', '-O2', '-fPIC', '-shared', ...gnuDefines],
    ...includes.flatMap((folder) => ['-I', folder]),
    ...sources,
    ...['-o', output, '-L', libraries, '-l:libtensorflow_cc.so.2', '-l:libtensorflow_framework.so.2'],
    '-Wl,-rpath,$ORIGIN',
  ],
];

const appleCompile = ({ compiler, sources, includes, libraries, output }) => [
  [
    compiler,
    ...['-std=c++17', '-O2', '-bundle', '-undefined', 'dynamic_lookup', ...gnuDefines],
    ...includes.flatMap((folder) => ['-I', folder]),
    ...sources,
    ...['-o', output, `${libraries}/libtensorflow_cc.2.dylib`, `${libraries}/libtensorflow_framework.2.dylib`],
    '-Wl,-rpath,@loader_path',
  ],
];

/** Node's own functions come from node.exe; node-api-headers lists their names, `lib` makes an import library of them. */
const microsoftCompile = ({ compiler, sources, includes, libraries, output, nodeApi, work }) => [
  ...['js_native_api', 'node_api'].map((name) => [
    'lib',
    ...['/nologo', '/machine:x64', `/def:${nodeApi}/def/${name}.def`, `/out:${work}/${name}.lib`],
  ]),
  [
    compiler,
    ...['/nologo', '/std:c++17', '/O2', '/EHsc', '/MD', '/LD', '/DCOMPILER_MSVC'],
    ...Object.entries(defines).map(([name, value]) => `/D${name}=${value}`),
    ...includes.map((folder) => `/I${folder}`),
    ...sources,
    ...[`/Fe:${output}`, '/link', `${work}/js_native_api.lib`, `${work}/node_api.lib`],
    `${libraries}/_pywrap_tensorflow_common.dll.if.lib`,
  ],
];

/**
 * `libraries`: members of the wheel laid side by side with the addon; `linkOnly`: needed to compile, then removed.
 * `bytes`: size of the wheel.
 */
export const table = {
  'linux x64': {
    name: `tensorflow-${version}-linux-x64-cpu`,
    package: 'tensorflow-cpu',
    version,
    variant: 'cpu',
    wheelPlatform: 'manylinux_2_17_x86_64',
    sha256: 'cf756bbe2d256e942ab5d0ad2c858fb40017581494febdb4387c149b1afde780',
    bytes: 258_876_263,
    libraries: ['tensorflow/libtensorflow_cc.so.2', 'tensorflow/libtensorflow_framework.so.2'],
    linkOnly: [],
    compilers: ['g++', 'c++', 'clang++'],
    compile: gnuCompile,
    tried: true,
  },
  'linux arm64': {
    name: `tensorflow-${version}-linux-arm64-cpu`,
    package: 'tensorflow',
    version,
    variant: 'cpu',
    wheelPlatform: 'manylinux_2_17_aarch64',
    sha256: '3e9568c8efcb05c0266be223e3269c62ebf7ad3498f156438311735f6fa5ced5',
    bytes: 259_465_882,
    // libtensorflow_cc looks for libomp in its own folder too.
    libraries: [
      'tensorflow/libtensorflow_cc.so.2',
      'tensorflow/libtensorflow_framework.so.2',
      'tensorflow.libs/libomp-f1025659.so.5',
    ],
    linkOnly: [],
    compilers: ['g++', 'c++', 'clang++'],
    compile: gnuCompile,
    tried: false,
    words: 'Never run: no such machine was at hand. Its libraries have the names of Linux x64.',
  },
  'darwin arm64': {
    name: `tensorflow-${version}-darwin-arm64-cpu`,
    package: 'tensorflow',
    version,
    variant: 'cpu',
    wheelPlatform: 'macosx_12_0_arm64',
    sha256: '5f964016c5035d09b85a246a6b739be89282a7839743f3ea63640224f0c63aee',
    bytes: 200_507_363,
    libraries: ['tensorflow/libtensorflow_cc.2.dylib', 'tensorflow/libtensorflow_framework.2.dylib'],
    linkOnly: [],
    compilers: ['clang++', 'c++'],
    compile: appleCompile,
    tried: false,
    words: 'Never run: no such machine was at hand. Both libraries are named by @rpath, which the addon sets.',
  },
  'win32 x64': {
    name: `tensorflow-${version}-win-x64-cpu`,
    package: 'tensorflow',
    version,
    variant: 'cpu',
    wheelPlatform: 'win_amd64',
    sha256: '7551558a48c2e2f6c32a1537f06c654a9df1408a1c18e7b99c3caafbd03edfe3',
    bytes: 331_845_735,
    libraries: ['tensorflow/python/_pywrap_tensorflow_common.dll'],
    linkOnly: ['tensorflow/python/_pywrap_tensorflow_common.dll.if.lib'],
    // The library loads python311.dll, so Python 3.11 itself is needed and its DLL is laid beside.
    python: { version: '3.11', file: 'python311.dll' },
    compilers: ['cl'],
    compile: microsoftCompile,
    tried: false,
    words: 'Never run: no such machine was at hand. Every function that the addon calls is exported by the library.',
  },
};

/** The row of a platform, or null. */
export const rowFor = (platform = process.platform, arch = process.arch) => table[`${platform} ${arch}`] ?? null;
