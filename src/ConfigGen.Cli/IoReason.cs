using System.Runtime.InteropServices;

namespace ConfigGen.Cli;

/// <summary>Why the system refused, in its own words. Messages of the framework are not used: a trimmed build has none.</summary>
internal static class IoReason
{
    /// <summary>A few words without a full stop: "permission denied".</summary>
    /// <remarks>An exception with a cause inside is one of ours, and says itself which file it is about.</remarks>
    public static string Of(Exception e) => e switch
    {
        IOException { InnerException: not null } => e.Message,
        UnauthorizedAccessException => "permission denied",
        FileNotFoundException or DirectoryNotFoundException => "no such file or folder",
        PathTooLongException => "the path is too long",
        _ => Native(e.HResult),
    };

    /// <summary>The same for an error number of the system.</summary>
    public static string OfError(int error) => Native(error);

    // On Unix an IOException carries errno; on Windows an HRESULT whose low half is the system's error.
    private static string Native(int code)
    {
        var text = Marshal.GetPInvokeErrorMessage(OperatingSystem.IsWindows() ? code & 0xFFFF : code);
        return text.Length > 0 ? char.ToLowerInvariant(text[0]) + text[1..] : "input or output failed";
    }
}
