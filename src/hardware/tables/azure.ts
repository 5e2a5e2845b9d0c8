// Written by tools/catalogue; do not edit.
import type { Table } from "../catalogue.js";

/** 1580 Azure VM sizes. */
export const azureTable: Table = Object.freeze({
  date: "2026-03-05",
  sources: Object.freeze([
    "kubernetes/autoscaler cluster-autoscaler/cloudprovider/azure/azure_instance_types.go at ffb2c6acc (architecture fix 03e49d9cb, 2026-03-17; repository at 55c37cd5), 2026-03-05, Apache-2.0: types, with two corrections; retired (file history 2022-07, 2024-12, 2025-09)",
    "Azure/karpenter-provider-azure pkg/providers/instancetype/known_skus.yaml at 2b431da1, 2026-07-16, Apache-2.0: derived, namesOnly",
  ]),
  rows: `
Basic_A0 1 768 retired
Basic_A1 1 1792 retired
Basic_A2 2 3584 retired
Basic_A3 4 7168 retired
Basic_A4 8 14336 retired
Standard_A0 1 768 retired
Standard_A1 1 1792 retired
Standard_A10 8 57344 retired
Standard_A11 16 114688 retired
Standard_A1_v2 1 2048
Standard_A2 2 3584 retired
Standard_A2_v2 2 4096
Standard_A2m_v2 2 16384
Standard_A3 4 7168 retired
Standard_A4 8 14336 retired
Standard_A4_v2 4 8192
Standard_A4m_v2 4 32768
Standard_A5 2 14336 retired
Standard_A6 4 28672 retired
Standard_A7 8 57344 retired
Standard_A8 8 57344 retired
Standard_A8_v2 8 16384
Standard_A8m_v2 8 65536
Standard_A9 16 114688 retired
Standard_B12ms 12 49152
Standard_B16als_v2 16 32768
Standard_B16as_v2 16 65536
Standard_B16ls_v2 16 32768
Standard_B16ms 16 65536
Standard_B16pls_v2 16 32768 arm64
Standard_B16ps_v2 16 65536 arm64
Standard_B16s_v2 16 65536
Standard_B1ls 1 512
Standard_B1ms 1 2048
Standard_B1s 1 1024
Standard_B20ms 20 81920
Standard_B2als_v2 2 4096
Standard_B2as_v2 2 8192
Standard_B2ats_v2 2 1024
Standard_B2ls_v2 2 4096
Standard_B2ms 2 8192
Standard_B2pls_v2 2 4096 arm64
Standard_B2ps_v2 2 8192 arm64
Standard_B2pts_v2 2 1024 arm64
Standard_B2s 2 4096
Standard_B2s_v2 2 8192
Standard_B2ts_v2 2 1024
Standard_B32als_v2 32 65536
Standard_B32as_v2 32 131072
Standard_B32ls_v2 32 65536
Standard_B32s_v2 32 131072
Standard_B4als_v2 4 8192
Standard_B4as_v2 4 16384
Standard_B4ls_v2 4 8192
Standard_B4ms 4 16384
Standard_B4pls_v2 4 8192 arm64
Standard_B4ps_v2 4 16384 arm64
Standard_B4s_v2 4 16384
Standard_B8als_v2 8 16384
Standard_B8as_v2 8 32768
Standard_B8ls_v2 8 16384
Standard_B8ms 8 32768
Standard_B8pls_v2 8 16384 arm64
Standard_B8ps_v2 8 32768 arm64
Standard_B8s_v2 8 32768
Standard_D1 1 3584
Standard_D11 2 14336
Standard_D11_v2 2 14336
Standard_D11_v2_Promo 2 14336
Standard_D12 4 28672
Standard_D128ads_v7 128 524288
Standard_D128alds_v7 128 262144
Standard_D128als_v7 128 262144
Standard_D128as_v7 128 524288
Standard_D128ds_v6 128 524288
Standard_D128ds_v7 128 524288 by-name
Standard_D128lds_v6 128 262144
Standard_D128lds_v7 128 262144 by-name
Standard_D128ls_v6 128 262144
Standard_D128ls_v7 128 262144 by-name
Standard_D128nds_v6 128 524288 by-name
Standard_D128nlds_v6 128 262144 by-name
Standard_D128nls_v6 128 262144 by-name
Standard_D128ns_v6 128 524288 by-name
Standard_D128s_v6 128 524288
Standard_D128s_v7 128 524288 by-name
Standard_D12_v2 4 28672
Standard_D12_v2_Promo 4 28672
Standard_D13 8 57344
Standard_D13_v2 8 57344
Standard_D13_v2_Promo 8 57344
Standard_D14 16 114688
Standard_D14_v2 16 114688
Standard_D14_v2_Promo 16 114688
Standard_D15_v2 20 143360
Standard_D160ads_v7 160 655360
Standard_D160alds_v7 160 327680
Standard_D160als_v7 160 327680
Standard_D160as_v7 160 655360
Standard_D16_v3 16 65536
Standard_D16_v4 16 65536
Standard_D16_v5 16 65536
Standard_D16a_v3 16 65536 retired
Standard_D16a_v4 16 65536
Standard_D16ads_v5 16 65536
Standard_D16ads_v6 16 65536
Standard_D16ads_v7 16 65536
Standard_D16alds_v6 16 32768
Standard_D16alds_v7 16 32768
Standard_D16als_v6 16 32768
Standard_D16als_v7 16 32768
Standard_D16as_v3 16 65536 retired
Standard_D16as_v4 16 65536
Standard_D16as_v5 16 65536
Standard_D16as_v6 16 65536
Standard_D16as_v7 16 65536
Standard_D16d_v4 16 65536
Standard_D16d_v5 16 65536
Standard_D16ds_v4 16 65536
Standard_D16ds_v5 16 65536
Standard_D16ds_v6 16 65536
Standard_D16ds_v7 16 65536 by-name
Standard_D16lds_v5 16 32768
Standard_D16lds_v6 16 32768
Standard_D16lds_v7 16 32768 by-name
Standard_D16ls_v5 16 32768
Standard_D16ls_v6 16 32768
Standard_D16ls_v7 16 32768 by-name
Standard_D16nds_v6 16 65536 by-name
Standard_D16nlds_v6 16 32768 by-name
Standard_D16nls_v6 16 32768 by-name
Standard_D16ns_v6 16 65536 by-name
Standard_D16pds_v5 16 65536 arm64
Standard_D16pds_v6 16 65536 arm64
Standard_D16plds_v5 16 32768 arm64
Standard_D16plds_v6 16 32768 arm64
Standard_D16pls_v5 16 32768 arm64
Standard_D16pls_v6 16 32768 arm64
Standard_D16ps_v5 16 65536 arm64
Standard_D16ps_v6 16 65536 arm64
Standard_D16s_v3 16 65536
Standard_D16s_v4 16 65536
Standard_D16s_v5 16 65536
Standard_D16s_v6 16 65536
Standard_D16s_v7 16 65536 by-name
Standard_D192ds_v6 192 786432
Standard_D192ds_v7 192 786432 by-name
Standard_D192lds_v7 192 393216 by-name
Standard_D192ls_v7 192 393216 by-name
Standard_D192s_v6 192 786432
Standard_D192s_v7 192 786432 by-name
Standard_D1_v2 1 3584
Standard_D2 2 7168
Standard_D2_v2 2 7168
Standard_D2_v2_Promo 2 7168
Standard_D2_v3 2 8192
Standard_D2_v4 2 8192
Standard_D2_v5 2 8192
Standard_D2a_v3 2 8192 retired
Standard_D2a_v4 2 8192
Standard_D2ads_v5 2 8192
Standard_D2ads_v6 2 8192
Standard_D2ads_v7 2 8192
Standard_D2alds_v6 2 4096
Standard_D2alds_v7 2 4096
Standard_D2als_v6 2 4096
Standard_D2als_v7 2 4096
Standard_D2as_v3 2 8192 retired
Standard_D2as_v4 2 8192
Standard_D2as_v5 2 8192
Standard_D2as_v6 2 8192
Standard_D2as_v7 2 8192
Standard_D2d_v4 2 8192
Standard_D2d_v5 2 8192
Standard_D2ds_v4 2 8192
Standard_D2ds_v5 2 8192
Standard_D2ds_v6 2 8192
Standard_D2ds_v7 2 8192 by-name
Standard_D2lds_v5 2 4096
Standard_D2lds_v6 2 4096
Standard_D2lds_v7 2 4096 by-name
Standard_D2ls_v5 2 4096
Standard_D2ls_v6 2 4096
Standard_D2ls_v7 2 4096 by-name
Standard_D2nds_v6 2 8192 by-name
Standard_D2nlds_v6 2 4096 by-name
Standard_D2nls_v6 2 4096 by-name
Standard_D2ns_v6 2 8192 by-name
Standard_D2pds_v5 2 8192 arm64
Standard_D2pds_v6 2 8192 arm64
Standard_D2plds_v5 2 4096 arm64
Standard_D2plds_v6 2 4096 arm64
Standard_D2pls_v5 2 4096 arm64
Standard_D2pls_v6 2 4096 arm64
Standard_D2ps_v5 2 8192 arm64
Standard_D2ps_v6 2 8192 arm64
Standard_D2s_v3 2 8192
Standard_D2s_v4 2 8192
Standard_D2s_v5 2 8192
Standard_D2s_v6 2 8192
Standard_D2s_v7 2 8192 by-name
Standard_D3 4 14336
Standard_D32_v3 32 131072
Standard_D32_v4 32 131072
Standard_D32_v5 32 131072
Standard_D32a_v3 32 131072 retired
Standard_D32a_v4 32 131072
Standard_D32ads_v5 32 131072
Standard_D32ads_v6 32 131072
Standard_D32ads_v7 32 131072
Standard_D32alds_v6 32 65536
Standard_D32alds_v7 32 65536
Standard_D32als_v6 32 65536
Standard_D32als_v7 32 65536
Standard_D32as_v3 32 131072 retired
Standard_D32as_v4 32 131072
Standard_D32as_v5 32 131072
Standard_D32as_v6 32 131072
Standard_D32as_v7 32 131072
Standard_D32d_v4 32 131072
Standard_D32d_v5 32 131072
Standard_D32ds_v4 32 131072
Standard_D32ds_v5 32 131072
Standard_D32ds_v6 32 131072
Standard_D32ds_v7 32 131072 by-name
Standard_D32lds_v5 32 65536
Standard_D32lds_v6 32 65536
Standard_D32lds_v7 32 65536 by-name
Standard_D32ls_v5 32 65536
Standard_D32ls_v6 32 65536
Standard_D32ls_v7 32 65536 by-name
Standard_D32nds_v6 32 131072 by-name
Standard_D32nlds_v6 32 65536 by-name
Standard_D32nls_v6 32 65536 by-name
Standard_D32ns_v6 32 131072 by-name
Standard_D32pds_v5 32 131072 arm64
Standard_D32pds_v6 32 131072 arm64
Standard_D32plds_v5 32 65536 arm64
Standard_D32plds_v6 32 65536 arm64
Standard_D32pls_v5 32 65536 arm64
Standard_D32pls_v6 32 65536 arm64
Standard_D32ps_v5 32 131072 arm64
Standard_D32ps_v6 32 131072 arm64
Standard_D32s_v3 32 131072
Standard_D32s_v4 32 131072
Standard_D32s_v5 32 131072
Standard_D32s_v6 32 131072
Standard_D32s_v7 32 131072 by-name
Standard_D3_v2 4 14336
Standard_D3_v2_Promo 4 14336
Standard_D4 8 28672
Standard_D48_v3 48 196608
Standard_D48_v4 48 196608
Standard_D48_v5 48 196608
Standard_D48a_v3 48 196608 retired
Standard_D48a_v4 48 196608
Standard_D48ads_v5 48 196608
Standard_D48ads_v6 48 196608
Standard_D48ads_v7 48 196608
Standard_D48alds_v6 48 98304
Standard_D48alds_v7 48 98304
Standard_D48als_v6 48 98304
Standard_D48als_v7 48 98304
Standard_D48as_v3 48 196608 retired
Standard_D48as_v4 48 196608
Standard_D48as_v5 48 196608
Standard_D48as_v6 48 196608
Standard_D48as_v7 48 196608
Standard_D48d_v4 48 196608
Standard_D48d_v5 48 196608
Standard_D48ds_v4 48 196608
Standard_D48ds_v5 48 196608
Standard_D48ds_v6 48 196608
Standard_D48ds_v7 48 196608 by-name
Standard_D48lds_v5 48 98304
Standard_D48lds_v6 48 98304
Standard_D48lds_v7 48 98304 by-name
Standard_D48ls_v5 48 98304
Standard_D48ls_v6 48 98304
Standard_D48ls_v7 48 98304 by-name
Standard_D48nds_v6 48 196608 by-name
Standard_D48nlds_v6 48 98304 by-name
Standard_D48nls_v6 48 98304 by-name
Standard_D48ns_v6 48 196608 by-name
Standard_D48pds_v5 48 196608 arm64
Standard_D48pds_v6 48 196608 arm64
Standard_D48plds_v5 48 98304 arm64
Standard_D48plds_v6 48 98304 arm64
Standard_D48pls_v5 48 98304 arm64
Standard_D48pls_v6 48 98304 arm64
Standard_D48ps_v5 48 196608 arm64
Standard_D48ps_v6 48 196608 arm64
Standard_D48s_v3 48 196608
Standard_D48s_v4 48 196608
Standard_D48s_v5 48 196608
Standard_D48s_v6 48 196608
Standard_D48s_v7 48 196608 by-name
Standard_D4_v2 8 28672
Standard_D4_v2_Promo 8 28672
Standard_D4_v3 4 16384
Standard_D4_v4 4 16384
Standard_D4_v5 4 16384
Standard_D4a_v3 4 16384 retired
Standard_D4a_v4 4 16384
Standard_D4ads_v5 4 16384
Standard_D4ads_v6 4 16384
Standard_D4ads_v7 4 16384
Standard_D4alds_v6 4 8192
Standard_D4alds_v7 4 8192
Standard_D4als_v6 4 8192
Standard_D4als_v7 4 8192
Standard_D4as_v3 4 16384 retired
Standard_D4as_v4 4 16384
Standard_D4as_v5 4 16384
Standard_D4as_v6 4 16384
Standard_D4as_v7 4 16384
Standard_D4d_v4 4 16384
Standard_D4d_v5 4 16384
Standard_D4ds_v4 4 16384
Standard_D4ds_v5 4 16384
Standard_D4ds_v6 4 16384
Standard_D4ds_v7 4 16384 by-name
Standard_D4lds_v5 4 8192
Standard_D4lds_v6 4 8192
Standard_D4lds_v7 4 8192 by-name
Standard_D4ls_v5 4 8192
Standard_D4ls_v6 4 8192
Standard_D4ls_v7 4 8192 by-name
Standard_D4nds_v6 4 16384 by-name
Standard_D4nlds_v6 4 8192 by-name
Standard_D4nls_v6 4 8192 by-name
Standard_D4ns_v6 4 16384 by-name
Standard_D4pds_v5 4 16384 arm64
Standard_D4pds_v6 4 16384 arm64
Standard_D4plds_v5 4 8192 arm64
Standard_D4plds_v6 4 8192 arm64
Standard_D4pls_v5 4 8192 arm64
Standard_D4pls_v6 4 8192 arm64
Standard_D4ps_v5 4 16384 arm64
Standard_D4ps_v6 4 16384 arm64
Standard_D4s_v3 4 16384
Standard_D4s_v4 4 16384
Standard_D4s_v5 4 16384
Standard_D4s_v6 4 16384
Standard_D4s_v7 4 16384 by-name
Standard_D5_v2 16 57344
Standard_D5_v2_Promo 16 57344
Standard_D64_v3 64 262144
Standard_D64_v4 64 262144
Standard_D64_v5 64 262144
Standard_D64a_v3 64 262144 retired
Standard_D64a_v4 64 262144
Standard_D64ads_v5 64 262144
Standard_D64ads_v6 64 262144
Standard_D64ads_v7 64 262144
Standard_D64alds_v6 64 131072
Standard_D64alds_v7 64 131072
Standard_D64als_v6 64 131072
Standard_D64als_v7 64 131072
Standard_D64as_v3 64 262144 retired
Standard_D64as_v4 64 262144
Standard_D64as_v5 64 262144
Standard_D64as_v6 64 262144
Standard_D64as_v7 64 262144
Standard_D64d_v4 64 262144
Standard_D64d_v5 64 262144
Standard_D64ds_v4 64 262144
Standard_D64ds_v5 64 262144
Standard_D64ds_v6 64 262144
Standard_D64ds_v7 64 262144 by-name
Standard_D64lds_v5 64 131072
Standard_D64lds_v6 64 131072
Standard_D64lds_v7 64 131072 by-name
Standard_D64ls_v5 64 131072
Standard_D64ls_v6 64 131072
Standard_D64ls_v7 64 131072 by-name
Standard_D64nds_v6 64 262144 by-name
Standard_D64nlds_v6 64 131072 by-name
Standard_D64nls_v6 64 131072 by-name
Standard_D64ns_v6 64 262144 by-name
Standard_D64pds_v5 64 212992 arm64
Standard_D64pds_v6 64 262144 arm64
Standard_D64plds_v5 64 131072 arm64
Standard_D64plds_v6 64 131072 arm64
Standard_D64pls_v5 64 131072 arm64
Standard_D64pls_v6 64 131072 arm64
Standard_D64ps_v5 64 212992 arm64
Standard_D64ps_v6 64 262144 arm64
Standard_D64s_v3 64 262144
Standard_D64s_v4 64 262144
Standard_D64s_v5 64 262144
Standard_D64s_v6 64 262144
Standard_D64s_v7 64 262144 by-name
Standard_D8_v3 8 32768
Standard_D8_v4 8 32768
Standard_D8_v5 8 32768
Standard_D8a_v3 8 32768 retired
Standard_D8a_v4 8 32768
Standard_D8ads_v5 8 32768
Standard_D8ads_v6 8 32768
Standard_D8ads_v7 8 32768
Standard_D8alds_v6 8 16384
Standard_D8alds_v7 8 16384
Standard_D8als_v6 8 16384
Standard_D8als_v7 8 16384
Standard_D8as_v3 8 32768 retired
Standard_D8as_v4 8 32768
Standard_D8as_v5 8 32768
Standard_D8as_v6 8 32768
Standard_D8as_v7 8 32768
Standard_D8d_v4 8 32768
Standard_D8d_v5 8 32768
Standard_D8ds_v4 8 32768
Standard_D8ds_v5 8 32768
Standard_D8ds_v6 8 32768
Standard_D8ds_v7 8 32768 by-name
Standard_D8lds_v5 8 16384
Standard_D8lds_v6 8 16384
Standard_D8lds_v7 8 16384 by-name
Standard_D8ls_v5 8 16384
Standard_D8ls_v6 8 16384
Standard_D8ls_v7 8 16384 by-name
Standard_D8nds_v6 8 32768 by-name
Standard_D8nlds_v6 8 16384 by-name
Standard_D8nls_v6 8 16384 by-name
Standard_D8ns_v6 8 32768 by-name
Standard_D8pds_v5 8 32768 arm64
Standard_D8pds_v6 8 32768 arm64
Standard_D8plds_v5 8 16384 arm64
Standard_D8plds_v6 8 16384 arm64
Standard_D8pls_v5 8 16384 arm64
Standard_D8pls_v6 8 16384 arm64
Standard_D8ps_v5 8 32768 arm64
Standard_D8ps_v6 8 32768 arm64
Standard_D8s_v3 8 32768
Standard_D8s_v4 8 32768
Standard_D8s_v5 8 32768
Standard_D8s_v6 8 32768
Standard_D8s_v7 8 32768 by-name
Standard_D96_v5 96 393216
Standard_D96a_v4 96 393216
Standard_D96ads_v5 96 393216
Standard_D96ads_v6 96 393216
Standard_D96ads_v7 96 393216
Standard_D96alds_v6 96 196608
Standard_D96alds_v7 96 196608
Standard_D96als_v6 96 196608
Standard_D96als_v7 96 196608
Standard_D96as_v4 96 393216
Standard_D96as_v5 96 393216
Standard_D96as_v6 96 393216
Standard_D96as_v7 96 393216
Standard_D96d_v5 96 393216
Standard_D96ds_v5 96 393216
Standard_D96ds_v6 96 393216
Standard_D96ds_v7 96 393216 by-name
Standard_D96lds_v5 96 196608
Standard_D96lds_v6 96 196608
Standard_D96lds_v7 96 196608 by-name
Standard_D96ls_v5 96 196608
Standard_D96ls_v6 96 196608
Standard_D96ls_v7 96 196608 by-name
Standard_D96nds_v6 96 393216 by-name
Standard_D96nlds_v6 96 196608 by-name
Standard_D96nls_v6 96 196608 by-name
Standard_D96ns_v6 96 393216 by-name
Standard_D96pds_v6 96 393216 arm64
Standard_D96plds_v6 96 196608 arm64
Standard_D96pls_v6 96 196608 arm64
Standard_D96ps_v6 96 393216 arm64
Standard_D96s_v5 96 393216
Standard_D96s_v6 96 393216
Standard_D96s_v7 96 393216 by-name
Standard_DC128eds_v6 128 524288
Standard_DC128es_v6 128 524288
Standard_DC16ads_cc_v5 16 65536
Standard_DC16ads_v5 16 65536
Standard_DC16ads_v6 16 65536
Standard_DC16as_cc_v5 16 65536
Standard_DC16as_v5 16 65536
Standard_DC16as_v6 16 65536
Standard_DC16ds_v3 16 131072
Standard_DC16eds_v5 16 65536
Standard_DC16eds_v6 16 65536
Standard_DC16es_v5 16 65536
Standard_DC16es_v6 16 65536
Standard_DC16s_v3 16 131072
Standard_DC1ds_v3 1 8192
Standard_DC1s_v2 1 4096
Standard_DC1s_v3 1 8192
Standard_DC24ds_v3 24 196608
Standard_DC24s_v3 24 196608
Standard_DC2ads_v5 2 8192
Standard_DC2ads_v6 2 8192
Standard_DC2as_v5 2 8192
Standard_DC2as_v6 2 8192
Standard_DC2ds_v3 2 16384
Standard_DC2eds_v5 2 8192
Standard_DC2eds_v6 2 8192
Standard_DC2es_v5 2 8192
Standard_DC2es_v6 2 8192
Standard_DC2s 2 8192 retired
Standard_DC2s_v2 2 8192
Standard_DC2s_v3 2 16384
Standard_DC32ads_cc_v5 32 131072
Standard_DC32ads_v5 32 131072
Standard_DC32ads_v6 32 131072
Standard_DC32as_cc_v5 32 131072
Standard_DC32as_v5 32 131072
Standard_DC32as_v6 32 131072
Standard_DC32ds_v3 32 262144
Standard_DC32eds_v5 32 131072
Standard_DC32eds_v6 32 131072
Standard_DC32es_v5 32 131072
Standard_DC32es_v6 32 131072
Standard_DC32s_v3 32 262144
Standard_DC48ads_cc_v5 48 196608
Standard_DC48ads_v5 48 196608
Standard_DC48ads_v6 48 196608
Standard_DC48as_cc_v5 48 196608
Standard_DC48as_v5 48 196608
Standard_DC48as_v6 48 196608
Standard_DC48ds_v3 48 393216
Standard_DC48eds_v5 48 196608
Standard_DC48eds_v6 48 196608
Standard_DC48es_v5 48 196608
Standard_DC48es_v6 48 196608
Standard_DC48s_v3 48 393216
Standard_DC4ads_cc_v5 4 16384
Standard_DC4ads_v5 4 16384
Standard_DC4ads_v6 4 16384
Standard_DC4as_cc_v5 4 16384
Standard_DC4as_v5 4 16384
Standard_DC4as_v6 4 16384
Standard_DC4ds_v3 4 32768
Standard_DC4eds_v5 4 16384
Standard_DC4eds_v6 4 16384
Standard_DC4es_v5 4 16384
Standard_DC4es_v6 4 16384
Standard_DC4s 4 16384 retired
Standard_DC4s_v2 4 16384
Standard_DC4s_v3 4 32768
Standard_DC64ads_cc_v5 64 262144
Standard_DC64ads_v5 64 262144
Standard_DC64ads_v6 64 262144
Standard_DC64as_cc_v5 64 262144
Standard_DC64as_v5 64 262144
Standard_DC64as_v6 64 262144
Standard_DC64eds_v5 64 262144
Standard_DC64eds_v6 64 262144
Standard_DC64es_v5 64 262144
Standard_DC64es_v6 64 262144
Standard_DC8_v2 8 32768
Standard_DC8ads_cc_v5 8 32768
Standard_DC8ads_v5 8 32768
Standard_DC8ads_v6 8 32768
Standard_DC8as_cc_v5 8 32768
Standard_DC8as_v5 8 32768
Standard_DC8as_v6 8 32768
Standard_DC8ds_v3 8 65536
Standard_DC8eds_v5 8 32768
Standard_DC8eds_v6 8 32768
Standard_DC8es_v5 8 32768
Standard_DC8es_v6 8 32768
Standard_DC8s 8 32768 retired
Standard_DC8s_v3 8 65536
Standard_DC96ads_cc_v5 96 393216
Standard_DC96ads_v5 96 393216
Standard_DC96ads_v6 96 393216
Standard_DC96as_cc_v5 96 393216
Standard_DC96as_v5 96 393216
Standard_DC96as_v6 96 393216
Standard_DC96eds_v5 96 393216
Standard_DC96eds_v6 96 393216
Standard_DC96es_v5 96 393216
Standard_DC96es_v6 96 393216
Standard_DS1 1 3584
Standard_DS11 2 14336
Standard_DS11-1_v2 1 14336
Standard_DS11_v2 2 14336
Standard_DS11_v2_Promo 2 14336
Standard_DS12 4 28672
Standard_DS12-1_v2 1 28672
Standard_DS12-2_v2 2 28672
Standard_DS12_v2 4 28672
Standard_DS12_v2_Promo 4 28672
Standard_DS13 8 57344
Standard_DS13-2_v2 2 57344
Standard_DS13-4_v2 4 57344
Standard_DS13_v2 8 57344
Standard_DS13_v2_Promo 8 57344
Standard_DS14 16 114688
Standard_DS14-4_v2 4 114688
Standard_DS14-8_v2 8 114688
Standard_DS14_v2 16 114688
Standard_DS14_v2_Promo 16 114688
Standard_DS15_v2 20 143360
Standard_DS1_v2 1 3584
Standard_DS2 2 7168
Standard_DS2_v2 2 7168
Standard_DS2_v2_Promo 2 7168
Standard_DS3 4 14336
Standard_DS3_v2 4 14336
Standard_DS3_v2_Promo 4 14336
Standard_DS4 8 28672
Standard_DS4_v2 8 28672
Standard_DS4_v2_Promo 8 28672
Standard_DS5_v2 16 57344
Standard_DS5_v2_Promo 16 57344
Standard_E104i_v5 104 688128
Standard_E104id_v5 104 688128
Standard_E104ids_v5 104 688128
Standard_E104is_v5 104 688128
Standard_E112iads_v5 112 688128
Standard_E112ias_v5 112 688128
Standard_E112ibds_v5 112 688128
Standard_E112ibs_v5 112 688128
Standard_E128-32ads_v7 32 1048576
Standard_E128-32as_v7 32 1048576
Standard_E128-32ds_v6 32 1048576
Standard_E128-32s_v6 32 1048576
Standard_E128-64ads_v7 64 1048576
Standard_E128-64as_v7 64 1048576
Standard_E128-64ds_v6 64 1048576
Standard_E128-64s_v6 64 1048576
Standard_E128ads_v7 128 1048576
Standard_E128as_v7 128 1048576
Standard_E128ds_v6 128 1048576
Standard_E128ds_v7 128 1048576 by-name
Standard_E128nds_v6 128 1048576 by-name
Standard_E128ns_v6 128 1048576 by-name
Standard_E128s_v6 128 1048576
Standard_E128s_v7 128 1048576 by-name
Standard_E16-4ads_v5 4 131072
Standard_E16-4ads_v7 4 131072
Standard_E16-4as_v4 4 131072
Standard_E16-4as_v5 4 131072
Standard_E16-4as_v7 4 131072
Standard_E16-4ds_v4 4 131072
Standard_E16-4ds_v5 4 131072
Standard_E16-4ds_v6 4 131072
Standard_E16-4s_v3 4 131072
Standard_E16-4s_v4 4 131072
Standard_E16-4s_v5 4 131072
Standard_E16-4s_v6 4 131072
Standard_E16-8ads_v5 8 131072
Standard_E16-8ads_v7 8 131072
Standard_E16-8as_v4 8 131072
Standard_E16-8as_v5 8 131072
Standard_E16-8as_v7 8 131072
Standard_E16-8ds_v4 8 131072
Standard_E16-8ds_v5 8 131072
Standard_E16-8ds_v6 8 131072
Standard_E16-8s_v3 8 131072
Standard_E16-8s_v4 8 131072
Standard_E16-8s_v5 8 131072
Standard_E16-8s_v6 8 131072
Standard_E160ads_v7 160 1310720
Standard_E160as_v7 160 1310720
Standard_E16_v3 16 131072
Standard_E16_v4 16 131072
Standard_E16_v5 16 131072
Standard_E16a_v4 16 131072
Standard_E16ads_v5 16 131072
Standard_E16ads_v6 16 131072
Standard_E16ads_v7 16 131072
Standard_E16as_v4 16 131072
Standard_E16as_v5 16 131072
Standard_E16as_v6 16 131072
Standard_E16as_v7 16 131072
Standard_E16bds_v5 16 131072
Standard_E16bs_v5 16 131072
Standard_E16d_v4 16 131072
Standard_E16d_v5 16 131072
Standard_E16ds_v4 16 131072
Standard_E16ds_v5 16 131072
Standard_E16ds_v6 16 131072
Standard_E16ds_v7 16 131072 by-name
Standard_E16nds_v6 16 131072 by-name
Standard_E16ns_v6 16 131072 by-name
Standard_E16pds_v5 16 131072 arm64
Standard_E16pds_v6 16 131072 arm64
Standard_E16ps_v5 16 131072 arm64
Standard_E16ps_v6 16 131072 arm64
Standard_E16s_v3 16 131072
Standard_E16s_v4 16 131072
Standard_E16s_v5 16 131072
Standard_E16s_v6 16 131072
Standard_E16s_v7 16 131072 by-name
Standard_E192ds_v7 192 1572864 by-name
Standard_E192ids_v6 192 1875968
Standard_E192is_v6 192 1875968
Standard_E192s_v7 192 1572864 by-name
Standard_E20_v3 20 163840
Standard_E20_v4 20 163840
Standard_E20_v5 20 163840
Standard_E20a_v4 20 163840
Standard_E20ads_v5 20 163840
Standard_E20ads_v6 20 163840
Standard_E20as_v4 20 163840
Standard_E20as_v5 20 163840
Standard_E20as_v6 20 163840
Standard_E20d_v4 20 163840
Standard_E20d_v5 20 163840
Standard_E20ds_v4 20 163840
Standard_E20ds_v5 20 163840
Standard_E20ds_v6 20 163840
Standard_E20ds_v7 20 163840 by-name
Standard_E20pds_v5 20 163840 arm64
Standard_E20ps_v5 20 163840 arm64
Standard_E20s_v3 20 163840
Standard_E20s_v4 20 163840
Standard_E20s_v5 20 163840
Standard_E20s_v6 20 163840
Standard_E20s_v7 20 163840 by-name
Standard_E2_v3 2 16384
Standard_E2_v4 2 16384
Standard_E2_v5 2 16384
Standard_E2a_v4 2 16384
Standard_E2ads_v5 2 16384
Standard_E2ads_v6 2 16384
Standard_E2ads_v7 2 16384
Standard_E2as_v4 2 16384
Standard_E2as_v5 2 16384
Standard_E2as_v6 2 16384
Standard_E2as_v7 2 16384
Standard_E2bds_v5 2 16384
Standard_E2bs_v5 2 16384
Standard_E2d_v4 2 16384
Standard_E2d_v5 2 16384
Standard_E2ds_v4 2 16384
Standard_E2ds_v5 2 16384
Standard_E2ds_v6 2 16384
Standard_E2ds_v7 2 16384 by-name
Standard_E2nds_v6 2 16384 by-name
Standard_E2ns_v6 2 16384 by-name
Standard_E2pds_v5 2 16384 arm64
Standard_E2pds_v6 2 16384 arm64
Standard_E2ps_v5 2 16384 arm64
Standard_E2ps_v6 2 16384 arm64
Standard_E2s_v3 2 16384
Standard_E2s_v4 2 16384
Standard_E2s_v5 2 16384
Standard_E2s_v6 2 16384
Standard_E2s_v7 2 16384 by-name
Standard_E32-16ads_v5 16 262144
Standard_E32-16ads_v7 16 262144
Standard_E32-16as_v4 16 262144
Standard_E32-16as_v5 16 262144
Standard_E32-16as_v7 16 262144
Standard_E32-16ds_v4 16 262144
Standard_E32-16ds_v5 16 262144
Standard_E32-16ds_v6 16 262144
Standard_E32-16s_v3 16 262144
Standard_E32-16s_v4 16 262144
Standard_E32-16s_v5 16 262144
Standard_E32-16s_v6 16 262144
Standard_E32-8ads_v5 8 262144
Standard_E32-8ads_v7 8 262144
Standard_E32-8as_v4 8 262144
Standard_E32-8as_v5 8 262144
Standard_E32-8as_v7 8 262144
Standard_E32-8ds_v4 8 262144
Standard_E32-8ds_v5 8 262144
Standard_E32-8ds_v6 8 262144
Standard_E32-8s_v3 8 262144
Standard_E32-8s_v4 8 262144
Standard_E32-8s_v5 8 262144
Standard_E32-8s_v6 8 262144
Standard_E32_v3 32 262144
Standard_E32_v4 32 262144
Standard_E32_v5 32 262144
Standard_E32a_v4 32 262144
Standard_E32ads_v5 32 262144
Standard_E32ads_v6 32 262144
Standard_E32ads_v7 32 262144
Standard_E32as_v4 32 262144
Standard_E32as_v5 32 262144
Standard_E32as_v6 32 262144
Standard_E32as_v7 32 262144
Standard_E32bds_v5 32 262144
Standard_E32bs_v5 32 262144
Standard_E32d_v4 32 262144
Standard_E32d_v5 32 262144
Standard_E32ds_v4 32 262144
Standard_E32ds_v5 32 262144
Standard_E32ds_v6 32 262144
Standard_E32ds_v7 32 262144 by-name
Standard_E32nds_v6 32 262144 by-name
Standard_E32ns_v6 32 262144 by-name
Standard_E32pds_v5 32 212992 arm64
Standard_E32pds_v6 32 262144 arm64
Standard_E32ps_v5 32 212992 arm64
Standard_E32ps_v6 32 262144 arm64
Standard_E32s_v3 32 262144
Standard_E32s_v4 32 262144
Standard_E32s_v5 32 262144
Standard_E32s_v6 32 262144
Standard_E32s_v7 32 262144 by-name
Standard_E4-2ads_v5 2 32768
Standard_E4-2ads_v7 2 32768
Standard_E4-2as_v4 2 32768
Standard_E4-2as_v5 2 32768
Standard_E4-2as_v7 2 32768
Standard_E4-2ds_v4 2 32768
Standard_E4-2ds_v5 2 32768
Standard_E4-2ds_v6 2 32768
Standard_E4-2s_v3 2 32768
Standard_E4-2s_v4 2 32768
Standard_E4-2s_v5 2 32768
Standard_E4-2s_v6 2 32768
Standard_E48_v3 48 393216
Standard_E48_v4 48 393216
Standard_E48_v5 48 393216
Standard_E48a_v4 48 393216
Standard_E48ads_v5 48 393216
Standard_E48ads_v6 48 393216
Standard_E48ads_v7 48 393216
Standard_E48as_v4 48 393216
Standard_E48as_v5 48 393216
Standard_E48as_v6 48 393216
Standard_E48as_v7 48 393216
Standard_E48bds_v5 48 393216
Standard_E48bs_v5 48 393216
Standard_E48d_v4 48 393216
Standard_E48d_v5 48 393216
Standard_E48ds_v4 48 393216
Standard_E48ds_v5 48 393216
Standard_E48ds_v6 48 393216
Standard_E48ds_v7 48 393216 by-name
Standard_E48nds_v6 48 393216 by-name
Standard_E48ns_v6 48 393216 by-name
Standard_E48pds_v6 48 393216 arm64
Standard_E48ps_v6 48 393216 arm64
Standard_E48s_v3 48 393216
Standard_E48s_v4 48 393216
Standard_E48s_v5 48 393216
Standard_E48s_v6 48 393216
Standard_E48s_v7 48 393216 by-name
Standard_E4_v3 4 32768
Standard_E4_v4 4 32768
Standard_E4_v5 4 32768
Standard_E4a_v4 4 32768
Standard_E4ads_v5 4 32768
Standard_E4ads_v6 4 32768
Standard_E4ads_v7 4 32768
Standard_E4as_v4 4 32768
Standard_E4as_v5 4 32768
Standard_E4as_v6 4 32768
Standard_E4as_v7 4 32768
Standard_E4bds_v5 4 32768
Standard_E4bs_v5 4 32768
Standard_E4d_v4 4 32768
Standard_E4d_v5 4 32768
Standard_E4ds_v4 4 32768
Standard_E4ds_v5 4 32768
Standard_E4ds_v6 4 32768
Standard_E4ds_v7 4 32768 by-name
Standard_E4nds_v6 4 32768 by-name
Standard_E4ns_v6 4 32768 by-name
Standard_E4pds_v5 4 32768 arm64
Standard_E4pds_v6 4 32768 arm64
Standard_E4ps_v5 4 32768 arm64
Standard_E4ps_v6 4 32768 arm64
Standard_E4s_v3 4 32768
Standard_E4s_v4 4 32768
Standard_E4s_v5 4 32768
Standard_E4s_v6 4 32768
Standard_E4s_v7 4 32768 by-name
Standard_E64-16ads_v5 16 524288
Standard_E64-16ads_v7 16 524288
Standard_E64-16as_v4 16 524288
Standard_E64-16as_v5 16 524288
Standard_E64-16as_v7 16 524288
Standard_E64-16ds_v4 16 516096
Standard_E64-16ds_v5 16 524288
Standard_E64-16ds_v6 16 524288
Standard_E64-16s_v3 16 442368
Standard_E64-16s_v4 16 516096
Standard_E64-16s_v5 16 524288
Standard_E64-16s_v6 16 524288
Standard_E64-32ads_v5 32 524288
Standard_E64-32ads_v7 32 524288
Standard_E64-32as_v4 32 524288
Standard_E64-32as_v5 32 524288
Standard_E64-32as_v7 32 524288
Standard_E64-32ds_v4 32 516096
Standard_E64-32ds_v5 32 524288
Standard_E64-32ds_v6 32 524288
Standard_E64-32s_v3 32 442368
Standard_E64-32s_v4 32 516096
Standard_E64-32s_v5 32 524288
Standard_E64-32s_v6 32 524288
Standard_E64_v3 64 442368
Standard_E64_v4 64 516096
Standard_E64_v5 64 524288
Standard_E64a_v4 64 524288
Standard_E64ads_v5 64 524288
Standard_E64ads_v6 64 524288
Standard_E64ads_v7 64 524288
Standard_E64as_v4 64 524288
Standard_E64as_v5 64 524288
Standard_E64as_v6 64 524288
Standard_E64as_v7 64 524288
Standard_E64bds_v5 64 524288
Standard_E64bs_v5 64 524288
Standard_E64d_v4 64 516096
Standard_E64d_v5 64 524288
Standard_E64ds_v4 64 516096
Standard_E64ds_v5 64 524288
Standard_E64ds_v6 64 524288
Standard_E64ds_v7 64 524288 by-name
Standard_E64i_v3 64 442368
Standard_E64is_v3 64 442368
Standard_E64nds_v6 64 524288 by-name
Standard_E64ns_v6 64 524288 by-name
Standard_E64pds_v6 64 524288 arm64
Standard_E64ps_v6 64 524288 arm64
Standard_E64s_v3 64 442368
Standard_E64s_v4 64 516096
Standard_E64s_v5 64 524288
Standard_E64s_v6 64 524288
Standard_E64s_v7 64 524288 by-name
Standard_E8-2ads_v5 2 65536
Standard_E8-2ads_v7 2 65536
Standard_E8-2as_v4 2 65536
Standard_E8-2as_v5 2 65536
Standard_E8-2as_v7 2 65536
Standard_E8-2ds_v4 2 65536
Standard_E8-2ds_v5 2 65536
Standard_E8-2ds_v6 2 65536
Standard_E8-2s_v3 2 65536
Standard_E8-2s_v4 2 65536
Standard_E8-2s_v5 2 65536
Standard_E8-2s_v6 2 65536
Standard_E8-4ads_v5 4 65536
Standard_E8-4ads_v7 4 65536
Standard_E8-4as_v4 4 65536
Standard_E8-4as_v5 4 65536
Standard_E8-4as_v7 4 65536
Standard_E8-4ds_v4 4 65536
Standard_E8-4ds_v5 4 65536
Standard_E8-4ds_v6 4 65536
Standard_E8-4s_v3 4 65536
Standard_E8-4s_v4 4 65536
Standard_E8-4s_v5 4 65536
Standard_E8-4s_v6 4 65536
Standard_E80ids_v4 80 516096
Standard_E80is_v4 80 516096
Standard_E8_v3 8 65536
Standard_E8_v4 8 65536
Standard_E8_v5 8 65536
Standard_E8a_v4 8 65536
Standard_E8ads_v5 8 65536
Standard_E8ads_v6 8 65536
Standard_E8ads_v7 8 65536
Standard_E8as_v4 8 65536
Standard_E8as_v5 8 65536
Standard_E8as_v6 8 65536
Standard_E8as_v7 8 65536
Standard_E8bds_v5 8 65536
Standard_E8bs_v5 8 65536
Standard_E8d_v4 8 65536
Standard_E8d_v5 8 65536
Standard_E8ds_v4 8 65536
Standard_E8ds_v5 8 65536
Standard_E8ds_v6 8 65536
Standard_E8ds_v7 8 65536 by-name
Standard_E8nds_v6 8 65536 by-name
Standard_E8ns_v6 8 65536 by-name
Standard_E8pds_v5 8 65536 arm64
Standard_E8pds_v6 8 65536 arm64
Standard_E8ps_v5 8 65536 arm64
Standard_E8ps_v6 8 65536 arm64
Standard_E8s_v3 8 65536
Standard_E8s_v4 8 65536
Standard_E8s_v5 8 65536
Standard_E8s_v6 8 65536
Standard_E8s_v7 8 65536 by-name
Standard_E96-24ads_v5 24 688128
Standard_E96-24ads_v6 24 688128
Standard_E96-24ads_v7 24 786432
Standard_E96-24as_v4 24 688128
Standard_E96-24as_v5 24 688128
Standard_E96-24as_v7 24 786432
Standard_E96-24ds_v5 24 688128
Standard_E96-24ds_v6 24 786432
Standard_E96-24s_v5 24 688128
Standard_E96-24s_v6 24 786432
Standard_E96-48ads_v5 48 688128
Standard_E96-48ads_v6 48 688128
Standard_E96-48ads_v7 48 786432
Standard_E96-48as_v4 48 688128
Standard_E96-48as_v5 48 688128
Standard_E96-48as_v7 48 786432
Standard_E96-48ds_v5 48 688128
Standard_E96-48ds_v6 48 786432
Standard_E96-48s_v5 48 688128
Standard_E96-48s_v6 48 786432
Standard_E96_v5 96 688128
Standard_E96a_v4 96 688128
Standard_E96ads_v5 96 688128
Standard_E96ads_v6 96 688128
Standard_E96ads_v7 96 786432
Standard_E96as_v4 96 688128
Standard_E96as_v5 96 688128
Standard_E96as_v6 96 688128
Standard_E96as_v7 96 786432
Standard_E96bds_v5 96 688128
Standard_E96bs_v5 96 688128
Standard_E96d_v5 96 688128
Standard_E96ds_v5 96 688128
Standard_E96ds_v6 96 786432
Standard_E96ds_v7 96 786432 by-name
Standard_E96ias_v4 96 688128
Standard_E96nds_v6 96 786432 by-name
Standard_E96ns_v6 96 786432 by-name
Standard_E96pds_v6 96 688128 arm64
Standard_E96ps_v6 96 688128 arm64
Standard_E96s_v5 96 688128
Standard_E96s_v6 96 786432
Standard_E96s_v7 96 786432 by-name
Standard_EC128eds_v5 128 786432
Standard_EC128es_v5 128 786432
Standard_EC128ieds_v5 128 786432
Standard_EC128ies_v5 128 786432
Standard_EC16ads_cc_v5 16 131072
Standard_EC16ads_v5 16 131072
Standard_EC16ads_v6 16 131072
Standard_EC16as_cc_v5 16 131072
Standard_EC16as_v5 16 131072
Standard_EC16as_v6 16 131072
Standard_EC16eds_v5 16 131072
Standard_EC16eds_v6 16 131072
Standard_EC16es_v5 16 131072
Standard_EC16es_v6 16 131072
Standard_EC20ads_cc_v5 20 163840
Standard_EC20ads_v5 20 163840
Standard_EC20as_cc_v5 20 163840
Standard_EC20as_v5 20 163840
Standard_EC2ads_v5 2 16384
Standard_EC2ads_v6 2 16384
Standard_EC2as_v5 2 16384
Standard_EC2as_v6 2 16384
Standard_EC2eds_v5 2 16384
Standard_EC2eds_v6 2 16384
Standard_EC2es_v5 2 16384
Standard_EC2es_v6 2 16384
Standard_EC32ads_cc_v5 32 196608
Standard_EC32ads_v5 32 196608
Standard_EC32ads_v6 32 262144
Standard_EC32as_cc_v5 32 196608
Standard_EC32as_v5 32 196608
Standard_EC32as_v6 32 262144
Standard_EC32eds_v5 32 262144
Standard_EC32eds_v6 32 262144
Standard_EC32es_v5 32 262144
Standard_EC32es_v6 32 262144
Standard_EC48ads_cc_v5 48 393216
Standard_EC48ads_v5 48 393216
Standard_EC48ads_v6 48 393216
Standard_EC48as_cc_v5 48 393216
Standard_EC48as_v5 48 393216
Standard_EC48as_v6 48 393216
Standard_EC48eds_v5 48 393216
Standard_EC48eds_v6 48 393216
Standard_EC48es_v5 48 393216
Standard_EC48es_v6 48 393216
Standard_EC4ads_cc_v5 4 32768
Standard_EC4ads_v5 4 32768
Standard_EC4ads_v6 4 32768
Standard_EC4as_cc_v5 4 32768
Standard_EC4as_v5 4 32768
Standard_EC4as_v6 4 32768
Standard_EC4eds_v5 4 32768
Standard_EC4eds_v6 4 32768
Standard_EC4es_v5 4 32768
Standard_EC4es_v6 4 32768
Standard_EC64ads_cc_v5 64 524288
Standard_EC64ads_v5 64 524288
Standard_EC64ads_v6 64 524288
Standard_EC64as_cc_v5 64 524288
Standard_EC64as_v5 64 524288
Standard_EC64as_v6 64 524288
Standard_EC64eds_v5 64 524288
Standard_EC64eds_v6 64 524288
Standard_EC64es_v5 64 524288
Standard_EC64es_v6 64 524288
Standard_EC8ads_cc_v5 8 65536
Standard_EC8ads_v5 8 65536
Standard_EC8ads_v6 8 65536
Standard_EC8as_cc_v5 8 65536
Standard_EC8as_v5 8 65536
Standard_EC8as_v6 8 65536
Standard_EC8eds_v5 8 65536
Standard_EC8eds_v6 8 65536
Standard_EC8es_v5 8 65536
Standard_EC8es_v6 8 65536
Standard_EC96ads_cc_v5 96 688128
Standard_EC96ads_v5 96 688128
Standard_EC96ads_v6 96 688128
Standard_EC96as_cc_v5 96 688128
Standard_EC96as_v5 96 688128
Standard_EC96as_v6 96 688128
Standard_EC96iads_v5 96 688128
Standard_EC96ias_v5 96 688128
Standard_F1 1 2048
Standard_F16 16 32768
Standard_F16-4amds_v7 4 131072
Standard_F16-4ams_v7 4 131072
Standard_F16-8amds_v7 8 131072
Standard_F16-8ams_v7 8 131072
Standard_F16ads_v7 16 65536
Standard_F16alds_v7 16 32768
Standard_F16als_v6 16 32768
Standard_F16als_v7 16 32768
Standard_F16amds_v7 16 131072
Standard_F16ams_v6 16 131072
Standard_F16ams_v7 16 131072
Standard_F16as_v6 16 65536
Standard_F16as_v7 16 65536
Standard_F16s 16 32768
Standard_F16s_v2 16 32768
Standard_F1ads_v7 1 4096
Standard_F1alds_v7 1 2048
Standard_F1als_v7 1 2048
Standard_F1amds_v7 1 8192
Standard_F1ams_v7 1 8192
Standard_F1as_v7 1 4096
Standard_F1s 1 2048
Standard_F2 2 4096
Standard_F2-1amds_v7 1 16384
Standard_F2-1ams_v7 1 16384
Standard_F2ads_v7 2 8192
Standard_F2alds_v7 2 4096
Standard_F2als_v6 2 4096
Standard_F2als_v7 2 4096
Standard_F2amds_v7 2 16384
Standard_F2ams_v6 2 16384
Standard_F2ams_v7 2 16384
Standard_F2as_v6 2 8192
Standard_F2as_v7 2 8192
Standard_F2s 2 4096
Standard_F2s_v2 2 4096
Standard_F32-16amds_v7 16 262144
Standard_F32-16ams_v7 16 262144
Standard_F32-8amds_v7 8 262144
Standard_F32-8ams_v7 8 262144
Standard_F32ads_v7 32 131072
Standard_F32alds_v7 32 65536
Standard_F32als_v6 32 65536
Standard_F32als_v7 32 65536
Standard_F32amds_v7 32 262144
Standard_F32ams_v6 32 262144
Standard_F32ams_v7 32 262144
Standard_F32as_v6 32 131072
Standard_F32as_v7 32 131072
Standard_F32s_v2 32 65536
Standard_F4 4 8192
Standard_F4-1amds_v7 1 32768
Standard_F4-1ams_v7 1 32768
Standard_F4-2amds_v7 2 32768
Standard_F4-2ams_v7 2 32768
Standard_F48ads_v7 48 196608
Standard_F48alds_v7 48 98304
Standard_F48als_v6 48 98304
Standard_F48als_v7 48 98304
Standard_F48amds_v7 48 393216
Standard_F48ams_v6 48 393216
Standard_F48ams_v7 48 393216
Standard_F48as_v6 48 196608
Standard_F48as_v7 48 196608
Standard_F48s_v2 48 98304
Standard_F4ads_v7 4 16384
Standard_F4alds_v7 4 8192
Standard_F4als_v6 4 8192
Standard_F4als_v7 4 8192
Standard_F4amds_v7 4 32768
Standard_F4ams_v6 4 32768
Standard_F4ams_v7 4 32768
Standard_F4as_v6 4 16384
Standard_F4as_v7 4 16384
Standard_F4s 4 8192
Standard_F4s_v2 4 8192
Standard_F64-16amds_v7 16 524288
Standard_F64-16ams_v7 16 524288
Standard_F64-32amds_v7 32 524288
Standard_F64-32ams_v7 32 524288
Standard_F64ads_v7 64 262144
Standard_F64alds_v7 64 131072
Standard_F64als_v6 64 131072
Standard_F64als_v7 64 131072
Standard_F64amds_v7 64 524288
Standard_F64ams_v6 64 524288
Standard_F64ams_v7 64 524288
Standard_F64as_v6 64 262144
Standard_F64as_v7 64 262144
Standard_F64s_v2 64 131072
Standard_F72s_v2 72 147456
Standard_F8 8 16384
Standard_F8-2amds_v7 2 65536
Standard_F8-2ams_v7 2 65536
Standard_F8-4amds_v7 4 65536
Standard_F8-4ams_v7 4 65536
Standard_F80ads_v7 80 327680
Standard_F80alds_v7 80 163840
Standard_F80als_v7 80 163840
Standard_F80amds_v7 80 655360
Standard_F80ams_v7 80 655360
Standard_F80as_v7 80 327680
Standard_F8ads_v7 8 32768
Standard_F8alds_v7 8 16384
Standard_F8als_v6 8 16384
Standard_F8als_v7 8 16384
Standard_F8amds_v7 8 65536
Standard_F8ams_v6 8 65536
Standard_F8ams_v7 8 65536
Standard_F8as_v6 8 32768
Standard_F8as_v7 8 32768
Standard_F8s 8 16384
Standard_F8s_v2 8 16384
Standard_FX12-6mds_v2 6 258048
Standard_FX12-6ms_v2 6 258048
Standard_FX12mds 12 258048
Standard_FX12mds_v2 12 258048
Standard_FX12ms_v2 12 258048
Standard_FX16-4mds_v2 4 344064
Standard_FX16-4ms_v2 4 344064
Standard_FX16-8mds_v2 8 344064
Standard_FX16-8ms_v2 8 344064
Standard_FX16mds_v2 16 344064
Standard_FX16ms_v2 16 344064
Standard_FX24-12mds_v2 12 516096
Standard_FX24-12ms_v2 12 516096
Standard_FX24-6mds_v2 6 516096
Standard_FX24-6ms_v2 6 516096
Standard_FX24mds 24 516096
Standard_FX24mds_v2 24 516096
Standard_FX24ms_v2 24 516096
Standard_FX2mds_v2 2 43008
Standard_FX2ms_v2 2 43008
Standard_FX32-16mds_v2 16 688128
Standard_FX32-16ms_v2 16 688128
Standard_FX32-8mds_v2 8 688128
Standard_FX32-8ms_v2 8 688128
Standard_FX32mds_v2 32 688128
Standard_FX32ms_v2 32 688128
Standard_FX36mds 36 774144
Standard_FX4-2mds_v2 2 86016
Standard_FX4-2ms_v2 2 86016
Standard_FX48-12mds_v2 12 1032192
Standard_FX48-12ms_v2 12 1032192
Standard_FX48-24mds_v2 24 1032192
Standard_FX48-24ms_v2 24 1032192
Standard_FX48mds 48 1032192
Standard_FX48mds_v2 48 1032192
Standard_FX48ms_v2 48 1032192
Standard_FX4mds 4 86016
Standard_FX4mds_v2 4 86016
Standard_FX4ms_v2 4 86016
Standard_FX64-16mds_v2 16 1376256
Standard_FX64-16ms_v2 16 1376256
Standard_FX64-32mds_v2 32 1376256
Standard_FX64-32ms_v2 32 1376256
Standard_FX64mds_v2 64 1376256
Standard_FX64ms_v2 64 1376256
Standard_FX8-2mds_v2 2 172032
Standard_FX8-2ms_v2 2 172032
Standard_FX8-4mds_v2 4 172032
Standard_FX8-4ms_v2 4 172032
Standard_FX8mds_v2 8 172032
Standard_FX8ms_v2 8 172032
Standard_FX96-24mds_v2 24 1875968
Standard_FX96-24ms_v2 24 1875968
Standard_FX96-48mds_v2 48 1875968
Standard_FX96-48ms_v2 48 1875968
Standard_FX96mds_v2 96 1875968
Standard_FX96ms_v2 96 1875968
Standard_G1 2 28672
Standard_G2 4 57344
Standard_G3 8 114688
Standard_G4 16 229376
Standard_G5 32 458752
Standard_GS1 2 28672
Standard_GS2 4 57344
Standard_GS3 8 114688
Standard_GS4 16 229376
Standard_GS4-4 4 229376
Standard_GS4-8 8 229376
Standard_GS5 32 458752
Standard_GS5-16 16 458752
Standard_GS5-8 8 458752
Standard_H16 16 114688 retired
Standard_H16_Promo 16 114688 retired
Standard_H16m 16 229376 retired
Standard_H16m_Promo 16 229376 retired
Standard_H16mr 16 229376 retired
Standard_H16mr_Promo 16 229376 retired
Standard_H16r 16 114688 retired
Standard_H16r_Promo 16 114688 retired
Standard_H8 8 57344 retired
Standard_H8_Promo 8 57344 retired
Standard_H8m 8 114688 retired
Standard_H8m_Promo 8 114688 retired
Standard_HB120-16rs_v2 16 466944
Standard_HB120-16rs_v3 16 466944
Standard_HB120-32rs_v2 32 466944
Standard_HB120-32rs_v3 32 466944
Standard_HB120-64rs_v2 64 466944
Standard_HB120-64rs_v3 64 466944
Standard_HB120-96rs_v2 96 466944
Standard_HB120-96rs_v3 96 466944
Standard_HB120rs_v2 120 466944
Standard_HB120rs_v3 120 466944
Standard_HB176-144rs_v4 144 786432
Standard_HB176-144s_v4 144 786432 retired
Standard_HB176-24rs_v4 24 786432
Standard_HB176-24s_v4 24 786432 retired
Standard_HB176-48rs_v4 48 786432
Standard_HB176-48s_v4 48 786432 retired
Standard_HB176-96rs_v4 96 786432
Standard_HB176-96s_v4 96 786432 retired
Standard_HB176rs_v4 176 786432
Standard_HB176s_v4 176 786432 retired
Standard_HB368-144rs_v5 144 458752
Standard_HB368-192rs_v5 192 458752
Standard_HB368-240rs_v5 240 458752
Standard_HB368-288rs_v5 288 458752
Standard_HB368-336rs_v5 336 458752
Standard_HB368-48rs_v5 48 458752
Standard_HB368-96rs_v5 96 458752
Standard_HB368rs_v5 368 458752
Standard_HB60-15rs 15 233472 retired
Standard_HB60-30rs 30 233472 retired
Standard_HB60-45rs 45 233472 retired
Standard_HB60rs 60 233472 retired
Standard_HC44-16rs 16 360448
Standard_HC44-32rs 32 360448
Standard_HC44rs 44 360448
Standard_HX176-144rs 144 1441792
Standard_HX176-144s 144 1441792 retired
Standard_HX176-24rs 24 1441792
Standard_HX176-24s 24 1441792 retired
Standard_HX176-48rs 48 1441792
Standard_HX176-48s 48 1441792 retired
Standard_HX176-96rs 96 1441792
Standard_HX176-96s 96 1441792 retired
Standard_HX176rs 176 1441792
Standard_HX176s 176 1441792 retired
Standard_Internal_ND80sr_MS_v1 80 972800 retired
Standard_L12aos_v4 12 98304
Standard_L16aos_v4 16 131072
Standard_L16as_v3 16 131072
Standard_L16as_v4 16 131072
Standard_L16s 16 131072
Standard_L16s_v2 16 131072
Standard_L16s_v3 16 131072
Standard_L16s_v4 16 131072
Standard_L24aos_v4 24 196608
Standard_L2aos_v4 2 16384
Standard_L2as_v4 2 16384
Standard_L2s_v4 2 16384
Standard_L32aos_v4 32 262144
Standard_L32as_v3 32 262144
Standard_L32as_v4 32 262144
Standard_L32s 32 262144
Standard_L32s_v2 32 262144
Standard_L32s_v3 32 262144
Standard_L32s_v4 32 262144
Standard_L48as_v3 48 393216
Standard_L48as_v4 48 393216
Standard_L48s_v2 48 393216
Standard_L48s_v3 48 393216
Standard_L48s_v4 48 393216
Standard_L4aos_v4 4 32768
Standard_L4as_v4 4 32768
Standard_L4s 4 32768
Standard_L4s_v4 4 32768
Standard_L64as_v3 64 524288
Standard_L64as_v4 64 524288
Standard_L64s_v2 64 524288
Standard_L64s_v3 64 524288
Standard_L64s_v4 64 524288
Standard_L80as_v3 80 655360
Standard_L80as_v4 80 655360
Standard_L80s_v2 80 655360
Standard_L80s_v3 80 655360
Standard_L80s_v4 80 655360
Standard_L8aos_v4 8 65536
Standard_L8as_v3 8 65536
Standard_L8as_v4 8 65536
Standard_L8s 8 65536
Standard_L8s_v2 8 65536
Standard_L8s_v3 8 65536
Standard_L8s_v4 8 65536
Standard_L96as_v4 96 786432
Standard_L96s_v4 96 786432
Standard_M128 128 2097152
Standard_M128-32ms 32 3985408
Standard_M128-64bds_3_v3 64 2861056
Standard_M128-64bds_v3 64 1048576
Standard_M128-64bs_v3 64 1048576
Standard_M128-64ms 64 3985408
Standard_M128bds_3_v3 128 2861056
Standard_M128bds_v3 128 1048576
Standard_M128bs_v3 128 1048576
Standard_M128dms_v2 128 3985408
Standard_M128ds_v2 128 2097152
Standard_M128m 128 3985408
Standard_M128ms 128 3985408
Standard_M128ms_v2 128 3985408
Standard_M128s 128 2097152
Standard_M128s_v2 128 2097152
Standard_M12ds_v3 12 245760
Standard_M12s_v3 12 245760
Standard_M16-4ms 4 448000
Standard_M16-8ms 8 448000
Standard_M16bds_v3 16 131072
Standard_M16bs_v3 16 131072
Standard_M16ms 16 448000
Standard_M176-88bds_4_v3 88 3985408
Standard_M176-88bds_v3 88 1572864
Standard_M176-88bs_v3 88 1572864
Standard_M176bds_4_v3 176 3985408
Standard_M176bds_v3 176 1572864
Standard_M176bs_v3 176 1572864
Standard_M176ds_3_v3 176 2861056
Standard_M176ds_4_v3 176 3985408
Standard_M176s_3_v3 176 2861056
Standard_M176s_4_v3 176 3985408
Standard_M192idms_v2 192 4194304
Standard_M192ids_v2 192 2097152
Standard_M192ims_v2 192 4194304
Standard_M192is_v2 192 2097152
Standard_M208ms_v2 208 5836800
Standard_M208s_v2 208 2918400
Standard_M24ds_v3 24 491520
Standard_M24s_v3 24 491520
Standard_M32-16ms 16 896000
Standard_M32-8ms 8 896000
Standard_M32bds_v3 32 262144
Standard_M32bs_v3 32 262144
Standard_M32dms_v2 32 896000
Standard_M32ls 32 262144
Standard_M32ms 32 896000
Standard_M32ms_v2 32 896000
Standard_M32ts 32 196608
Standard_M416-208ms_v2 208 11673600
Standard_M416-208s_v2 208 5836800
Standard_M416bs_v3 416 3891200
Standard_M416ds_6_v3 416 5832704
Standard_M416ds_8_v3 416 7782400
Standard_M416ms_v2 416 11673600
Standard_M416s_10_v2 416 9723904
Standard_M416s_6_v3 416 5832704
Standard_M416s_8_v2 416 7782400
Standard_M416s_8_v3 416 7782400
Standard_M416s_9_v2 416 8773632
Standard_M416s_v2 416 5836800
Standard_M48bds_v3 48 393216
Standard_M48bs_v3 48 393216
Standard_M48ds_1_v3 48 997376
Standard_M48s_1_v3 48 997376
Standard_M624ds_12_v3 624 11673600
Standard_M624s_12_v3 624 11673600
Standard_M64 64 1048576
Standard_M64-16ms 16 1835008
Standard_M64-32bds_1_v3 32 1430528
Standard_M64-32ms 32 1835008
Standard_M64bds_1_v3 64 1430528
Standard_M64bds_v3 64 524288
Standard_M64bs_v3 64 524288
Standard_M64dms_v2 64 1835008
Standard_M64ds_v2 64 1048576
Standard_M64ls 64 524288
Standard_M64m 64 1835008
Standard_M64ms 64 1835008
Standard_M64ms_v2 64 1835008
Standard_M64s 64 1048576
Standard_M64s_v2 64 1048576
Standard_M8-2ms 2 224000
Standard_M8-4ms 4 224000
Standard_M832ds_12_v3 832 11673600
Standard_M832ids_16_v3 832 15564800
Standard_M832is_16_v3 832 15564800
Standard_M832s_12_v3 832 11673600
Standard_M896ixds_32_v3 896 31129600 retired
Standard_M8ms 8 224000
Standard_M96-48bds_2_v3 48 1992704
Standard_M96bds_2_v3 96 1992704
Standard_M96bds_v3 96 786432
Standard_M96bs_v3 96 786432
Standard_M96ds_1_v3 96 997376
Standard_M96ds_2_v3 96 1992704
Standard_M96s_1_v3 96 997376
Standard_M96s_2_v3 96 1992704
Standard_NC12 12 114688 gpu retired
Standard_NC12_Promo 12 114688 gpu retired
Standard_NC12s_v2 12 229376 gpu retired
Standard_NC12s_v3 12 229376 gpu
Standard_NC16ads_A10_v4 16 204800 gpu
Standard_NC16as_T4_v3 16 112640 gpu
Standard_NC24 24 229376 gpu retired
Standard_NC24_Promo 24 229376 gpu retired
Standard_NC24ads_A100_v4 24 225280 gpu
Standard_NC24r 24 229376 gpu retired
Standard_NC24r_Promo 24 229376 gpu retired
Standard_NC24rs_v2 24 458752 gpu retired
Standard_NC24rs_v3 24 458752 gpu
Standard_NC24s_v2 24 458752 gpu retired
Standard_NC24s_v3 24 458752 gpu
Standard_NC32ads_A10_v4 32 409600 gpu
Standard_NC40ads_H100_v5 40 327680 gpu
Standard_NC48ads_A100_v4 48 450560 gpu
Standard_NC4as_T4_v3 4 28672 gpu
Standard_NC6 6 57344 gpu retired
Standard_NC64as_T4_v3 64 450560 gpu
Standard_NC6_Promo 6 57344 gpu retired
Standard_NC6s_v2 6 114688 gpu retired
Standard_NC6s_v3 6 114688 gpu
Standard_NC80adis_H100_v5 80 655360 gpu
Standard_NC8ads_A10_v4 8 102400 gpu
Standard_NC8as_T4_v3 8 57344 gpu
Standard_NC96ads_A100_v4 96 901120 gpu
Standard_NCC40ads_H100_v5 40 327680 gpu
Standard_ND12s 12 229376 gpu retired
Standard_ND24rs 24 458752 gpu retired
Standard_ND24s 24 458752 gpu retired
Standard_ND40rs_v2 40 688128 gpu
Standard_ND40s_v3 40 688128 gpu retired
Standard_ND6s 6 114688 gpu retired
Standard_ND96amsr_A100_v4 96 1843200 gpu
Standard_ND96asr_v4 96 921600 gpu
Standard_ND96is_H100_v5 96 1945600 gpu retired
Standard_ND96is_MI300X_v5 96 1894400 gpu
Standard_ND96isr_H100_v5 96 1945600 gpu
Standard_ND96isr_H200_v5 96 1894400 gpu
Standard_ND96isr_MI300X_v5 96 1894400 gpu
Standard_NG16ads_V620_v1 16 32768 gpu
Standard_NG32adms_V620_v1 32 180224 gpu
Standard_NG32ads_V620_v1 32 65536 gpu
Standard_NG8ads_V620_v1 8 16384 gpu
Standard_NP10s 10 172032
Standard_NP20s 20 344064
Standard_NP40s 40 688128
Standard_NV10ads_A10_v5 10 112640 gpu retired
Standard_NV12 12 114688 gpu retired
Standard_NV12_Promo 12 114688 gpu retired
Standard_NV12ads_A10_v5 12 112640 gpu
Standard_NV12ads_V710_v5 12 65536 gpu
Standard_NV12s_v2 12 229376 gpu
Standard_NV12s_v3 12 114688 gpu
Standard_NV16as_v4 16 57344 gpu
Standard_NV18ads_A10_v5 18 225280 gpu
Standard_NV20adms_A10_v5 20 337920 gpu retired
Standard_NV20ads_A10_v5 20 225280 gpu retired
Standard_NV24 24 229376 gpu retired
Standard_NV24_Promo 24 229376 gpu retired
Standard_NV24ads_V710_v5 24 131072 gpu
Standard_NV24s_v2 24 458752 gpu
Standard_NV24s_v3 24 229376 gpu
Standard_NV28adms_V710_v5 28 163840 gpu
Standard_NV30adms_A10_v5 30 450560 gpu retired
Standard_NV30ads_A10_v5 30 337920 gpu retired
Standard_NV32as_v4 32 114688 gpu
Standard_NV36adms_A10_v5 36 901120 gpu
Standard_NV36ads_A10_v5 36 450560 gpu
Standard_NV40ads_A10_v5 40 901120 gpu retired
Standard_NV48s_v3 48 458752 gpu
Standard_NV4ads_A10_v5 4 56320 gpu retired
Standard_NV4ads_V710_v5 4 16384 gpu
Standard_NV4as_v4 4 14336 gpu
Standard_NV6 6 57344 gpu retired
Standard_NV6_Promo 6 57344 gpu retired
Standard_NV6ads_A10_v5 6 56320 gpu
Standard_NV6s_v2 6 114688 gpu
Standard_NV72ads_A10_v5 72 901120 gpu
Standard_NV8ads_V710_v5 8 32768 gpu
Standard_NV8as_v4 8 28672 gpu
Standard_PB6s 6 114688 retired
`,
});
