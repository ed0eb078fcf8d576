namespace ConfigGen.Core.Plan;

/// <summary>Keys that exist once for every network interface, and for the two stand-ins "all" and "default".</summary>
internal static class InterfaceKey
{
    /// <summary>Where the interface stands among the parts of such a key.</summary>
    public const int Part = 3;

    /// <summary>The parts of a key below net.ipv4 or net.ipv6, conf or neigh; null for any other key.</summary>
    public static string[]? Split(string key)
    {
        var parts = key.Split('.');
        return parts.Length > Part + 1 && parts[0] == "net" && parts[1] is "ipv4" or "ipv6" && parts[2] is "conf" or "neigh" ? parts : null;
    }

    /// <summary>Whether the key belongs to one interface, not to a stand-in.</summary>
    public static bool IsOfOneInterface(string key) => Split(key) is { } parts && parts[Part] is not ("all" or "default");
}
