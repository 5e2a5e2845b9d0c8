// Written by tools/catalogue; do not edit.
import type { Table } from "../catalogue.js";

/** 572 GCP machine types. */
export const gcpTable: Table = Object.freeze({
  date: "2026-07-01",
  sources: Object.freeze([
    "Cyclenerd/google-cloud-pricing-cost-calculator tools/machinetypes.csv at 8c32d22 (repository at dac31281, 2026-08-20), 2026-07-01, Apache-2.0: vcpus, memoryMib, sharedCore, deprecated; retired (file history)",
  ]),
  rows: `
a2-highgpu-1g 12 87040 gpu
a2-highgpu-2g 24 174080 gpu
a2-highgpu-4g 48 348160 gpu
a2-highgpu-8g 96 696320 gpu
a2-megagpu-16g 96 1392640 gpu
a2-ultragpu-1g 12 174080 gpu
a2-ultragpu-2g 24 348160 gpu
a2-ultragpu-4g 48 696320 gpu
a2-ultragpu-8g 96 1392640 gpu
a3-edgegpu-8g 208 1916928 gpu
a3-edgegpu-8g-nolssd 208 1916928 gpu
a3-highgpu-1g 26 239616 gpu
a3-highgpu-2g 52 479232 gpu
a3-highgpu-4g 104 958464 gpu
a3-highgpu-8g 208 1916928 gpu
a3-megagpu-8g 208 1916928 gpu
a3-ultragpu-8g 224 3022848 gpu
a3-ultragpu-8g-nolssd 224 3022848 gpu
a4-highgpu-8g 224 4063232 gpu
a4x-highgpu-4g 140 905216 arm64 gpu
a4x-maxgpu-4g-metal 144 983040 arm64 gpu metal
c2-standard-16 16 65536
c2-standard-30 30 122880
c2-standard-4 4 16384
c2-standard-60 60 245760
c2-standard-8 8 32768
c2d-highcpu-112 112 229376
c2d-highcpu-16 16 32768
c2d-highcpu-2 2 4096
c2d-highcpu-32 32 65536
c2d-highcpu-4 4 8192
c2d-highcpu-56 56 114688
c2d-highcpu-8 8 16384
c2d-highmem-112 112 917504
c2d-highmem-16 16 131072
c2d-highmem-2 2 16384
c2d-highmem-32 32 262144
c2d-highmem-4 4 32768
c2d-highmem-56 56 458752
c2d-highmem-8 8 65536
c2d-standard-112 112 458752
c2d-standard-16 16 65536
c2d-standard-2 2 8192
c2d-standard-32 32 131072
c2d-standard-4 4 16384
c2d-standard-56 56 229376
c2d-standard-8 8 32768
c3-highcpu-176 176 360448
c3-highcpu-192-metal 192 524288 metal
c3-highcpu-22 22 45056
c3-highcpu-4 4 8192
c3-highcpu-44 44 90112
c3-highcpu-8 8 16384
c3-highcpu-88 88 180224
c3-highmem-176 176 1441792
c3-highmem-192-metal 192 1572864 metal
c3-highmem-22 22 180224
c3-highmem-4 4 32768
c3-highmem-44 44 360448
c3-highmem-8 8 65536
c3-highmem-88 88 720896
c3-standard-176 176 720896
c3-standard-176-lssd 176 720896
c3-standard-192-metal 192 786432 metal
c3-standard-22 22 90112
c3-standard-22-lssd 22 90112
c3-standard-4 4 16384
c3-standard-4-lssd 4 16384
c3-standard-44 44 180224
c3-standard-44-lssd 44 180224
c3-standard-8 8 32768
c3-standard-8-lssd 8 32768
c3-standard-88 88 360448
c3-standard-88-lssd 88 360448
c3d-highcpu-16 16 32768
c3d-highcpu-180 180 362496
c3d-highcpu-30 30 60416
c3d-highcpu-360 360 724992
c3d-highcpu-4 4 8192
c3d-highcpu-60 60 120832
c3d-highcpu-8 8 16384
c3d-highcpu-90 90 181248
c3d-highmem-16 16 131072
c3d-highmem-16-lssd 16 131072
c3d-highmem-180 180 1474560
c3d-highmem-180-lssd 180 1474560
c3d-highmem-30 30 245760
c3d-highmem-30-lssd 30 245760
c3d-highmem-360 360 2949120
c3d-highmem-360-lssd 360 2949120
c3d-highmem-4 4 32768
c3d-highmem-60 60 491520
c3d-highmem-60-lssd 60 491520
c3d-highmem-8 8 65536
c3d-highmem-8-lssd 8 65536
c3d-highmem-90 90 737280
c3d-highmem-90-lssd 90 737280
c3d-standard-16 16 65536
c3d-standard-16-lssd 16 65536
c3d-standard-180 180 737280
c3d-standard-180-lssd 180 737280
c3d-standard-30 30 122880
c3d-standard-30-lssd 30 122880
c3d-standard-360 360 1474560
c3d-standard-360-lssd 360 1474560
c3d-standard-4 4 16384
c3d-standard-60 60 245760
c3d-standard-60-lssd 60 245760
c3d-standard-8 8 32768
c3d-standard-8-lssd 8 32768
c3d-standard-90 90 368640
c3d-standard-90-lssd 90 368640
c4-highcpu-144 144 294912
c4-highcpu-16 16 32768
c4-highcpu-192 192 393216
c4-highcpu-2 2 4096
c4-highcpu-24 24 49152
c4-highcpu-288 288 589824
c4-highcpu-288-metal 288 589824 metal retired
c4-highcpu-32 32 65536
c4-highcpu-4 4 8192
c4-highcpu-48 48 98304
c4-highcpu-8 8 16384
c4-highcpu-96 96 196608
c4-highmem-144 144 1142784
c4-highmem-144-lssd 144 1142784
c4-highmem-16 16 126976
c4-highmem-16-lssd 16 126976
c4-highmem-192 192 1523712
c4-highmem-192-lssd 192 1523712
c4-highmem-2 2 15360
c4-highmem-24 24 190464
c4-highmem-24-lssd 24 190464
c4-highmem-288 288 2285568
c4-highmem-288-lssd 288 2285568
c4-highmem-288-lssd-metal 288 2285568 metal
c4-highmem-288-metal 288 2285568 metal
c4-highmem-32 32 253952
c4-highmem-32-lssd 32 253952
c4-highmem-4 4 31744
c4-highmem-4-lssd 4 31744
c4-highmem-48 48 380928
c4-highmem-48-lssd 48 380928
c4-highmem-8 8 63488
c4-highmem-8-lssd 8 63488
c4-highmem-96 96 761856
c4-highmem-96-lssd 96 761856
c4-standard-144 144 552960
c4-standard-144-lssd 144 552960
c4-standard-16 16 61440
c4-standard-16-lssd 16 61440
c4-standard-192 192 737280
c4-standard-192-lssd 192 737280
c4-standard-2 2 7168
c4-standard-24 24 92160
c4-standard-24-lssd 24 92160
c4-standard-288 288 1105920
c4-standard-288-lssd 288 1105920
c4-standard-288-lssd-metal 288 1105920 metal
c4-standard-288-metal 288 1105920 metal
c4-standard-32 32 122880
c4-standard-32-lssd 32 122880
c4-standard-4 4 15360
c4-standard-4-lssd 4 15360
c4-standard-48 48 184320
c4-standard-48-lssd 48 184320
c4-standard-8 8 30720
c4-standard-8-lssd 8 30720
c4-standard-96 96 368640
c4-standard-96-lssd 96 368640
c4a-highcpu-1 1 2048 arm64
c4a-highcpu-16 16 32768 arm64
c4a-highcpu-2 2 4096 arm64
c4a-highcpu-32 32 65536 arm64
c4a-highcpu-4 4 8192 arm64
c4a-highcpu-48 48 98304 arm64
c4a-highcpu-64 64 131072 arm64
c4a-highcpu-72 72 147456 arm64
c4a-highcpu-8 8 16384 arm64
c4a-highmem-1 1 8192 arm64
c4a-highmem-16 16 131072 arm64
c4a-highmem-16-lssd 16 131072 arm64
c4a-highmem-2 2 16384 arm64
c4a-highmem-32 32 262144 arm64
c4a-highmem-32-lssd 32 262144 arm64
c4a-highmem-4 4 32768 arm64
c4a-highmem-4-lssd 4 32768 arm64
c4a-highmem-48 48 393216 arm64
c4a-highmem-48-lssd 48 393216 arm64
c4a-highmem-64 64 524288 arm64
c4a-highmem-64-lssd 64 524288 arm64
c4a-highmem-72 72 589824 arm64
c4a-highmem-72-lssd 72 589824 arm64
c4a-highmem-8 8 65536 arm64
c4a-highmem-8-lssd 8 65536 arm64
c4a-highmem-96-metal 96 786432 arm64 metal
c4a-standard-1 1 4096 arm64
c4a-standard-16 16 65536 arm64
c4a-standard-16-lssd 16 65536 arm64
c4a-standard-2 2 8192 arm64
c4a-standard-32 32 131072 arm64
c4a-standard-32-lssd 32 131072 arm64
c4a-standard-4 4 16384 arm64
c4a-standard-4-lssd 4 16384 arm64
c4a-standard-48 48 196608 arm64
c4a-standard-48-lssd 48 196608 arm64
c4a-standard-64 64 262144 arm64
c4a-standard-64-lssd 64 262144 arm64
c4a-standard-72 72 294912 arm64
c4a-standard-72-lssd 72 294912 arm64
c4a-standard-8 8 32768 arm64
c4a-standard-8-lssd 8 32768 arm64
c4d-highcpu-16 16 30720
c4d-highcpu-192 192 368640
c4d-highcpu-2 2 3072
c4d-highcpu-32 32 61440
c4d-highcpu-384 384 737280
c4d-highcpu-384-metal 384 786432 metal
c4d-highcpu-4 4 7168
c4d-highcpu-48 48 92160
c4d-highcpu-64 64 122880
c4d-highcpu-8 8 15360
c4d-highcpu-96 96 184320
c4d-highmem-16 16 129024
c4d-highmem-16-lssd 16 129024
c4d-highmem-192 192 1548288
c4d-highmem-192-lssd 192 1548288
c4d-highmem-2 2 15360
c4d-highmem-32 32 258048
c4d-highmem-32-lssd 32 258048
c4d-highmem-384 384 3096576
c4d-highmem-384-lssd 384 3096576
c4d-highmem-384-metal 384 3145728 metal
c4d-highmem-4 4 31744
c4d-highmem-48 48 387072
c4d-highmem-48-lssd 48 387072
c4d-highmem-64 64 516096
c4d-highmem-64-lssd 64 516096
c4d-highmem-8 8 64512
c4d-highmem-8-lssd 8 64512
c4d-highmem-96 96 774144
c4d-highmem-96-lssd 96 774144
c4d-standard-16 16 63488
c4d-standard-16-lssd 16 63488
c4d-standard-192 192 761856
c4d-standard-192-lssd 192 761856
c4d-standard-2 2 7168
c4d-standard-32 32 126976
c4d-standard-32-lssd 32 126976
c4d-standard-384 384 1523712
c4d-standard-384-lssd 384 1523712
c4d-standard-384-metal 384 1572864 metal
c4d-standard-4 4 15360
c4d-standard-48 48 190464
c4d-standard-48-lssd 48 190464
c4d-standard-64 64 253952
c4d-standard-64-lssd 64 253952
c4d-standard-8 8 31744
c4d-standard-8-lssd 8 31744
c4d-standard-96 96 380928
c4d-standard-96-lssd 96 380928
c4n-highcpu-16 16 32768
c4n-highcpu-192 192 393216
c4n-highcpu-2 2 4096
c4n-highcpu-24 24 49152
c4n-highcpu-4 4 8192
c4n-highcpu-48 48 98304
c4n-highcpu-8 8 16384
c4n-highcpu-96 96 196608
c4n-highmem-16 16 126976
c4n-highmem-192 192 1523712
c4n-highmem-2 2 15360
c4n-highmem-24 24 190464
c4n-highmem-4 4 31744
c4n-highmem-48 48 380928
c4n-highmem-8 8 63488
c4n-highmem-96 96 761856
c4n-standard-16 16 61440
c4n-standard-192 192 737280
c4n-standard-2 2 7168
c4n-standard-24 24 92160
c4n-standard-4 4 15360
c4n-standard-48 48 184320
c4n-standard-8 8 30720
c4n-standard-96 96 368640
ct3-hightpu-4t 96 348160
ct3p-hightpu-4t 48 348160
ct4p-hightpu-4t 240 416768 retired
ct5l-hightpu-1t 24 49152
ct5l-hightpu-4t 112 196608
ct5l-hightpu-8t 224 393216
ct5lp-hightpu-1t 24 49152
ct5lp-hightpu-4t 112 196608
ct5lp-hightpu-8t 224 393216
ct5p-hightpu-1t 52 114688 retired
ct5p-hightpu-2t 104 229376 retired
ct5p-hightpu-4t 208 458752
ct6e-standard-1t 44 180224
ct6e-standard-4t 180 737280
ct6e-standard-8t 360 1474560
e2-highcpu-16 16 16384
e2-highcpu-2 2 2048
e2-highcpu-32 32 32768
e2-highcpu-4 4 4096
e2-highcpu-8 8 8192
e2-highmem-16 16 131072
e2-highmem-2 2 16384
e2-highmem-4 4 32768
e2-highmem-8 8 65536
e2-medium 2 4096 burstable
e2-micro 2 1024 burstable
e2-small 2 2048 burstable
e2-standard-16 16 65536
e2-standard-2 2 8192
e2-standard-32 32 131072
e2-standard-4 4 16384
e2-standard-8 8 32768
f1-micro 1 614 burstable
g1-small 1 1740 burstable
g2-standard-12 12 49152
g2-standard-16 16 65536
g2-standard-24 24 98304
g2-standard-32 32 131072
g2-standard-4 4 16384
g2-standard-48 48 196608
g2-standard-8 8 32768
g2-standard-96 96 393216
g4-standard-12 12 46080
g4-standard-192 192 737280
g4-standard-24 24 92160
g4-standard-384 384 1474560
g4-standard-48 48 184320
g4-standard-6 6 22528
g4-standard-96 96 368640
h3-standard-88 88 360448
h4d-highmem-192 192 1523712
h4d-highmem-192-lssd 192 1523712
h4d-standard-192 192 737280
m1-megamem-96 96 1468006
m1-ultramem-160 160 3936256
m1-ultramem-40 40 984064
m1-ultramem-80 80 1968128
m2-hypermem-416 416 9043968
m2-megamem-416 416 6029312
m2-ultramem-208 208 6029312
m2-ultramem-416 416 12058624
m2-ultramem2x-96 96 1280000 previous
m2-ultramemx-96 96 614400 previous
m3-megamem-128 128 1998848
m3-megamem-64 64 999424
m3-ultramem-128 128 3997696
m3-ultramem-32 32 999424
m3-ultramem-64 64 1998848
m4-hypermem-16 16 253952
m4-hypermem-32 32 507904
m4-hypermem-64 64 1015808
m4-megamem-112 112 1523712
m4-megamem-224 224 3047424
m4-megamem-28 28 380928
m4-megamem-56 56 761856
m4-ultramem-112 112 3047424
m4-ultramem-224 224 6094848
m4-ultramem-56 56 1523712
m4n-hypermem-16 16 253952
m4n-hypermem-32 32 507904
m4n-hypermem-64 64 1015808
m4n-megamem-112 112 1523712
m4n-megamem-28 28 380928
m4n-megamem-56 56 761856
m4n-ultramem-112 112 3047424
m4n-ultramem-56 56 1523712
n1-highcpu-16 16 14745
n1-highcpu-2 2 1843
n1-highcpu-32 32 29491
n1-highcpu-4 4 3686
n1-highcpu-64 64 58982
n1-highcpu-8 8 7372
n1-highcpu-96 96 88473
n1-highmem-16 16 106496
n1-highmem-2 2 13312
n1-highmem-32 32 212992
n1-highmem-4 4 26624
n1-highmem-64 64 425984
n1-highmem-8 8 53248
n1-highmem-96 96 638976
n1-megamem-96 96 1468006 previous
n1-standard-1 1 3840
n1-standard-16 16 61440
n1-standard-2 2 7680
n1-standard-32 32 122880
n1-standard-4 4 15360
n1-standard-64 64 245760
n1-standard-8 8 30720
n1-standard-96 96 368640
n1-ultramem-160 160 3936256 previous
n1-ultramem-40 40 984064 previous
n1-ultramem-80 80 1968128 previous
n2-highcpu-16 16 16384
n2-highcpu-2 2 2048
n2-highcpu-32 32 32768
n2-highcpu-4 4 4096
n2-highcpu-48 48 49152
n2-highcpu-64 64 65536
n2-highcpu-8 8 8192
n2-highcpu-80 80 81920
n2-highcpu-96 96 98304
n2-highmem-128 128 884736
n2-highmem-16 16 131072
n2-highmem-2 2 16384
n2-highmem-32 32 262144
n2-highmem-4 4 32768
n2-highmem-48 48 393216
n2-highmem-64 64 524288
n2-highmem-8 8 65536
n2-highmem-80 80 655360
n2-highmem-96 96 786432
n2-standard-128 128 524288
n2-standard-16 16 65536
n2-standard-2 2 8192
n2-standard-32 32 131072
n2-standard-4 4 16384
n2-standard-48 48 196608
n2-standard-64 64 262144
n2-standard-8 8 32768
n2-standard-80 80 327680
n2-standard-96 96 393216
n2d-highcpu-128 128 131072
n2d-highcpu-16 16 16384
n2d-highcpu-2 2 2048
n2d-highcpu-224 224 229376
n2d-highcpu-32 32 32768
n2d-highcpu-4 4 4096
n2d-highcpu-48 48 49152
n2d-highcpu-64 64 65536
n2d-highcpu-8 8 8192
n2d-highcpu-80 80 81920
n2d-highcpu-96 96 98304
n2d-highmem-16 16 131072
n2d-highmem-2 2 16384
n2d-highmem-32 32 262144
n2d-highmem-4 4 32768
n2d-highmem-48 48 393216
n2d-highmem-64 64 524288
n2d-highmem-8 8 65536
n2d-highmem-80 80 655360
n2d-highmem-96 96 786432
n2d-standard-128 128 524288
n2d-standard-16 16 65536
n2d-standard-2 2 8192
n2d-standard-224 224 917504
n2d-standard-32 32 131072
n2d-standard-4 4 16384
n2d-standard-48 48 196608
n2d-standard-64 64 262144
n2d-standard-8 8 32768
n2d-standard-80 80 327680
n2d-standard-96 96 393216
n4-highcpu-16 16 32768
n4-highcpu-2 2 4096
n4-highcpu-32 32 65536
n4-highcpu-4 4 8192
n4-highcpu-48 48 98304
n4-highcpu-64 64 131072
n4-highcpu-8 8 16384
n4-highcpu-80 80 163840
n4-highmem-16 16 131072
n4-highmem-2 2 16384
n4-highmem-32 32 262144
n4-highmem-4 4 32768
n4-highmem-48 48 393216
n4-highmem-64 64 524288
n4-highmem-8 8 65536
n4-highmem-80 80 655360
n4-standard-16 16 65536
n4-standard-2 2 8192
n4-standard-32 32 131072
n4-standard-4 4 16384
n4-standard-48 48 196608
n4-standard-64 64 262144
n4-standard-8 8 32768
n4-standard-80 80 327680
n4a-highcpu-1 1 2048 arm64
n4a-highcpu-16 16 32768 arm64
n4a-highcpu-2 2 4096 arm64
n4a-highcpu-32 32 65536 arm64
n4a-highcpu-4 4 8192 arm64
n4a-highcpu-48 48 98304 arm64
n4a-highcpu-64 64 131072 arm64
n4a-highcpu-8 8 16384 arm64
n4a-highmem-1 1 8192 arm64
n4a-highmem-16 16 131072 arm64
n4a-highmem-2 2 16384 arm64
n4a-highmem-32 32 262144 arm64
n4a-highmem-4 4 32768 arm64
n4a-highmem-48 48 393216 arm64
n4a-highmem-64 64 524288 arm64
n4a-highmem-8 8 65536 arm64
n4a-standard-1 1 4096 arm64
n4a-standard-16 16 65536 arm64
n4a-standard-2 2 8192 arm64
n4a-standard-32 32 131072 arm64
n4a-standard-4 4 16384 arm64
n4a-standard-48 48 196608 arm64
n4a-standard-64 64 262144 arm64
n4a-standard-8 8 32768 arm64
n4d-highcpu-16 16 32768
n4d-highcpu-2 2 4096
n4d-highcpu-32 32 65536
n4d-highcpu-4 4 8192
n4d-highcpu-48 48 98304
n4d-highcpu-64 64 131072
n4d-highcpu-8 8 16384
n4d-highcpu-80 80 163840
n4d-highcpu-96 96 196608
n4d-highmem-16 16 131072
n4d-highmem-2 2 16384
n4d-highmem-32 32 262144
n4d-highmem-4 4 32768
n4d-highmem-48 48 393216
n4d-highmem-64 64 524288
n4d-highmem-8 8 65536
n4d-highmem-80 80 655360
n4d-highmem-96 96 786432
n4d-standard-16 16 65536
n4d-standard-2 2 8192
n4d-standard-32 32 131072
n4d-standard-4 4 16384
n4d-standard-48 48 196608
n4d-standard-64 64 262144
n4d-standard-8 8 32768
n4d-standard-80 80 327680
n4d-standard-96 96 393216
t2a-standard-1 1 4096 arm64
t2a-standard-16 16 65536 arm64
t2a-standard-2 2 8192 arm64
t2a-standard-32 32 131072 arm64
t2a-standard-4 4 16384 arm64
t2a-standard-48 48 196608 arm64
t2a-standard-8 8 32768 arm64
t2d-standard-1 1 4096
t2d-standard-16 16 65536
t2d-standard-2 2 8192
t2d-standard-32 32 131072
t2d-standard-4 4 16384
t2d-standard-48 48 196608
t2d-standard-60 60 245760
t2d-standard-8 8 32768
tpu7x-standard-1t 56 245760
tpu7x-standard-4t 224 983040
x4-1440-24t-metal 1440 25165824 metal
x4-1920-32t-metal 1920 33554432 metal
x4-480-6t-metal 480 6291456 metal
x4-480-8t-metal 480 8388608 metal
x4-960-12t-metal 960 12582912 metal
x4-960-16t-metal 960 16777216 metal
x4-megamem-1440-metal 1440 25165824 metal
x4-megamem-1920-metal 1920 33554432 metal
x4-megamem-960-metal 960 16777216 metal
z3-highmem-14-standardlssd 14 114688
z3-highmem-16-highlssd 16 131072
z3-highmem-176 176 1441792 previous
z3-highmem-176-standardlssd 176 1441792
z3-highmem-192-highlssd-metal 192 1572864 metal
z3-highmem-22-highlssd 22 180224
z3-highmem-22-standardlssd 22 180224
z3-highmem-32-highlssd 32 262144
z3-highmem-44-highlssd 44 360448
z3-highmem-44-standardlssd 44 360448
z3-highmem-8-highlssd 8 65536
z3-highmem-88 88 720896 previous
z3-highmem-88-highlssd 88 720896
z3-highmem-88-standardlssd 88 720896
`,
});
