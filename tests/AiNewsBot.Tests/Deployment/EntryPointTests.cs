using System.Diagnostics;
using AiNewsBot.Tests.Harness;

namespace AiNewsBot.Tests.Deployment;

/// <summary>The container's entry point, over a program that only ends as it is told.</summary>
public sealed class EntryPointTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(134)]
    public async Task Ends_with_the_exit_code_of_the_program(int code)
    {
        using var folder = new TemporaryFolder();
        using var shell = await StartAsync(folder, $"exit {code}", [], waits: false);
        await shell.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.Equal(code, shell.ExitCode);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(134)]
    public async Task Ends_where_another_start_may_help_though_it_is_told_to_wait(int code)
    {
        using var folder = new TemporaryFolder();
        using var shell = await StartAsync(folder, $"exit {code}", [], waits: true);
        await shell.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.Equal(code, shell.ExitCode);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Waits_to_be_stopped_where_no_other_start_would_help(int code)
    {
        using var folder = new TemporaryFolder();
        using var shell = await StartAsync(folder, $"exit {code}", ["--Discord:Gateway=true"], waits: true);
        var said = await shell.StandardError.ReadLineAsync(TestContext.Current.CancellationToken);
        var wasRunning = !shell.HasExited;
        using var kill = Process.Start("kill", ["-TERM", shell.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        await shell.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.Contains($"exit code {code}", said);
        Assert.True(wasRunning);
        Assert.Equal(code, shell.ExitCode);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_verb_has_its_standard_input_and_its_exit_code(bool waits)
    {
        using var folder = new TemporaryFolder();
        using var shell = await StartAsync(folder, "cat; exit 2", ["ask", "--json", "--batch"], waits);
        await shell.StandardInput.WriteAsync("is grok open source");
        shell.StandardInput.Close();
        var printed = await shell.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await shell.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.Equal("is grok open source", printed);
        Assert.Equal(2, shell.ExitCode);
    }

    private static async Task<Process> StartAsync(TemporaryFolder folder, string program, string[] arguments, bool waits)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "needs sh");
        await File.WriteAllTextAsync(folder["AiNewsBot"], $"#!/bin/sh\n{program}\n", TestContext.Current.CancellationToken);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(folder["AiNewsBot"], UnixFileMode.UserRead | UnixFileMode.UserExecute);
        return Process.Start(
            new ProcessStartInfo("sh", [Path.Combine(RepositoryRoot.Path, "deploy", "entrypoint.sh"), .. arguments])
            {
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                Environment =
                {
                    ["PATH"] = $"{folder.Path}:{Environment.GetEnvironmentVariable("PATH")}",
                    ["AINEWSBOT_WAIT"] = waits ? "1" : "",
                },
            }
        )!;
    }
}
