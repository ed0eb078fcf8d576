using System.Runtime.InteropServices;

namespace ConfigGen.Cli.Files;

/// <summary>What a path leads to, links followed.</summary>
internal enum FileKind
{
    /// <summary>Nothing, or nothing that can be looked at.</summary>
    Nothing,

    /// <summary>A regular file.</summary>
    Regular,

    /// <summary>A folder, pipe, socket or device.</summary>
    Other,
}

/// <summary>Tells files from pipes and devices, which may never end or never start to be read. The framework cannot: it would open the pipe and wait.</summary>
internal static partial class FileKinds
{
    private const int CurrentFolder = -100;
    private const uint TypeAsked = 1;
    private const int ModeOffset = 28;
    private const int ModeTypeMask = 0xF000;
    private const int ModeRegular = 0x8000;

    /// <summary>Looks without opening.</summary>
    /// <remarks>Elsewhere than on Linux a file without length counts as not regular, which keeps pipes and devices out.</remarks>
    public static FileKind Of(string path)
    {
        if (!OperatingSystem.IsLinux())
        {
            return Portably(path);
        }

        // struct statx: its layout is part of the kernel's interface and the same on every architecture.
        Span<byte> status = stackalloc byte[256];
        if (Statx(CurrentFolder, path, 0, TypeAsked, status) != 0)
        {
            return FileKind.Nothing;
        }

        var mode = MemoryMarshal.Read<ushort>(status[ModeOffset..]);
        return (mode & ModeTypeMask) == ModeRegular ? FileKind.Regular : FileKind.Other;
    }

    private static FileKind Portably(string path)
    {
        if (!File.Exists(path))
        {
            return Directory.Exists(path) ? FileKind.Other : FileKind.Nothing;
        }

        return OperatingSystem.IsWindows() || new FileInfo(path).Length > 0 ? FileKind.Regular : FileKind.Other;
    }

    [LibraryImport("libc", EntryPoint = "statx", StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Statx(int folder, string path, int flags, uint mask, Span<byte> status);
}
