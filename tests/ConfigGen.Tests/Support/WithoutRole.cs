using ConfigGen.Core.Compile;

namespace ConfigGen.Tests.Support;

/// <summary>The compiler, less the Ansible role: for tests that list the files of a spec and are not about roles.</summary>
internal static class WithoutRole
{
    public static Compilation Compile(CompileRequest request) => Strip(Compiler.Compile(request));

    public static Compilation Strip(Compilation compilation) =>
        compilation.Plan is { } plan
            ? compilation with { Plan = plan with { Artifacts = [.. plan.Artifacts.Where(a => a.Pack != "ansible-role")] } }
            : compilation;
}
