/* Wine 8, which Debian 12 has, lacks bcryptprimitives.dll, and no Go program
   starts without its one function. .ci/packaging/try puts this in its place; it
   is in no package. */
#include <windows.h>

BOOLEAN NTAPI SystemFunction036(PVOID buffer, ULONG length); /* RtlGenRandom */

__declspec(dllexport) BOOL WINAPI ProcessPrng(PBYTE buffer, SIZE_T length)
{
	return SystemFunction036(buffer, (ULONG)length);
}
