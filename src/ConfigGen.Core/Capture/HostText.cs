namespace ConfigGen.Core.Capture;

/// <summary>What a host's own files and programs say about it, as they say it; null where there is no such file or program.</summary>
public sealed record HostText
{
    /// <summary>kernel.osrelease: what uname -r prints.</summary>
    public string? Release { get; init; }

    /// <summary>kernel.version: what uname -v prints.</summary>
    public string? Version { get; init; }

    /// <summary>os-release(5).</summary>
    public string? Distribution { get; init; }

    /// <summary>/proc/meminfo.</summary>
    public string? Memory { get; init; }

    /// <summary>/proc/cpuinfo.</summary>
    public string? Processors { get; init; }

    /// <summary>The first line of systemctl --version.</summary>
    public string? Systemd { get; init; }

    /// <summary>The first line of sysctl --version.</summary>
    public string? Procps { get; init; }
}
