using AiNewsBot.Chat;
using AiNewsBot.Curation.Editing;
using AiNewsBot.Curation.Suggestions;

namespace AiNewsBot.Tests.Curation.Suggestions;

/// <summary>Suggestions from being made to being decided, by whom, and how many there may be.</summary>
public sealed class SuggestionStoreTests : IAsyncLifetime
{
    private static readonly Layer Here = new(CurationStorage.Here);
    private static readonly ReviewedLayers Queue = new(CurationStorage.Here, CurationStorage.Here);
    private CurationStorage _facts = null!;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    private SuggestionStore Store => _facts.Suggestions;

    public async ValueTask InitializeAsync() => _facts = await CurationStorage.CreateAsync();

    public ValueTask DisposeAsync() => _facts.DisposeAsync();

    [Fact]
    public async Task Suggestion_is_kept_as_it_was_made_and_waits_in_its_server()
    {
        var number = await MakeAsync(Suggest("Apache-2.0"));

        var kept = (await Store.FindAsync(number, Cancelled))!;
        Assert.Equal(
            ("pending", "7", "quartz-2", "licence", "Apache-2.0"),
            (kept.State, kept.Author, kept.Subject, kept.Property, kept.Fields.Value)
        );
        Assert.Equal(1, await Store.CountWaitingAsync(Queue, Cancelled));
        Assert.Equal(0, await Store.CountWaitingAsync(new ReviewedLayers("global", CurationStorage.There), Cancelled));
    }

    [Fact]
    public async Task Authors_own_that_waits_becomes_the_new_text_and_that_of_another_stays()
    {
        var first = await MakeAsync(Suggest("Apache-2.0"));
        var other = await MakeAsync(Suggest("Apache-2.0", author: "8"));

        var again = await MakeAsync(Suggest("GPL-3.0"));

        Assert.Equal(first, again);
        Assert.Equal("GPL-3.0", (await Store.FindAsync(first, Cancelled))!.Fields.Value);
        Assert.Equal("Apache-2.0", (await Store.FindAsync(other, Cancelled))!.Fields.Value);
        Assert.Equal(first, (await Store.FindOwnAsync(Here, "7", "quartz-2", "licence", cancellationToken: Cancelled))!.Number);
        Assert.Null(await Store.FindOwnAsync(Here, "7", "quartz-2", "weights", cancellationToken: Cancelled));
    }

    [Fact]
    public async Task Oldest_waits_first_from_a_number_on()
    {
        var (one, two, three) = (
            await MakeAsync(Suggest("a", author: "1")),
            await MakeAsync(Suggest("b", author: "2")),
            await MakeAsync(Suggest("c", author: "3"))
        );

        Assert.Equal([one, two], (await Store.WaitingAsync(Queue, 0, 2, Cancelled)).Select(waiting => waiting.Number));
        Assert.Equal([three], (await Store.WaitingAsync(Queue, two + 1, 5, Cancelled)).Select(waiting => waiting.Number));
    }

    [Theory]
    [InlineData(2, 2)]
    [InlineData(0, 4)]
    public async Task One_person_makes_so_many_an_hour(int limit, int made)
    {
        _facts.Limits.SuggestionsPerHour = limit;
        var refusals = new List<RefusalCode?>();

        foreach (var property in new[] { "licence", "weights", "event", "alias" })
            refusals.Add((await Store.CreateAsync(Suggest("x") with { Property = property }, "", Cancelled)).Refusal?.Code);

        Assert.Equal(made, refusals.Count(refusal => refusal is null));
        Assert.All(refusals.Skip(made), refusal => Assert.Equal(RefusalCode.SuggestionLimit, refusal));
        _facts.Time.Advance(TimeSpan.FromHours(1));
        Assert.Null((await Store.CreateAsync(Suggest("x") with { Property = "promise" }, "", Cancelled)).Refusal);
    }

    [Fact]
    public async Task Queue_of_a_server_is_bounded_and_moves_on_when_one_is_decided()
    {
        await _facts.ExecuteAsync(
            """
            WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 200)
            INSERT INTO suggestions (layer, author, subject, property, content, reason, made_at)
            SELECT @Here, 'a' || i, 'quartz-2', 'event', '{}', '', 0 FROM n
            """,
            new { CurationStorage.Here }
        );

        Assert.Equal(RefusalCode.SuggestionQueueFull, (await Store.CreateAsync(Suggest("x"), "", Cancelled)).Refusal!.Code);
        await _facts.ExecuteAsync("UPDATE suggestions SET state = 'rejected' WHERE number = 1");

        Assert.Null((await Store.CreateAsync(Suggest("x"), "", Cancelled)).Refusal);
    }

    [Theory]
    [InlineData(nameof(Permission.Approve), true)]
    [InlineData(nameof(Permission.Edit), false)]
    [InlineData(nameof(Permission.Suggest), false)]
    public async Task Only_those_who_review_reject(string permission, bool may)
    {
        await _facts.Servers.SetRolesAsync(CurationStorage.Here, Enum.Parse<Permission>(permission), ["20"], Cancelled);
        var number = await MakeAsync(Suggest("Apache-2.0"));

        Assert.Equal(
            may,
            await Store.RejectAsync(
                CurationStorage.Member,
                (await Store.FindAsync(number, Cancelled))!,
                "The file says MIT",
                cancellationToken: Cancelled
            )
        );

        var decided = (await Store.FindAsync(number, Cancelled))!;
        Assert.Equal(
            may ? ("rejected", "The file says MIT", CurationStorage.Member.User) : ("pending", null, null),
            (decided.State, decided.Outcome, decided.DecidedBy)
        );
    }

    [Fact]
    public async Task Suggestion_is_decided_once_and_only_in_its_server()
    {
        var suggestion = (await Store.FindAsync(await MakeAsync(Suggest("Apache-2.0")), Cancelled))!;
        var stranger = new Author("9", CurationStorage.There) { ManagesServer = true };

        Assert.False(await Store.RejectAsync(stranger, suggestion, "no", cancellationToken: Cancelled));
        Assert.True(await Store.RejectAsync(CurationStorage.Manager, suggestion, "no", cancellationToken: Cancelled));
        Assert.False(await Store.RejectAsync(CurationStorage.Manager with { User = "5" }, suggestion, "no", cancellationToken: Cancelled));

        Assert.Equal(CurationStorage.Manager.User, (await Store.FindAsync(suggestion.Number, Cancelled))!.DecidedBy);
    }

    // Two reviewers at once: the second is told, and its fact is not written.
    [Fact]
    public async Task Approved_suggestion_is_written_with_its_fact_or_not_at_all()
    {
        var suggestion = (await Store.FindAsync(await MakeAsync(Suggest("Apache-2.0")), Cancelled))!;
        var current = await _facts.CurrentAsync(Here);
        var change = new Change(ChangeKind.Edit, Here, "quartz-2", "licence", current.Content with { Value = "Apache-2.0" })
        {
            Statement = current.Id,
            Base = current.Revision,
        };

        await _facts.Editor.ApplyAsync(
            CurationStorage.Manager,
            change,
            connection => Store.ApproveAsync(connection, CurationStorage.Manager, suggestion),
            Cancelled
        );
        Assert.Equal("approved", (await Store.FindAsync(suggestion.Number, Cancelled))!.State);
        var now = await _facts.CurrentAsync(Here);
        await Assert.ThrowsAsync<AlreadyDecidedException>(() =>
            _facts.Editor.ApplyAsync(
                CurationStorage.Manager,
                change with
                {
                    Content = now.Content with { Value = "GPL-3.0" },
                    Statement = now.Id,
                    Base = now.Revision,
                },
                connection => Store.ApproveAsync(connection, CurationStorage.Manager, suggestion),
                Cancelled
            )
        );

        Assert.Equal("Apache-2.0", (await _facts.CurrentAsync(Here)).Content.Value);
    }

    [Theory]
    [InlineData("Apache-2.0", "superseded")]
    [InlineData("apache-2.0 ", "superseded")]
    [InlineData("GPL-3.0", "pending")]
    public async Task Suggestion_of_what_is_now_said_is_superseded_and_others_wait_on(string suggested, string state)
    {
        var current = await _facts.CurrentAsync(Here);
        var number = await MakeAsync(Suggest(suggested) with { Statement = current.Id, Base = current.Revision });

        await _facts.EditAsync(CurationStorage.Manager, Here, "Apache-2.0");

        Assert.Equal(state, (await Store.FindAsync(number, Cancelled))!.State);
    }

    [Fact]
    public async Task Discovery_is_suggested_once_and_no_more_than_fifty_wait()
    {
        var found = FactSuggestion.Found("quartz-2", "licence", null, new FactFields("x", null, null, null, "Found"));
        var taken = new List<bool>();
        for (var i = 0; i < 52; i++)
            taken.Add(await Store.CreateFoundAsync(found with { Statement = $"s{i}" }, _ => Task.FromResult(true), Cancelled));

        Assert.Equal(50, taken.Count(one => one));
        Assert.True(await Store.CreateFoundAsync(null, _ => Task.FromResult(true), Cancelled));
        await _facts.ExecuteAsync("UPDATE suggestions SET state = 'rejected' WHERE number > 2");
        await Store.CreateFoundAsync(found with { Statement = "s0" }, _ => Task.FromResult(true), Cancelled);
        await Store.CreateFoundAsync(found with { Statement = "s99" }, _ => Task.FromResult(false), Cancelled);

        Assert.Equal(2, await Store.CountWaitingAsync(new ReviewedLayers("global", "global"), Cancelled));
    }

    [Theory]
    [InlineData("rejected", "1", "1", RefusalCode.SuggestionDecidedByYou)]
    [InlineData("approved", "1", "1", RefusalCode.SuggestionDecidedByYou)]
    [InlineData("approved", "1", "2", RefusalCode.SuggestionDecided)]
    [InlineData("superseded", "1", "1", RefusalCode.SuggestionDecided)]
    [InlineData("rejected", null, null, RefusalCode.SuggestionDecided)]
    public void One_who_decided_before_is_told_so(string state, string? by, string? user, object code) =>
        Assert.Equal(code, DecidedSuggestions.GetRefusal(Suggest("x") with { State = state, DecidedBy = by }, user).Code);

    private static FactSuggestion Suggest(string value, string author = "7") =>
        new()
        {
            Layer = Here,
            Author = author,
            Subject = "quartz-2",
            Property = "licence",
            Fields = new FactFields(value, null, null, "https://press.example.org/quartz", "I read it there"),
        };

    private async Task<long> MakeAsync(FactSuggestion suggestion)
    {
        var (number, refusal) = await Store.CreateAsync(suggestion, "");
        Assert.Null(refusal);
        return number!.Value;
    }
}
