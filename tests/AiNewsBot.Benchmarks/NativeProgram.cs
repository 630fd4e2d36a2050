using System.Diagnostics;
using AiNewsBot.Testing;

namespace AiNewsBot.Benchmarks;

/// <summary>The native program, published again when the code changed.</summary>
internal static class NativeProgram
{
    private const string Project = "src/AiNewsBot";

    /// <summary>Publishes it, where AINEWSBOT_PROGRAM names none that is to be measured instead.</summary>
    /// <returns>Its path.</returns>
    public static string Publish()
    {
        if (Environment.GetEnvironmentVariable("AINEWSBOT_PROGRAM") is { Length: > 0 } given)
            return given;
        var root = RepositoryRoot.Path;
        var start = new ProcessStartInfo("dotnet", ["publish", Project, "-p:PublishAot=true", "-v:quiet", "--nologo"])
        {
            WorkingDirectory = root,
            RedirectStandardOutput = true,
        };
        using var publishing = Process.Start(start)!;
        var output = publishing.StandardOutput.ReadToEnd();
        publishing.WaitForExit();
        if (publishing.ExitCode != 0)
            throw new InvalidOperationException($"The native program could not be built:\n{output}");
        return Path.Combine(root, Project, "bin", "native", "AiNewsBot");
    }
}
