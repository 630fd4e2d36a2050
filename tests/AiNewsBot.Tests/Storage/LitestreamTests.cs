using AiNewsBot.Storage.Sqlite;
using AiNewsBot.Tests.Harness;
using AiNewsBot.Tests.News;
using Dapper;
using Microsoft.Extensions.DependencyInjection;

namespace AiNewsBot.Tests.Storage;

/// <summary>A bot whose database Litestream copies, by deploy/litestream.yml.</summary>
[Trait("Database", "SQLite")]
public sealed class LitestreamTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private int _restores;

    public static bool IsInstalled => LitestreamProcess.IsInstalled;

    public void Dispose() => _folder.Dispose();

    [Fact(Skip = LitestreamProcess.Absent, SkipUnless = nameof(IsInstalled))]
    public async Task Edit_is_in_the_database_that_is_brought_back_from_what_was_copied_while_the_bot_ran()
    {
        DatabaseFile? copy = null;
        var curators = new KeyValuePair<string, string?>("Curation:Curators", FactEdits.Curator);
        await using (var bot = await RunningBot.StartAsync(settings: curators))
        {
            var database = bot.Services.GetRequiredService<DatabaseFile>().File;
            await using var litestream = LitestreamProcess.Replicate(database, _folder["replica"]);
            await FactEdits.EditAsync(bot, "BSD-3-Clause");

            // What is brought back is of some moment: until it is of one after the edit.
            await NewsRig.UntilAsync(async () => (copy = await TryRestoreAsync(database)) is not null, "the edit to be copied");
        }

        var check = await DatabaseCheck.RunAsync(copy!);
        await using var next = await FactEdits.StartAsync($"Data Source={copy!.File}");

        Assert.Null(check.Fault);
        Assert.Contains("BSD", await FactEdits.AskAsync(next), StringComparison.Ordinal);
    }

    private async Task<DatabaseFile?> TryRestoreAsync(string database)
    {
        var file = _folder[$"restored-{++_restores}.db"];
        if (!await LitestreamProcess.TryRestoreAsync(database, _folder["replica"], file))
            return null;
        var copy = new DatabaseFile($"Data Source={file}");
        using var connection = copy.OpenToRead();
        var edits = connection.ExecuteScalar<long>("SELECT COUNT(*) FROM revisions WHERE editor = @Curator", new { FactEdits.Curator });
        return edits > 0 ? copy : null;
    }
}
