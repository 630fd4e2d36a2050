using AiNewsBot.Chat.Discord;
using AiNewsBot.Storage;
using AiNewsBot.Tests.Harness;
using Moq;

namespace AiNewsBot.Tests.Chat.Discord;

/// <summary>Identifies of several processes take turns that the database gives out.</summary>
public sealed class SharedIdentifyPaceTests
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(6);

    private readonly SteppedClock _time = new();
    private readonly Mock<IDatabase> _database = new(MockBehavior.Strict);

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Identify_waits_for_the_turn_of_its_key()
    {
        _database.Setup(database => database.ReserveTurnsAsync("discord-identify/1", 1, Interval)).ReturnsAsync(Interval);

        var waiting = new SharedIdentifyPace(_database.Object, _time).WaitAsync(1, Cancelled);

        Assert.Equal(Interval, await _time.NextWaitAsync());
        Assert.False(waiting.IsCompleted);
        _time.Advance(Interval);
        await waiting;
    }

    [Fact]
    public async Task Identify_waits_for_nothing_while_the_database_is_away()
    {
        _database
            .Setup(database => database.ReserveTurnsAsync("discord-identify/0", 1, Interval))
            .ThrowsAsync(new StorageException("away"));

        await new SharedIdentifyPace(_database.Object, _time).WaitAsync(0, Cancelled);
    }
}
