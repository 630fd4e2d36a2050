using AiNewsBot.Storage;
using AiNewsBot.Storage.Sqlite;
using AiNewsBot.Tests.Harness;
using Dapper;
using Microsoft.Extensions.DependencyInjection;

namespace AiNewsBot.Tests.Curation;

/// <summary>What a moderator sees when the database takes no edit.</summary>
[Trait("Database", "SQLite")]
public sealed class StorageReplyTests
{
    private const string Why = "The licence file says so, at length";

    [Fact]
    public async Task Typed_text_comes_back_when_it_cannot_be_written_and_nothing_was_changed()
    {
        await using var bot = (await RunningBot.StartAsync()).Expects("edits are refused");
        var user = bot.Discord.As(Guilds.Manager());
        var form = await user.RunCommandAsync("fact edit", ("subject", "grok-1"), ("property", "licence"));
        await bot
            .Services.GetRequiredService<IDatabase>()
            .WriteAsync(connection => connection.ExecuteAsync("PRAGMA query_only = 1"), TestContext.Current.CancellationToken);

        var refused = await user.SubmitAsync(
            form.FormId!,
            ("value", "MIT"),
            ("since", "2024-03-17"),
            ("until", ""),
            ("source", "https://example.org/LICENSE"),
            ("why", Why)
        );
        var answer = await user.RunCommandAsync("ask", ("question", "what is the licence of grok-1"));

        Assert.True(refused.IsPrivate);
        Assert.Contains("Nothing was changed.", refused.Text);
        Assert.Contains(Why, refused.Text);
        Assert.Contains("Apache", answer.Text);
    }

    [Fact]
    public async Task An_edit_after_the_database_file_was_deleted_is_refused_and_comes_back()
    {
        await using var bot = (await RunningBot.StartAsync()).Expects("was deleted or replaced");
        var user = bot.Discord.As(Guilds.Manager());
        var form = await user.RunCommandAsync("fact edit", ("subject", "grok-1"), ("property", "licence"));
        var file = bot.Services.GetRequiredService<DatabaseFile>().File;
        File.Delete(file);

        var refused = await user.SubmitAsync(
            form.FormId!,
            ("value", "MIT"),
            ("since", "2024-03-17"),
            ("until", ""),
            ("source", "https://example.org/LICENSE"),
            ("why", Why)
        );

        Assert.True(refused.IsPrivate);
        Assert.Contains("database file is gone. Nothing was changed.", refused.Text);
        Assert.Contains(Why, refused.Text);
        Assert.False(File.Exists(file));
    }
}
