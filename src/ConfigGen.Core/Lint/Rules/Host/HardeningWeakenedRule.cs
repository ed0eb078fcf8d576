using System.Collections.Immutable;
using ConfigGen.Core.Findings;

namespace ConfigGen.Core.Lint.Rules.Host;

/// <summary>CG2302: protection of the kernel or of programs switched off.</summary>
public sealed class HardeningWeakenedRule : IRule
{
    private static readonly ImmutableArray<(string Key, int From, int To, string Effect, string Help)> Weak =
    [
        ("fs.protected_hardlinks", 0, 0, "lets users make hard links to files of others, which set-user-ID programs then trip over", "write 1"),
        ("fs.protected_symlinks", 0, 0, "lets programs be led astray by symbolic links in /tmp", "write 1"),
        ("fs.suid_dumpable", 1, 1, "writes core dumps of privileged programs that every user may read", "write 0, or 2 with a core_pattern that is a full path or a pipe"),
        ("kernel.kptr_restrict", 0, 0, "shows kernel addresses to every user, which helps attacks on the kernel", "write 1, or 2 to hide them from root as well"),
        ("kernel.randomize_va_space", 0, 1, "lays out programs in memory in a way that attackers can predict", "write 2"),
    ];

    /// <inheritdoc/>
    public FindingCode Code { get; } = new("CG2302", "hardening-weakened", "A protection is switched off", Severity.Warning);

    /// <inheritdoc/>
    public void Check(RuleContext context)
    {
        foreach (var (key, from, to, effect, help) in Weak)
        {
            foreach (var value in context.Numbers(key).Where(v => v.Number >= from && v.Number <= to))
            {
                context.Report(value.Finding(Code, $"{value.Assignment} {effect}.", help));
            }
        }
    }
}
