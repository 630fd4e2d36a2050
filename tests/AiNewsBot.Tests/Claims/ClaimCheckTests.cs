using AiNewsBot.Chat;
using AiNewsBot.Claims;
using AiNewsBot.Facts.Answers;
using AiNewsBot.Facts.Questions.Aspects;
using AiNewsBot.Facts.Questions.Propositions;
using AiNewsBot.Facts.Snapshots;
using AiNewsBot.Storage;
using AiNewsBot.Tests.Harness;
using AiNewsBot.Tests.News;
using Microsoft.Extensions.Time.Testing;

namespace AiNewsBot.Tests.Claims;

/// <summary>What was read in a checked message is kept without its text, for a time, and for the server in which it was checked.</summary>
public sealed class ClaimCheckTests : IDisposable
{
    private const string Here = "200000000000000001";
    private const string There = "200000000000000002";
    private readonly TemporaryFolder _folder = new();
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 29, 10, 0, 0, TimeSpan.Zero));
    private readonly IDatabase _database;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public ClaimCheckTests() => _database = TestDatabase.OpenEmpty(_folder);

    private static FactBase Facts => NewsStorage.Facts;

    private ClaimCheckStore Store => new(_database, _time);

    public void Dispose()
    {
        _database.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task Claims_are_found_as_they_were_read()
    {
        var claim = Claim("quartz-2") with
        {
            Name = "Quartz 2",
            Releases = "v2",
            Speaker = "Lumen",
            Except = "quartz-1",
            Limit = "the first of its kind",
            IsRanked = true,
        };
        var says = new Assertion(claim.Says.Aspect)
        {
            IsDenied = true,
            Licence = Facts.Licence("Glass-1.0"),
            Maker = Facts.Find("lumen"),
            Base = Facts.Find("quartz-1"),
            Component = "weights",
            Condition = "user-cap",
            Amount = 700_000_000,
            IsThreshold = true,
            AllowsConditions = true,
            IsFromScratch = true,
            IsPublication = true,
            Premise = "glass is open",
        };

        var kept = await Store.SaveAsync(
            Here,
            [claim with { Says = says }],
            "https://discord.com/channels/1/2/3",
            cancellationToken: Cancelled
        );
        var found = (await Store.FindAsync(kept.Id, Here, Facts, Cancelled))!;

        var back = Assert.Single(found.Claims);
        Assert.Equal(("Quartz 2", "v2", "Lumen"), (back.Name, back.Releases, back.Speaker));
        Assert.Equal(("quartz-1", "the first of its kind", true), (back.Except, back.Limit, back.IsRanked));
        Assert.Equal(says, back.Says);
        Assert.Equal("https://discord.com/channels/1/2/3", found.Link);
    }

    [Theory]
    [InlineData("quartz-2", null, 1)]
    [InlineData("no-longer-known", null, 0)]
    [InlineData("quartz-2", "No-Licence", 0)]
    public void Claim_on_something_that_is_no_longer_known_is_left_out(string subject, string? licence, int count)
    {
        var row = licence is null ? "" : $",\"Licence\":\"{licence}\"";

        Assert.Equal(count, ClaimRow.Read($"[{{\"Subject\":\"{subject}\",\"Name\":\"x\"{row}}}]", Facts).Length);
    }

    [Theory]
    [InlineData(Here, Here, true)]
    [InlineData(Here, There, false)]
    [InlineData(Here, null, false)]
    [InlineData(null, null, true)]
    [InlineData(null, Here, false)]
    public async Task Check_is_found_where_it_was_made(string? made, string? asked, bool isFound)
    {
        var kept = await Store.SaveAsync(made, [Claim("quartz-2")], "", cancellationToken: Cancelled);

        Assert.Equal(isFound, await Store.FindAsync(kept.Id, asked, Facts, Cancelled) is not null);
    }

    [Fact]
    public async Task Check_is_known_as_shared_once_it_was_and_gone_when_it_is_taken_back()
    {
        var kept = await Store.SaveAsync(Here, [Claim("quartz-2")], "", cancellationToken: Cancelled);

        Assert.False(await Store.IsSharedAsync(kept.Id, Cancelled));
        await Store.MarkSharedAsync(kept.Id, Cancelled);
        Assert.True(await Store.IsSharedAsync(kept.Id, Cancelled));
        Assert.False(await Store.IsSharedAsync("unknown", Cancelled));
        await Store.DropAsync(kept.Id, Cancelled);

        Assert.Null(await Store.FindAsync(kept.Id, Here, Facts, Cancelled));
    }

    [Theory]
    [InlineData(false, 7, true)]
    [InlineData(false, 8, false)]
    [InlineData(true, 8, true)]
    [InlineData(true, 180, true)]
    [InlineData(true, 181, false)]
    public async Task Check_is_kept_for_a_week_and_for_half_a_year_where_it_was_shared(bool isShared, int days, bool isKept)
    {
        var kept = await Store.SaveAsync(Here, [Claim("quartz-2")], "", cancellationToken: Cancelled);
        if (isShared)
            await Store.MarkSharedAsync(kept.Id, Cancelled);

        _time.Advance(TimeSpan.FromDays(days));
        await Store.SaveAsync(There, [Claim("quartz-1")], "", cancellationToken: Cancelled);

        Assert.Equal(isKept, await Store.FindAsync(kept.Id, Here, Facts, Cancelled) is not null);
    }

    [Fact]
    public void Button_is_read_as_it_was_written_and_fits_the_limit()
    {
        var button = new ClaimButton("0123456789abcdef", "300000000000000001", 12);

        foreach (
            var action in new[]
            {
                ClaimActions.Page,
                ClaimActions.SharedPage,
                ClaimActions.Refresh,
                ClaimActions.TakeBack,
                ClaimActions.Share,
            }
        )
        {
            var id = button.Format(action);
            Assert.Equal(button, ClaimButton.Parse(action, ButtonId.Parse(id).Argument));
            Assert.InRange(id.Length, 1, ButtonId.MaxLength);
        }
    }

    [Theory]
    [InlineData(ClaimActions.Page, "c:3", "c", "", 3)]
    [InlineData(ClaimActions.Share, "c", "c", "", 1)]
    [InlineData(ClaimActions.TakeBack, "c:7", "c", "7", 1)]
    [InlineData(ClaimActions.SharedPage, "c:7:2", "c", "7", 2)]
    [InlineData(ClaimActions.Page, "~c||x", "c", "", 1)]
    [InlineData(ClaimActions.Page, "~c||99999999999", "c", "", 1)]
    [InlineData(ClaimActions.Page, "~c||-2", "c", "", 1)]
    public void Button_of_the_version_before_or_with_a_forged_page_is_read(
        string action,
        string argument,
        string check,
        string sharer,
        int page
    ) => Assert.Equal(new ClaimButton(check, sharer, page), ClaimButton.Parse(action, argument));

    [Theory]
    [InlineData(ClaimActions.Page, "c")]
    [InlineData(ClaimActions.Share, "c:1")]
    [InlineData(ClaimActions.Refresh, "c:7")]
    [InlineData(ClaimActions.SharedPage, "~a|b|c|d")]
    public void Button_id_of_another_form_is_not_parsed(string action, string argument) => Assert.Null(ClaimButton.Parse(action, argument));

    [Fact]
    public void Each_judgement_has_a_sign_and_a_sentence_of_its_own()
    {
        var judgements = Enum.GetValues<ClaimJudgement>();

        Assert.Equal(judgements.Length, judgements.Select(JudgementText.Symbol).Distinct().Count());
        Assert.Equal(judgements.Length, judgements.Select(JudgementText.Sentence).Distinct().Count());
    }

    private static Proposition Claim(string subject) => new(Facts.Find(subject)!, new Assertion(Aspect.Licence), "") { Name = subject };
}
