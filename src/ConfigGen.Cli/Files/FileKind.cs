using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace ConfigGen.Cli.Files;

/// <summary>Tells files from pipes and devices, which may never end or never start to be read.</summary>
internal static partial class FileKind
{
    private const int CurrentFolder = -100;
    private const uint TypeAsked = 1;
    private const int ModeOffset = 28;
    private const int ModeTypeMask = 0xF000;
    private const int ModeRegular = 0x8000;

    /// <summary>Whether a path, links followed, is a regular file. The framework cannot tell: it would open the pipe and wait.</summary>
    /// <remarks>Elsewhere than on Linux a file without length counts as not regular, which keeps pipes and devices out.</remarks>
    public static bool IsRegular(string path)
    {
        if (!OperatingSystem.IsLinux())
        {
            return File.Exists(path) && (OperatingSystem.IsWindows() || new FileInfo(path).Length > 0);
        }

        // struct statx: its layout is part of the kernel's interface and the same on every architecture.
        Span<byte> status = stackalloc byte[256];
        return Statx(CurrentFolder, path, 0, TypeAsked, status) == 0
            && (BinaryPrimitives.ReadUInt16LittleEndian(status[ModeOffset..]) & ModeTypeMask) == ModeRegular;
    }

    [LibraryImport("libc", EntryPoint = "statx", StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Statx(int folder, string path, int flags, uint mask, Span<byte> status);
}
