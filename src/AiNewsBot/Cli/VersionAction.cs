using System.CommandLine;
using System.CommandLine.Invocation;
using System.Runtime.InteropServices;
using AiNewsBot.Hosting;
using AiNewsBot.Storage;
using AiNewsBot.Storage.Sqlite;

namespace AiNewsBot.Cli;

/// <summary>--version: which build this is, and of what facts and schema.</summary>
internal sealed class VersionAction(CliContext context) : SynchronousCommandLineAction
{
    public override int Invoke(ParseResult parseResult)
    {
        var dataset = ShippedDataset.Read();
        context.Out.WriteLine($"AiNewsBot {BuildInfo.Version} (commit {BuildInfo.Commit ?? "unknown"})");
        context.Out.WriteLine(
            $"Facts: version {dataset.Version} of {dataset.Released:yyyy-MM-dd}. Database schema: {Migrator.NewestVersion}."
        );
        context.Out.WriteLine($"{RuntimeInformation.FrameworkDescription} on {RuntimeInformation.RuntimeIdentifier}");
        return ExitCode.Done;
    }
}
