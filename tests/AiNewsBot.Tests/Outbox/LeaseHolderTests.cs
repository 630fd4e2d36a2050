using System.Diagnostics;
using AiNewsBot.Outbox;

namespace AiNewsBot.Tests.Outbox;

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
