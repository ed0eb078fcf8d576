using System.Runtime.InteropServices;

namespace ConfigGen.Cli.Files;

/// <summary>A network namespace that lives as long as one piece of work.</summary>
internal static partial class NetworkNamespace
{
    private const int NewNetwork = 0x40000000;
    private const string Here = "/proc/thread-self/ns/net";

    /// <summary>Runs work in a new network namespace, on a thread that is in it alone; says why it cannot, and then the work has not run.</summary>
    /// <remarks>unshare(2) is about the calling thread: every other one, and the host, stay where they are, and the namespace goes with the thread.</remarks>
    public static string? Run(Action work)
    {
        if (!OperatingSystem.IsLinux())
        {
            return "network namespaces are Linux's";
        }

        string? problem = null;
        Exception? failure = null;
        var thread = new Thread(() =>
        {
            var outside = NameOf(Here);
            if (Unshare(NewNetwork) != 0)
            {
                problem = Marshal.GetLastPInvokeError() == 1 ? "a network namespace needs root" : IoReason.OfError(Marshal.GetLastPInvokeError());
            }
            else if (NameOf(Here) == outside)
            {
                problem = "the namespace is not a new one";
            }
            else
            {
                failure = Failure(work);
            }
        });
        thread.Start();
        thread.Join();
        return failure is null ? problem : throw new IOException(failure.Message, failure);
    }

    // What happens on another thread must be seen on this one.
    private static Exception? Failure(Action work)
    {
        try
        {
            work();
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return e;
        }
    }

    private static string? NameOf(string link) => new FileInfo(link).LinkTarget;

    [LibraryImport("libc", EntryPoint = "unshare", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Unshare(int flags);
}
