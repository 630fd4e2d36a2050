using System.Data.Common;
using AiNewsBot.Storage.Postgres;
using AiNewsBot.Storage.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace AiNewsBot.Tests.Harness;

/// <summary>The database of a running bot, beside the bot.</summary>
internal sealed class BotDatabase(IServiceProvider services)
{
    /// <summary>A connection of the test's own.</summary>
    public DbConnection Open() =>
        TestDatabase.IsPostgres
            ? Task.Run(() => services.GetRequiredService<PostgresServer>().OpenDirectAsync()).GetAwaiter().GetResult()
            : services.GetRequiredService<DatabaseFile>().Open();
}
