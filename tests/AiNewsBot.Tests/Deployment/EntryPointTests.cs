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
    [InlineData(2, "--Discord:Gateway=true")]
    [InlineData(2, "--Discord:Gateway", "true")]
    [InlineData(3, "--Http:Urls=http://*:8080", "--Discord:Gateway", "true")]
    public async Task Waits_to_be_stopped_where_no_other_start_would_help(int code, params string[] keys)
    {
        using var folder = new TemporaryFolder();
        using var shell = await StartAsync(folder, $"exit {code}", keys, waits: true);
        var said = await shell.StandardError.ReadLineAsync(TestContext.Current.CancellationToken);
        var wasRunning = !shell.HasExited;
        using var kill = Process.Start("kill", ["-TERM", shell.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        await shell.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.Contains($"exit code {code}", said);
        Assert.True(wasRunning);
        Assert.Equal(code, shell.ExitCode);
    }

    [Fact]
    public async Task A_stopped_container_ends_with_the_code_of_the_bot_that_was_told_to_end()
    {
        using var folder = new TemporaryFolder();
        using var shell = await StartAsync(folder, "trap 'echo told; exit 0' TERM; echo up; while :; do sleep 0.1; done", [], waits: true);
        var up = await shell.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken);
        using var kill = Process.Start("kill", ["-TERM", shell.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        var told = await shell.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken);
        await shell.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.Equal(("up", "told"), (up, told));
        Assert.Equal(0, shell.ExitCode);
    }

    [Theory]
    [InlineData("--version")]
    [InlineData("--help")]
    [InlineData("--Discord:Gateway", "true", "doctor")]
    [InlineData("doctor", "--Discord:Gateway=true")]
    public async Task Argument_that_is_not_a_key_is_a_verb_and_is_not_waited_for(params string[] arguments)
    {
        using var folder = new TemporaryFolder();
        using var shell = await StartAsync(folder, "echo \"$@\"; exit 2", arguments, waits: true);
        var printed = await shell.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await shell.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.Equal(string.Join(' ', arguments), printed.TrimEnd());
        Assert.Equal(2, shell.ExitCode);
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
