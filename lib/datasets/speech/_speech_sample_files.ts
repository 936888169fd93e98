import type { CorpusFile } from "../files/corpus.ts";

/** The clips and their transcripts (.txt, .lab): path, bytes, SHA-256. */
const files: readonly (readonly [path: string, bytes: number, sha256: string])[] = [
  [
    "en/common_voice/common_voice_en_22058264.lab",
    3,
    "564739ea8fa5926d4fa5c9734fed462061960a22e6b8d5c06e94969d97891bf2",
  ],
  [
    "en/common_voice/common_voice_en_22058264.mp3",
    32_877,
    "4ae35e97592f2def75620295904b6cd20a1c32ace404a4d6718d8d5395f3491a",
  ],
  ["en/fleurs/fleurs-en-000.ogg", 25_616, "3f5c5cab149908b7133cae1aade5623acae4c870a4c87c62adad0dca0c8b058c"],
  ["en/fleurs/fleurs-en-000.txt", 99, "94ac868ffec4f7c70ed84e34efdb3d7e5a728d7efcbe9342dda4342e32583365"],
  ["en/fleurs/fleurs-en-002.ogg", 23_553, "e9bf3dba720aa7e1c4ebece74a872214537c1a85ea284929b02f18f192f1eb81"],
  ["en/fleurs/fleurs-en-002.txt", 186, "a132e2716cc6e5a3377e67e97fef5c1a09b0bf08fa3fdb15b1ae9e9532e13bb5"],
  ["en/fleurs/fleurs-en-004.ogg", 7_637, "a810ef4a6c7e4c5740fef94b9b072e4dc84499c8458d57f1bc3e1e2c12d53706"],
  ["en/fleurs/fleurs-en-004.txt", 86, "24464e32a888c8c02dd4b7df68482d97ba855a2bde1eb63f31673bcb974bb2a9"],
  ["en/fleurs/fleurs-en-006.ogg", 20_888, "06636596d81a3d172776b9a9856847470eef8942ebb8c90b08d4af28cbd0ce6b"],
  ["en/fleurs/fleurs-en-006.txt", 104, "6709cd600f7233fc986fdaf46f1bd1c8c14f1f707d239ec9986a0d4a4c8b5550"],
  ["en/fleurs/fleurs-en-008.ogg", 33_442, "1c1ecacfca7068aa944b21edc4b599fcf8ee48025ae4ae6abeff277ccd8a8017"],
  ["en/fleurs/fleurs-en-008.txt", 120, "1e5b43a2113d1f7d4bc4161345880735029fe322adbcd8a423ab11d56c50a0d1"],
  [
    "en/librispeech/61-70968-0000.flac",
    97_158,
    "fd3c84146d8b357efc7f0d21de86de770721fc5ddac7e6577688dbf3cdabff5b",
  ],
  [
    "en/librispeech/61-70968-0000.lab",
    97,
    "9d8066c605e9422405d42f082738619fb970c48c84248343559fa0da3c075951",
  ],
  ["es/fleurs/fleurs-es-000.ogg", 38_563, "4f28948cba8727379a11f1217d50e9a277465a28777c0bdf52e9dd7da4068300"],
  ["es/fleurs/fleurs-es-000.txt", 171, "b76d911c9d600bafe831fd283e7c55dfc36be588211521ace07970a897644bf4"],
  ["es/fleurs/fleurs-es-002.ogg", 28_742, "c50bdb59d93fad1e1da2e137fad223255c962bb69c7a37c490437e8e057c2f4c"],
  ["es/fleurs/fleurs-es-002.txt", 114, "d9f660c647f16d94db089fea4710b3a3520cf9f1401020485c213c8df37fddf2"],
  ["es/fleurs/fleurs-es-004.ogg", 30_130, "10badc0a1ca9d9ce770d01fa88d601ff959363f168b1d24715aa2c26f919baf6"],
  ["es/fleurs/fleurs-es-004.txt", 104, "26445d4733f748d775799bff0dcc59fe425d7400327d8e0306d147014140dbb5"],
  ["es/fleurs/fleurs-es-006.ogg", 15_786, "c39a87f326b83c7248a279f564f31686652c98c404a0be5d3647377cf8701f43"],
  ["es/fleurs/fleurs-es-006.txt", 65, "a1077213c3b2a3752ae7743cc6ef436e1c2f66fbfea0b65e07c6dcbe2679fb67"],
  ["es/fleurs/fleurs-es-008.ogg", 31_660, "bd432cfc39df4388282c81ab9ad4d0514a23cf1c8870b8f5c5ea9704ad19ec28"],
  ["es/fleurs/fleurs-es-008.txt", 132, "82c6564d826f2ee4455fca3b8990cbb2a8f744626d49129e4b127087605f139f"],
  ["es/mls/13697_11991_000000.lab", 251, "8afe560d7aa4007e9b07aa6342695f284e8ce690bee0b70e518b86b70a0a97b4"],
  [
    "es/mls/13697_11991_000000.opus",
    64_628,
    "463955775baf8ca7b249f421897899c72df81167a05b87db94b2cb2a686963e8",
  ],
  ["fr/fleurs/fleurs-fr-000.ogg", 16_957, "0e5c56fee9864764bd8692a607fe4f6e5d85f575cf9b27e8d7bfb37d2cf7205e"],
  ["fr/fleurs/fleurs-fr-000.txt", 113, "bb5c63974d229c750d09f355f558952970b534b7851b5a71f598ac7a3e209700"],
  ["fr/fleurs/fleurs-fr-002.ogg", 23_388, "a0c43468f1535fbef8669ddffecad80f991fbb137304d4a818d5b945604eb137"],
  ["fr/fleurs/fleurs-fr-002.txt", 183, "8a361f289ecf31a8156fc4521bbdaa110cb92d0b11d867478c55c676c1479c4e"],
  ["fr/fleurs/fleurs-fr-004.ogg", 24_733, "64f0be9d5b4fb2ffdcf5b0d2ddfc144bc2e10389e75e2eb0ca84bc27f9646faa"],
  ["fr/fleurs/fleurs-fr-004.txt", 126, "33b5fc8821f86a54e42aa17c6778df9e943421791634e38bb8c76a8a86919fa3"],
  ["fr/fleurs/fleurs-fr-006.ogg", 24_522, "eb67993ac433fd6ed6f995cd925c31d291db1e597598c10cdc16fbbb8345575e"],
  ["fr/fleurs/fleurs-fr-006.txt", 132, "7d28187734bcdaf4138ef2005a44b77fb889df581061181e49230d5c6bf716ab"],
  ["fr/fleurs/fleurs-fr-008.ogg", 22_634, "fbcd661d7ada9c608e849d3ef48e280047f671132f28d7e8396ad4ad843d97e3"],
  ["fr/fleurs/fleurs-fr-008.txt", 159, "1b9db08fbcfc9a9d2a748e9ef21c64a9b8ced0484a8208734b899b12e0e0a2fc"],
  [
    "ja/common_voice/common_voice_ja_24511055.lab",
    82,
    "9a84ae3cda7bc0b2fc1046b3c04578aa6189f5343a14bd9d2a81c327ae8f4b19",
  ],
  [
    "ja/common_voice/common_voice_ja_24511055.mp3",
    39_141,
    "4a43866d45aebe39d6d08f237c79d609569381aa69a1b088d8c3fafd58f43e3c",
  ],
  [
    "ja/common_voice/common_voice_ja_38833628_16k.wav",
    178_638,
    "69585aab1f79a930b59405faf9fbfb6ef8d8b4fda594073d119c656fe87771cd",
  ],
  [
    "ja/common_voice/common_voice_ja_38843402_16k.wav",
    218_958,
    "4e65e7d6b10d27bf4b16c58f786720924eee5417bb3d84a49fe16997df78648e",
  ],
  [
    "ja/common_voice/common_voice_ja_38852485_16k.wav",
    320_334,
    "f6851d02bd937998e5a51287c99ff013bdfbc7bfc527fd41c058154a253488d4",
  ],
  [
    "ja/fleurs/fleurs_ja_1837_clip4.txt",
    182,
    "d8f208831adcc4a6573e37e07767e6beb698160052d7ca88ccfb6a991b94f454",
  ],
  [
    "ja/fleurs/fleurs_ja_1837_clip4.wav",
    481_964,
    "362db1a6f89f7a79b2d4a03f3b571c018579431c565fcb21489ac9407fa81ea8",
  ],
];

/** Every file of `speechSamples`. */
export const speechSampleFiles: CorpusFile[] = files.map(([path, bytes, sha256]) => ({
  path,
  bytes,
  sha256,
}));
