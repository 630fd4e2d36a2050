using System.Diagnostics;
using System.Globalization;
using AiNewsBot.Storage.Leases;

namespace AiNewsBot.Tests.Storage.Leases;

/// <summary>Whether the process that holds the lease is gone: where that is not certain, it is not.</summary>
public sealed class LeaseHolderTests
{
    private static readonly ProcessIdentity Mine = ProcessIdentity.Current;

    [Fact]
    public void This_process_is_not_gone() => Assert.False(LeaseHolder.Create().IsGone);

    [Fact]
    public void Holders_of_one_process_are_told_apart() =>
        Assert.NotEqual(LeaseHolder.Create().ToString(), LeaseHolder.Create().ToString());

    [Fact]
    public void Process_that_got_the_number_of_an_earlier_one_is_not_that_one() => Assert.True((Mine with { Start = "1" }).IsGone);

    [Fact]
    public async Task Process_that_ended_is_gone()
    {
        using var other = Process.Start(new ProcessStartInfo("sleep", "60"))!;
        var identity = Mine with { Id = other.Id, Start = (await ReadStatAsync(other.Id))[19] };
        var wasGone = identity.IsGone;

        other.Kill();
        await other.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.Equal((false, true), (wasGone, identity.IsGone));
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
        var line = await parent.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken);
        var id = int.Parse(line!, CultureInfo.InvariantCulture);
        parent.StandardInput.Close();
        string[] fields;
        do
        {
            fields = await ReadStatAsync(id);
        } while (fields[0] != "Z");

        Assert.True((Mine with { Id = id, Start = fields[19] }).IsGone);
        parent.Kill();
        await parent.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public void Process_that_never_was_is_gone() => Assert.True((Mine with { Id = 4_194_305, Start = "1" }).IsGone);

    [Theory]
    [InlineData("another", null, "1")]
    [InlineData(null, "pid:[1]", "1")]
    [InlineData(null, "-", "1")]
    [InlineData(null, null, "-")]
    public void Process_of_which_it_is_not_certain_is_not_gone(string? machine, string? container, string start) =>
        Assert.False(new ProcessIdentity(machine ?? Mine.Machine, container ?? Mine.Container, Mine.Id, start).IsGone);

    // The rows of an earlier version are read, and it reads those of this one: both run while one replaces the other.
    [Theory]
    [InlineData("machine/pid:[4026531836]/17/4711 0123 partitioned", true)]
    [InlineData("machine/pid:[4026531836]/17/4711 0123", false)]
    public void Holder_is_written_as_it_was_read(string name, bool divides)
    {
        var holder = LeaseHolder.Parse(name);

        Assert.Equal(new LeaseHolder(new ProcessIdentity("machine", "pid:[4026531836]", 17, "4711"), "0123", divides), holder);
        Assert.Equal(name, holder.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("an old form of the name")]
    [InlineData("a/b/c/d 0123")]
    [InlineData("a/b/1/d/e 0123")]
    public void Holder_of_another_form_names_no_process_and_is_not_gone(string name) =>
        Assert.Equal((null, false), (LeaseHolder.Parse(name).Process, LeaseHolder.Parse(name).IsGone));

    // What follows the name, which may hold anything: the state, and the start as the 20th.
    private static async Task<string[]> ReadStatAsync(int id)
    {
        var stat = await File.ReadAllTextAsync($"/proc/{id}/stat", TestContext.Current.CancellationToken);
        return stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
    }
}
