using System.Collections.Immutable;

namespace ConfigGen.Core.Catalog;

/// <summary>What is known about one key on one kernel.</summary>
/// <param name="Fact">The answer.</param>
/// <param name="Neighbours">The tables on both sides of the kernel, sorted out when asked for.</param>
/// <param name="Tables">The tables that are this kernel; empty where none is.</param>
internal sealed record KernelView(SysctlFact Fact, Lazy<Neighbours> Neighbours, ImmutableArray<Testimony> Tables);
