using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace ConfigGen.Cli.Files;

/// <summary>What programs of the host print.</summary>
internal static class HostPrograms
{
    /// <summary>Standard output of a program that only looks; null where it is not there, or fails.</summary>
    /// <param name="arguments">The program's name first; no shell reads them.</param>
    public static string? Output(params string[] arguments)
    {
        var start = new ProcessStartInfo(arguments[0])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
        };
        Array.ForEach(arguments[1..], start.ArgumentList.Add);
        start.Environment["LC_ALL"] = "C";
        start.Environment["SYSTEMD_PAGER"] = "";
        start.Environment["SYSTEMD_COLORS"] = "0";
        try
        {
            using var process = Process.Start(start)!;
            process.StandardInput.Close();
            process.ErrorDataReceived += (_, _) => { };
            process.BeginErrorReadLine();
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode == 0 ? output : null;
        }
        catch (Win32Exception)
        {
            return null; // There is no such program: the caller says what is not known then.
        }
    }
}
