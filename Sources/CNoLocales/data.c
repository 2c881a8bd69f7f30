#include "CNoLocales.h"

#include <stdint.h>

/* Foundation, which GRDB and the argument parser import, brings ICU with 34 MB of names of months, orders of letters and rules for
   every language. Nothing of ours asks for any: what needs a language has tables of its own. Where Foundation is linked
   statically, this empty table has the name of ICU's own, comes before it, and so leaves that one out: the program is half as
   large. Whoever asks ICU all the same is told that the data is not there.

   The form is that of ICU's common data, with no entries (source/common/unicode/udata.h, ucmndata.h; `ToCP`). The name holds
   ICU's version: with another one, ICU's own table is linked again, and the program is larger and does the same. */
#if defined(__linux__)
  #define ICU_DATA icudt76_dat

struct table {
  uint16_t header_size;
  uint8_t magic[2];
  uint16_t info_size, reserved_word;
  uint8_t is_big_endian, charset_family, unit_size, reserved_byte;
  uint8_t format[4], format_version[4], data_version[4];
  uint8_t padding[8];
  uint32_t count, reserved;
};

/* Hidden, so that a library of Foundation's finds its own. */
__attribute__((visibility("hidden"), aligned(16))) const struct table ICU_DATA = {
    .header_size = 32,
    .magic = {0xDA, 0x27},
    .info_size = 20,
    .is_big_endian = __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__,
    .unit_size = 2,
    .format = {'T', 'o', 'C', 'P'},
    .format_version = {1, 0, 0, 0},
};
#endif
