using System.Globalization;

namespace AiNewsBot.Kill.Tests;

/// <summary>What came of the news while the bot was killed.</summary>
internal sealed record KillReport
{
    public required int Kills { get; init; }

    public required int Seed { get; init; }

    public required TimeSpan Elapsed { get; init; }

    public required IReadOnlyDictionary<KillStage, int> Reached { get; init; }

    public required int Stories { get; init; }

    public required int Channels { get; init; }

    public required int Lost { get; init; }

    public required int Twice { get; init; }

    public required KillPictures Pictures { get; init; }

    /// <summary>How long it took at most until another process had all that the killed one had; null where it waited for nothing.</summary>
    public TimeSpan? SlowestTakeover { get; init; }

    /// <summary>How many processes shared the news.</summary>
    public int Processes { get; init; } = 1;

    public required IReadOnlyCollection<string> Violations { get; init; }

    /// <summary>The last lines that the killed processes logged.</summary>
    public required IReadOnlyCollection<string> Log { get; init; }

    /// <summary>Tells the figures, and fails where a post is missing, is there twice, lacks its picture, or Discord's protocol was
    /// broken.</summary>
    public void AssertIsWhole(ITestOutputHelper output)
    {
        output.WriteLine(ToString());
        Assert.NotEqual(0, Stories);
        Assert.True((Lost, Twice, Pictures.Wrong) == (0, 0, 0) && Violations.Count == 0, Describe());
        Assert.NotEqual((0, 0), (Pictures.FromFeeds, Pictures.FromPages));
    }

    public string Describe() => string.Join('\n', [ToString(), .. Violations, .. Log]);

    public override string ToString()
    {
        var stages = string.Join(", ", Reached.OrderBy(pair => pair.Key).Select(pair => $"{pair.Key} {pair.Value}"));
        var takeover = SlowestTakeover is { } slowest
            ? FormattableString.Invariant($", taken over within {slowest.TotalSeconds:0.0} s")
            : "";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{Processes} processes, killed {Kills} times (seed {Seed}, {Elapsed.TotalSeconds:0} s; {stages}): {Stories} stories in "
                + $"{Channels} channels, {Lost} lost, {Twice} twice, {Violations.Count} violations of the protocol{takeover}; "
                + $"pictures of {Pictures.FromFeeds} posts by feeds and {Pictures.FromPages} by pages, {Pictures.Wrong} wrong"
        );
    }
}
