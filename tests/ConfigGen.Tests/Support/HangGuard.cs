namespace ConfigGen.Tests.Support;

/// <summary>Not a speed limit (benchmarks measure speed): how long a test waits before it calls something a hang, on however loaded a machine.</summary>
internal static class HangGuard
{
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);
}
