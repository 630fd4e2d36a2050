using System.Diagnostics;
using AiNewsBot.Storage.Leases;

namespace AiNewsBot.Tests.Storage.Leases;

/// <summary>Whether the process that holds the lease is gone: where that is not certain, it is not.</summary>
public sealed class LeaseHolderTests
{
    private static readonly string[] Mine = LeaseHolder.Current.Split('/');

    [Fact]
    public void This_process_is_not_gone() => Assert.False(LeaseHolder.IsGone($"{LeaseHolder.Current} 0123"));

    [Fact]
    public void Process_that_got_the_number_of_an_earlier_one_is_not_that_one() =>
        Assert.True(LeaseHolder.IsGone($"{Mine[0]}/{Mine[1]}/{Mine[2]}/1 0123"));

    [Fact]
    public async Task Process_that_ended_is_gone()
    {
        using var other = Process.Start(new ProcessStartInfo("sleep", "60"))!;
        var stat = await File.ReadAllTextAsync($"/proc/{other.Id}/stat", TestContext.Current.CancellationToken);
        var holder = $"{Mine[0]}/{Mine[1]}/{other.Id}/{stat[(stat.LastIndexOf(')') + 2)..].Split(' ')[19]} 0123";
        var wasGone = LeaseHolder.IsGone(holder);

        other.Kill();
        await other.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.Equal((false, true), (wasGone, LeaseHolder.IsGone(holder)));
    }

    // Its parent has not asked for its end yet: its number is still taken, and it does nothing more.
    [Fact]
    public async Task Process_that_ended_and_still_has_its_number_is_gone()
    {
        var start = new ProcessStartInfo("sh", ["-c", "exec 3<&0; cat <&3 & echo $!; exec sleep 60"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        using var parent = Process.Start(start)!;
        var id = await parent.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken);
        parent.StandardInput.Close();
        string[] fields;
        do
        {
            var stat = await File.ReadAllTextAsync($"/proc/{id}/stat", TestContext.Current.CancellationToken);
            fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        } while (fields[0] != "Z");

        Assert.True(LeaseHolder.IsGone($"{Mine[0]}/{Mine[1]}/{id}/{fields[19]} 0123"));
        parent.Kill();
        await parent.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public void Process_that_never_was_is_gone() => Assert.True(LeaseHolder.IsGone($"{Mine[0]}/{Mine[1]}/4194305/1 0123"));

    [Theory]
    [InlineData("another", null, null, null)]
    [InlineData(null, "pid:[1]", null, null)]
    [InlineData(null, "-", null, null)]
    [InlineData(null, null, "x", null)]
    [InlineData(null, null, null, "-")]
    public void Process_of_which_it_is_not_certain_is_not_gone(string? machine, string? container, string? number, string? start) =>
        Assert.False(LeaseHolder.IsGone($"{machine ?? Mine[0]}/{container ?? Mine[1]}/{number ?? Mine[2]}/{start ?? "1"} 0123"));

    [Theory]
    [InlineData("")]
    [InlineData("an old form of the name")]
    [InlineData("a/b/c/d/e")]
    public void Name_of_another_form_is_not_gone(string holder) => Assert.False(LeaseHolder.IsGone(holder));
}
