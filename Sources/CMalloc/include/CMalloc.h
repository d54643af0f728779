// glibc tells of its settings in a header that Swift's Glibc leaves out.
#ifndef CMALLOC_H
#define CMALLOC_H

#include <malloc.h>

#endif
