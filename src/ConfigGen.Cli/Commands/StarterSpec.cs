using ConfigGen.Core.Spec.Builtin;

namespace ConfigGen.Cli.Commands;

/// <summary>The spec that <c>init</c> writes.</summary>
internal static class StarterSpec
{
    /// <summary>Whether a text can name a spec.</summary>
    public static bool IsName(string text) =>
        text.Length is > 0 and <= 63 && text[0] is >= 'a' and <= 'z' && text.All(c => c is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '-');

    /// <summary>A name made from that of a folder; "my-hosts" where nothing of it can be used.</summary>
    public static string NameFrom(string folder)
    {
        var letters = folder.ToLowerInvariant().Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-').ToArray();
        var name = new string(letters).TrimStart('-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9').TrimEnd('-');
        return IsName(name) ? name : "my-hosts";
    }

    /// <summary>The text of a starting point as a spec of the user's own.</summary>
    /// <param name="point">The name of a starting point.</param>
    /// <param name="name">Another name; null for that of the starting point.</param>
    public static string CopyOf(string point, string? name) =>
        $$"""
        # Copied from {{StartingPoints.Prefix}}{{point}}; it is yours now: put your own hosts under targets, and take out or change what does not fit.
        # Check it with "configgen validate", render it with "configgen generate".
        #

        """
        + StartingPoints.Find(point)!.Text.Replace($"\nname: {point}\n", $"\nname: {name ?? point}\n", StringComparison.Ordinal);

    /// <summary>The text of the file.</summary>
    public static string Render(string name) => $$"""
        # A tuning spec: what hosts of one class are tuned to, and why.
        # Check it with "configgen validate", render it with "configgen generate".
        # Learn about any key with "configgen explain net.core.somaxconn".
        spec: v1
        name: {{name}}          # names the rendered files and the role
        description: One line that says which hosts these are

        # Every setting is judged for every target: all kernels that the platform ships.
        targets:
          - {platform: debian-12, memory: 8G, cpus: 4}

        # Build on what hosts of a kind need; "configgen init --list" shows the starting points. This file wins over them.
        # extends: [builtin:web-server]

        sysctl:
          net.core.somaxconn: {value: 16384, reason: "bursts of connections must not be dropped"}

        # How soon a dead peer is noticed: idle + interval × probes, here 210 seconds.
        # Only sockets that ask for keepalive (SO_KEEPALIVE) are probed; socket units that are named here will ask for it.
        # keepalive:
        #   idle: 2m
        #   interval: 30s
        #   probes: 3
        #   detect_within: 4m
        #   units: [app.socket]

        # Limits and other directives of units, as drop-ins:
        # units:
        #   nginx.service:
        #     Service: {LimitNOFILE: 65536}

        # A finding that the team accepts, with the reason, and a last day if it is not for ever:
        # ignore:
        #   - {rule: CG2103, setting: net.ipv4.tcp_tw_reuse, reason: "measured", until: 2027-03-01}

        """;
}
