using AiNewsBot.Tests.Chat.Discord;
using AiNewsBot.Tests.Cli;
using AiNewsBot.Tests.Harness;
using AiNewsBot.Tests.News.Running;
using AiNewsBot.Tests.Storage;
using Xunit.Sdk;
using Xunit.v3;

[assembly: TestCollectionOrderer(typeof(LongestFirst))]

namespace AiNewsBot.Tests.Harness;

/// <summary>Starts the classes first that wait longest for processes of their own: begun last, one would run alone for a minute.</summary>
internal sealed class LongestFirst : ITestCollectionOrderer
{
    private static readonly string[] Longest =
    [
        typeof(InterruptionTests).FullName!,
        typeof(PostgresVerbTests).FullName!,
        typeof(DatabaseCopyTests).FullName!,
        typeof(PostgresBotTests).FullName!,
        typeof(HostileServerTests).FullName!,
        typeof(FactsImportTests).FullName!,
        typeof(ShardProcessTests).FullName!,
    ];

    public IReadOnlyCollection<TTestCollection> OrderTestCollections<TTestCollection>(IReadOnlyCollection<TTestCollection> testCollections)
        where TTestCollection : ITestCollection => [.. testCollections.OrderBy(Rank)];

    private static int Rank<TTestCollection>(TTestCollection collection)
        where TTestCollection : ITestCollection
    {
        var rank = Array.FindIndex(Longest, name => collection.TestCollectionDisplayName.Contains(name, StringComparison.Ordinal));
        return rank < 0 ? Longest.Length : rank;
    }
}
