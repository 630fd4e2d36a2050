using AiNewsBot.Tests.Harness;

namespace AiNewsBot.Kill.Tests;

/// <summary>
/// A version of the program beside an earlier one on one server. AINEWSBOT_UNDIVIDED_PROGRAM names that of the commit before the news was
/// divided over processes, whose schema is older and which can only be replaced; AINEWSBOT_EARLIER_PROGRAM names the one after which
/// the schema was only added to, which can be gone back to. The gate builds both.
/// </summary>
[Trait("Category", "Kill")]
public sealed class RollingUpdateTests
{
    private const string NoUndivided = "AINEWSBOT_UNDIVIDED_PROGRAM names no version of the program that does not divide the news";
    private const string NoEarlier = "AINEWSBOT_EARLIER_PROGRAM names no earlier version of the program";
    private static readonly string? Undivided = Environment.GetEnvironmentVariable("AINEWSBOT_UNDIVIDED_PROGRAM");
    private static readonly string? Earlier = Environment.GetEnvironmentVariable("AINEWSBOT_EARLIER_PROGRAM");

    public static bool HasUndivided => PostgresCluster.IsInstalled && !string.IsNullOrEmpty(Undivided);

    public static bool HasEarlier => PostgresCluster.IsInstalled && !string.IsNullOrEmpty(Earlier);

    [Fact(Skip = NoUndivided, SkipUnless = nameof(HasUndivided))]
    public async Task Version_of_an_older_schema_posts_and_takes_edits_until_it_is_replaced()
    {
        await using var bots = await UpdatedBots.CreateAsync();
        var old = await bots.StartAsync(Undivided);
        await bots.BaselineAsync();
        await bots.StepAsync(edited: old, asked: old);

        // Tables were changed since, and not only added to: what the new one is told, the old one does not read.
        var first = await bots.StartAsync();
        await bots.StepAsync(edited: old, asked: first);
        await bots.StepAsync(edited: first, asked: first);
        await bots.EndAsync(old);
        await bots.HoldAllAsync(first);
        await bots.StepAsync(edited: first, asked: first);

        bots.AssertIsWhole();
    }

    [Fact(Skip = NoEarlier, SkipUnless = nameof(HasEarlier))]
    public async Task Two_versions_share_posts_edits_and_answers_while_one_replaces_the_other_and_is_replaced_by_it()
    {
        await using var bots = await UpdatedBots.CreateAsync();
        var old = await bots.StartAsync(Earlier);
        await bots.BaselineAsync();
        var second = await bots.StartAsync(Earlier);
        await bots.StepAsync(edited: old, asked: second);

        var first = await bots.StartAsync();
        await bots.JoinAsync(first);
        await bots.StepAsync(edited: first, asked: old);
        await bots.StepAsync(edited: old, asked: first);
        await bots.EndAsync(old);
        await bots.EndAsync(second);
        await bots.HoldAllAsync(first);
        await bots.StepAsync(edited: first, asked: first);

        var back = await bots.StartAsync(Earlier);
        await bots.JoinAsync(back);
        await bots.StepAsync(edited: back, asked: first);
        await bots.StepAsync(edited: first, asked: back);
        await bots.EndAsync(first);
        await bots.HoldAllAsync(back);
        await bots.StepAsync(edited: back, asked: back);

        bots.AssertIsWhole();
    }
}
