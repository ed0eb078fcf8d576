using System.Collections.Immutable;
using ConfigGen.Core.Lint.Rules.Platforms;
using ConfigGen.Core.Lint.Rules.Relations;
using ConfigGen.Core.Lint.Rules.Sysctl;
using ConfigGen.Core.Lint.Rules.Systemd;
using ConfigGen.Core.Lint.Rules.Tcp;

namespace ConfigGen.Core.Lint;

/// <summary>Every rule. A guard test holds this list equal to the rules in the assembly; discovery by reflection would not survive trimming.</summary>
public static class RuleSet
{
    /// <summary>In order of code.</summary>
    public static ImmutableArray<IRule> All { get; } =
    [
        new UnknownKeyRule(),
        new GoneOnTargetRule(),
        new ObsoleteRule(),
        new OutOfRangeRule(),
        new ReadOnlyRule(),
        new ValueShapeRule(),
        new LeadingZeroRule(),
        new QuotedNumberRule(),
        new ExistenceUndecidedRule(),
        new KeepaliveNeedsSoKeepaliveRule(),
        new KeepaliveTooEagerRule(),
        new EqualsDefaultRule(),
        new NotKeptRule(),
        new TwRecycleRule(),
        new TwBucketsLowRule(),
        new TwReuseRule(),
        new FinTimeoutLowRule(),
        new RetriesLowRule(),
        new TwBucketsUndecidableRule(),
        new MaxOrphansLowRule(),
        new SomaxconnBacklogRule(),
        new SyncookiesRule(),
        new OrphansUndecidableRule(),
        new SynBacklogUnusedRule(),
        new UnknownDirectiveRule(),
        new WrongSectionRule(),
        new NewerThanTargetRule(),
        new IgnoredOnTargetRule(),
        new DeprecatedRule(),
        new BadValueRule(),
        new KeepaliveOffRule(),
        new UnknownSpecifierRule(),
        new KeepaliveBoundsRule(),
        new SecondExecStartRule(),
        new DependencyResetRule(),
        new NewerThanSomeTargetsRule(),
        new DetectionTimeRule(),
        new MiddleboxIdleRule(),
        new PortRangeOrderRule(),
        new VectorOrderRule(),
        new MiddleboxMarginRule(),
        new PortRangeParityRule(),
        new NoSystemdRule(),
    ];
}
